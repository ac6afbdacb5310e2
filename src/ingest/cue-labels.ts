const NAME = "\\p{Lu}[\\p{L}\\p{M}.’'-]+(?: \\p{Lu}[\\p{L}\\p{M}.’'-]*){0,3}";
const BRACKETED = new RegExp(`^([ \\t]*(?:- ?)?)[[(](${NAME})[\\])]:?[ \\t]+(?=\\S)`, 'gmu');
const ALONE = new RegExp(`(-->[^\\n]*\\n)(${NAME})\\n(?=[^\\n]*\\p{L})`, 'gu');
const SOUND =
  /(?:ing|music|applause|laughter|laughs?|sighs?|cheers?|noise|silence|inaudible|song)$/i;
const OFTEN = 2; // times: a name that comes once may be said

/** Names as transcripts have them, in one form: `[ANN ODE] Yes.`, `(Ann Ode) Yes.`, a line `ANN ODE` over `Yes.` are `ANN ODE: Yes.` */
export function withLabels(given: string): string {
  const text = given.replace(/\r\n?/g, '\n');
  const bracketed = countNames(text, BRACKETED);
  const alone = countNames(text, ALONE);
  const isHabit = [...alone.values()].some((count) => count >= OFTEN); // then a name that comes once is one, too
  return text
    .replace(BRACKETED, (all, before: string, name: string) =>
      (bracketed.get(name) ?? 0) >= OFTEN ? `${before}${name}: ` : all,
    )
    .replace(ALONE, (all, times: string, name: string) =>
      isHabit && alone.has(name) ? `${times}${name}: ` : all,
    );
}

function countNames(text: string, pattern: RegExp): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [, , name = ''] of text.matchAll(pattern))
    if (!SOUND.test(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

const SHORT =
  /^(?:>>+(?!>) ?|- ?|\{\\[^{}\n]{1,20}\}|<[^<>\n]{1,40}>)*(\p{Lu}\p{Ll}[\p{L}’'-]{0,20})\s?:\s/gmu;
const ANY = /-->[^\n]*\n(?:>>+ ?|- ?|\{\\[^{}\n]{1,20}\}|<[^<>\n]{1,40}>)*\p{Lu}[^\n:]{1,40}:\s/gu;

/** Short labels, as they come again and again or in every cue: `Ann: Yes.` One that comes once may be said: `Note: …` */
export function repeatedLabels(text: string): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const [, label = ''] of text.matchAll(SHORT))
    counts.set(label, (counts.get(label) ?? 0) + 1);
  const cues = text.match(/-->/g)?.length ?? 0;
  const isEvery = counts.size >= OFTEN && (text.match(ANY)?.length ?? 0) === cues;
  return new Set(
    [...counts].filter(([, count]) => isEvery || count >= OFTEN).map(([label]) => label),
  );
}
