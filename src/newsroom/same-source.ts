import type { Verbatim } from '../story/citation.ts';
import { isOrganisationKind, tellsKind } from '../text/lexicon/organisation-kinds.ts';
import type { Span } from '../text/span.ts';
import { readWords } from '../text/words.ts';
import type { SourceKind } from './source-kinds.ts';
import { headOf } from './source-openings.ts';

/** A place where a story relies on a source. */
export interface Found {
  readonly kind: SourceKind;
  readonly words: Verbatim;
  readonly at: Span;
}

/** Which source already gathered (by its key, in order) is the same as one found after it: named otherwise, or described. */
export function sameSource<T extends { readonly kind: SourceKind; readonly at: readonly Span[] }>(
  gathered: ReadonlyMap<string, T>,
  { kind, words, at }: Found,
): T | undefined {
  const key = keyOf(words);
  return (
    gathered.get(key) ??
    holderOf(gathered, key, kind) ??
    bodyOf(gathered, words) ??
    researchersOf(gathered, words) ??
    openingOf(gathered, words, at) ??
    sameThing([...gathered], words, kind, at)
  );
}

/** Words folded, without articles: what one wording has in common with another. */
export function keyOf(words: string): string {
  const folded = readWords(words).map((word) => word.fold);
  return folded.filter((word) => !/^(?:the|a|an)$/.test(word)).join(' ');
}

/** `the Post` is `South China Morning Post` if one outlet's name ends that way. */
function holderOf<T extends { readonly kind: Found['kind'] }>(
  gathered: ReadonlyMap<string, T>,
  key: string,
  kind: Found['kind'],
): T | undefined {
  if (kind !== 'outlet') return undefined;
  for (const [other, one] of gathered) {
    if (one.kind === 'outlet' && (other.endsWith(` ${key}`) || key.endsWith(` ${other}`)))
      return one;
  }
  return undefined;
}

/** `The company` is the firm that spoke before it, `the trust` the Bird Trust, `the carrier` Novair Airlines. */
function bodyOf<T extends { readonly kind: Found['kind'] }>(
  gathered: ReadonlyMap<string, T>,
  words: string,
): T | undefined {
  const [, said = ''] = BODY.exec(words) ?? [];
  const noun = said.toLowerCase();
  if (!isOrganisationKind(noun) && !/^(?:authority|board|centre|league|society)$/.test(noun))
    return undefined;
  const bodies = [...gathered].filter(([, { kind }]) => kind === 'organisation');
  const own = bodies.findLast(([key]) =>
    key.split(' ').some((word) => word === noun || tellsKind(word, noun)),
  );
  return (own ?? (FIRM.test(noun) ? bodies.at(-1) : undefined))?.[1];
}

const FIRM = /^(?:company|firm|group)$/;
const BODY = /^the (?:\p{Lu}[\p{L}’'-]*-based )?([\p{Ll}]+)$/iu;

/** `Two visitors` are the `Two visitors who were there`, `Blick` is `Blick am Rhein`, at the same place. */
function openingOf<T extends { readonly at: readonly Span[] }>(
  gathered: ReadonlyMap<string, T>,
  words: string,
  { start }: Span,
): T | undefined {
  const key = keyOf(words);
  const [, one] =
    [...gathered].find(
      ([other, { at }]) => other.startsWith(`${key} `) && at.some((span) => span.start === start),
    ) ?? [];
  return one;
}

/** `The authors` are the researchers of before. */
function researchersOf<T>(gathered: ReadonlyMap<string, T>, words: string): T | undefined {
  if (!/^the (?:authors|team|researchers|scientists)$/i.test(words)) return undefined;
  return [...gathered].findLast(([key]) => RESEARCHERS.test(key))?.[1];
}

const RESEARCHERS =
  /\b(?:researchers|scientists|authors|team|astronomers|archaeologists|geologists|biologists|chemists|physicists)\b/;

/** `the study` is the research of before. */
function isResearch(words: string): boolean {
  return /^(?:study|paper|research|findings)$/.test(headOf(words));
}

/** `The memo` is the `internal memo` of before; `a letter` is `a letter seen by the Post`. */
function sameThing<T extends { readonly kind: Found['kind']; readonly at: readonly Span[] }>(
  gathered: readonly (readonly [string, T])[],
  words: string,
  kind: Found['kind'],
  at: Span,
): T | undefined {
  if (!/^(?:report|document|statement)$/.test(kind)) return undefined;
  const isBack = /^the [\p{L}-]+$/iu.test(words);
  const found = gathered.findLast(
    ([key, one]) =>
      one.kind === kind &&
      (headOf(key) === headOf(words) || (isBack && [key, words].every(isResearch))) &&
      (isBack || one.at.some((span) => span.start === at.start)),
  );
  return found?.[1];
}
