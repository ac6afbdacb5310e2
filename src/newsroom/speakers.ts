import { findSpeakers, headOf, type Person } from '../quotes/person.ts';
import type { Statement } from '../statements/statement.ts';
import type { HeardStory, Story } from '../story/story.ts';
import { isOutletWord, sourceKindOf } from '../text/lexicon/source-words.ts';
import { isTitle } from '../text/lexicon/titles.ts';
import type { Span } from '../text/span.ts';
import { readWords } from '../text/words.ts';
import { findOverlooked } from './overlooked.ts';
import { describePerson } from './person-description.ts';
import { isSpokenWell } from './well-spoken.ts';

/** Someone who speaks, as they are listed. */
export interface Listed extends Person {
  /** How the story describes them; null if it does not. */
  readonly role: Span | null;
}

const listedOf = new WeakMap<Story, readonly Listed[]>();

/**
 * Everyone who speaks in a story, each once: `the diplomat` is `a Western diplomat` of before, `the
 * statement` means its author. Left out are people who, it is only said, may say something, and
 * people who only agree to do something.
 */
export function listSpeakers(story: HeardStory): readonly Listed[] {
  const known = listedOf.get(story) ?? readListed(story);
  listedOf.set(story, known);
  return known;
}

interface Draft {
  readonly name: string;
  readonly named: boolean;
  readonly statements: Statement[];
}

function readListed(story: HeardStory): readonly Listed[] {
  const people: Draft[] = [];
  const byName = new Map<string, Draft>();
  for (const { name, named, statements } of [...findSpeakers(story), ...findOverlooked(story)]) {
    const spoken = statements.filter((one) => isSpokenWell(story, one, named));
    if (spoken.length === 0) continue;
    if (isTitle(name)) continue;
    const given = named ? { name, named } : nameUnnamed(story, name, spoken);
    const same =
      byName.get(fold(given.name)) ??
      (given.named ? undefined : antecedentOf(given.name, spoken, people));
    if (same !== undefined) {
      same.statements.push(...spoken);
      continue;
    }
    const draft = { ...given, statements: [...spoken] };
    people.push(draft);
    byName.set(fold(given.name), draft);
  }
  return people
    .map((person) => ({ ...person, role: describePerson(story, person) }))
    .sort((a, b) => startOf(a.statements[0]) - startOf(b.statements[0]));
}

function fold(name: string): string {
  const words = readWords(name).map((word) => word.fold);
  return words.filter((word, i) => i > 0 || !/^(?:the|an?)$/.test(word)).join(' ');
}

const REPORT =
  /(?:^|\s)(?!(?:Her|His|Its|Their|Our|My|The|An?|This|That|One|Another) )(\p{Ll}?\p{Lu}[\p{L}\p{N}]+) (?:report|study|survey|poll|data|figures)$/u;
const SECRET = /^(?:not to be (?:named|identified)|anonymity|condition of anonymity)$/i;
const CLOSE_TO =
  /((?:an?|the|one|two|three|some|several) (?:[\p{L}-]+ ){0,3}(?:familiar with|close to|briefed on|with knowledge of|aware of|involved in) )$/iu;

/** The best wording for an unnamed source, always a stretch of the story. */
function nameUnnamed(
  story: Story,
  words: string,
  statements: readonly Statement[],
): Pick<Draft, 'name' | 'named'> {
  const { text } = story.article;
  const own = statements[0]?.speaker.words ?? null;
  const [, maker] = REPORT.exec(words) ?? []; // `recent eMarketer report`
  if (maker !== undefined) return { name: maker, named: true };
  const cue = statements[0]?.cue ?? null;
  const cited = statements[0]?.content[0];
  if (cue !== null && cited !== undefined && text.slice(cue.start, cue.end) === 'citing') {
    const [, who] =
      /^((?:an?|the|some|several|two|three) [^,;:“"]{3,70}?)(?:,| that | who |$)/s.exec(
        text.slice(cited.start, cited.end),
      ) ?? [];
    if (who !== undefined) return { name: who, named: false };
  }
  if (own !== null && cue !== null && /^['’]s /.test(text.slice(cue.start, cue.end))) {
    const all = text.slice(own.start, cue.end); // `the company's report:`
    return { name: all.replace(/[\s:]+$/, ''), named: false };
  }
  if (own !== null && SECRET.test(words)) {
    const sentence = story.sentences.find((one) => one.start <= own.start && own.end <= one.end);
    const [, who] =
      /^(.{3,60}?) who /.exec(text.slice(sentence?.start ?? own.start, own.start)) ?? [];
    if (who !== undefined) return { name: who, named: false };
  }
  const before = own === null ? '' : text.slice(Math.max(0, own.start - 70), own.start);
  const [, closer] = CLOSE_TO.exec(before) ?? [];
  if (closer !== undefined) return { name: `${closer}${words}`, named: false };
  const [, apart = ''] =
    /^(?:the|its|his|her|their) [^,]{3,60}, (\p{Lu}[^,]+),?$/iu.exec(words) ?? [];
  if (story.names.some(({ kind, name }) => kind === 'person' && name === apart))
    return { name: apart, named: true }; // `the lawyer for the drivers, Ann Ode`
  return { name: shorten(words), named: isName(story, words) };
}

/** `a draft, seen by the Herald,` → `a draft`; `a note that was seen …` → `a note`. */
function shorten(words: string): string {
  const [core = words] = words.split(/,\s|\s(?:that|which|who)\s/);
  return core.replace(/[\s,;:]+$/, '');
}

/** `the Herald`: nothing but names and an article. */
function isName(story: Story, words: string): boolean {
  const bare = words.replace(/^(?:the|an?) /i, '');
  return story.names.some((one) => one.aliases.includes(bare));
}

/** Whom a definite source means: `the diplomat`, `the paper`, `the statement`. */
function antecedentOf(
  words: string,
  statements: readonly Statement[],
  people: readonly Draft[],
): Draft | undefined {
  const parts = readWords(words).map((word) => word.fold);
  const head = parts.at(-1) ?? '';
  if (parts.length > 2 || !/^(?:the|this|that)$/.test(parts[0] ?? '')) return undefined;
  const at = startOf(statements[0]);
  const alike = people.findLast((one) => !one.named && headOf(one.name) === head);
  if (alike !== undefined) return alike;
  if (sourceKindOf(head) === 'statement') return lastBefore(people, at);
  if (!/^(?:newspaper|paper|agency|broadcaster|website)$/.test(head)) return undefined;
  return people.findLast(
    (one) => one.named && readWords(one.name).some((word) => isOutletWord(word.fold)),
  );
}

function lastBefore(people: readonly Draft[], at: number): Draft | undefined {
  const latest = (one: Draft): number =>
    Math.max(...one.statements.map(startOf).filter((start) => start < at), -1);
  return people.toSorted((a, b) => latest(b) - latest(a)).find((one) => latest(one) >= 0);
}

function startOf(statement: Statement | undefined): number {
  return statement?.content[0]?.start ?? 0;
}
