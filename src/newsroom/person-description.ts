import type { Named } from '../names/named.ts';
import type { Person } from '../quotes/person.ts';
import type { Story } from '../story/story.ts';
import { isPerson } from '../text/lexicon/person-nouns.ts';
import { isTitle } from '../text/lexicon/titles.ts';
import { firstWhere, type Span } from '../text/span.ts';
import { readWords } from '../text/words.ts';

/**
 * How a story describes someone: what it says about the name, else the words next to the name where
 * they speak (`Halloran's chairman, Sir Edmund Vance,`). A bare title is no description.
 */
export function describePerson(story: Story, { name, named, statements }: Person): Span | null {
  const { text } = story.article;
  const known = story.names.filter((one) => named && one.name === name).map((one) => one.role);
  const roles = [...statements.map((one) => one.speaker.role), ...known].flatMap((role) =>
    role === null ? [] : [withoutRelative(text, role)],
  );
  const own = statements.flatMap(({ speaker }) =>
    named && speaker.words !== null ? besideName(text, speaker.words, name) : [],
  );
  const beside = story.names
    .filter((one) => named && one.name === name)
    .flatMap((one) => one.mentions.flatMap((mention) => behindName(story, one, mention)));
  const told = BEHIND.flatMap((_, i) => beside.filter(({ kind }) => kind === i));
  return (
    [...roles, ...own, ...told.map(({ span }) => span)].find((role) => !isBareTitle(text, role)) ??
    null
  );
}

/** `Sir`, `Councillor`, `the`: nothing that distinguishes one person from another. */
function isBareTitle(text: string, role: Span): boolean {
  return readWords(text, role).every(({ fold }) => isTitle(fold) || /^(?:the|justice)$/.test(fold));
}

/** `a specialist at the university who` → without the `who`. */
function withoutRelative(text: string, role: Span): Span {
  const words = text.slice(role.start, role.end);
  return {
    start: role.start,
    end: role.end - (/\s(?:who|which|that)$/.exec(words)?.[0].length ?? 0),
  };
}

// In this order: `, 37, a baker,`, `is the founder of a choir`, `, who teaches law`.
const BEHIND: readonly RegExp[] = [
  /^((?:,\s+\d{1,3})?,\s+)((?:an?|the)\s[^,;:.“"]{3,90})(?=[,;.])/,
  /^((?:,\s+\d{1,3},)?\s+(?:is|was)\s+)((?:an?|the)\s[^,;:.“"]{3,90})(?=[,;.])/,
  /^((?:,\s+\d{1,3})?,\s+)((?:who|whose)\s[^,;:.“"]{6,120})(?=[,;.])/,
];

interface Behind {
  /** Which of the patterns above. */
  readonly kind: number;
  readonly span: Span;
}

/** What a sentence says about a name right after it. */
function behindName(
  { article, sentences }: Story,
  { kind: is }: Named,
  { end }: Span,
): readonly Behind[] {
  const until = sentences[firstWhere(sentences, (sentence) => end <= sentence.end)]?.end ?? end;
  const rest = article.text.slice(end, until);
  return BEHIND.flatMap((pattern, kind): readonly Behind[] => {
    const [, gap = '', words] = pattern.exec(rest) ?? [];
    if (words === undefined) return [];
    const isThing = is === 'organisation' && /^an?\s/.test(words);
    if (!/^who/.test(words) && !isThing && !isSomeone(words)) return [];
    const start = end + gap.length;
    return [{ kind, span: { start, end: start + words.trimEnd().length } }];
  });
}

/** `a former engineer with the army`, not `the day after`: what is said to be someone. */
function isSomeone(words: string): boolean {
  const [core = ''] = words
    .toLowerCase()
    .split(/\s(?:of|at|in|for|from|with|on|to|by|who|whose|that)\s/);
  const noun = core.split(/\s/).at(-1) ?? '';
  return isPerson(noun) || isTitle(noun);
}

/** The words after the name in a source, and those before it, separated by commas. */
function besideName(text: string, source: Span, name: string): readonly Span[] {
  const words = text.slice(source.start, source.end);
  const at = words.indexOf(name);
  if (at < 0) return [];
  const [, gap = '', after] =
    /^(,\s+(?:\d{1,3},\s+)?)((?:an?|the|who|whose|his|her|its|their|head|chief)\s[^,;]+)/.exec(
      words.slice(at + name.length),
    ) ?? [];
  const start = source.start + at + name.length + gap.length;
  const hollow = after !== undefined && /^(?:his|her|its|their)\s/.test(after) && !isSomeone(after); // `her voice low`
  const behind =
    after === undefined || hollow ? [] : [{ start, end: start + after.trimEnd().length }];
  const [, before] = /^([^,]{3,90}),\s+(?:\p{Lu}[\p{L}.]*\s)*$/u.exec(words.slice(0, at)) ?? [];
  const isOne = before !== undefined && !/^(?:one|another|two|both|and|but)\b/i.test(before);
  return isOne ? [...behind, { start: source.start, end: source.start + before.length }] : behind;
}
