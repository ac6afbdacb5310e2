import { isSaying } from '../../text/lexicon/saying.ts';
import {
  among,
  indexAt,
  overlaps,
  reachOf,
  type Span,
  startingAt,
  within,
} from '../../text/span.ts';
import type { Attribution } from '../attribution.ts';
import type { Unit } from '../tagging/unit.ts';
import type { Word } from '../tagging/word.ts';
import { ofSentence } from '../tagging/word.ts';

/** A saying word with its context, as text: small letters, `~` before each word of saying. */
export interface Clause {
  /** From the first auxiliary to the content: `would not ~say`, `is ~accused of`. */
  readonly verb: string;
  /** Whether the source comes before the cue, or after it as in `“…,” asked Ann Ode`. */
  readonly hasSubject: boolean;
  /** The words between the source and the cue. */
  readonly before: string;
  /** The content. */
  readonly said: string;
  readonly words: readonly Word[];
  /** The words of its sentence that are neither content nor quoted. */
  readonly around: () => readonly Word[];
  readonly kind: Attribution['kind'];
}

/** The clause of an attribution's cue; null if it has none. */
export function readClause(unit: Unit, { source, cue, content, kind }: Attribution): Clause | null {
  if (cue === null) return null;
  const { words } = unit;
  const from = indexAt(words, cue);
  const opening = words[from];
  if (opening === undefined) return null;
  const sentence = ofSentence(words, opening.sentence);
  const isContent = (word: Word): boolean => content.some((piece) => overlaps(word, piece));
  let first = from;
  while (isChained(words[first - 1], opening, source)) first -= 1;
  const said = among(words, reachOf(content)).filter(isContent);
  const start = said[startingAt(said, cue.end)]?.start ?? cue.end;
  const begin = words[first]?.start ?? opening.start;
  const isOutside = (word: Word): boolean => source === null || !overlaps(word, source);
  return {
    verb: textOf(
      sentence.slice(startingAt(sentence, begin), startingAt(sentence, start)).filter(isOutside),
    ),
    hasSubject:
      source !== null && (source.end <= cue.start || content.some(({ end }) => end <= cue.start)),
    before: source === null ? '' : textOf(within(sentence, { start: source.end, end: cue.start })),
    said: textOf(said),
    words: said,
    around: () => sentence.filter((word) => !isContent(word) && word.quotation === 0),
    kind,
  };
}

const CHAIN =
  /^(?:to|of|being|been|having|expected|due|set|scheduled|likely|poised|supposed|unable)$/;

/** Whether a word before a cue is part of its verb: `would not`, `is expected to`, `refused to`. */
function isChained(word: Word | undefined, cue: Word, source: Span | null): boolean {
  if (word === undefined || word.sentence !== cue.sentence || word.quotation !== cue.quotation)
    return false;
  if (source !== null && overlaps(word, source)) return false;
  const { tag, lower } = word.token;
  return /^(?:AUX|PART|ADV)$/.test(tag) || CHAIN.test(lower) || /^(?:declin|refus)/.test(lower);
}

/** Words as text: small letters, `not` for `n’t`, `~` before each word of saying, one kind of quotation marks. */
export function textOf(words: readonly Word[]): string {
  return words
    .map(({ token: { lower, lemma }, mark }) => {
      if (mark > 0) return mark === 1 ? '“' : '”';
      if (lemma === 'not') return 'not';
      return isSaying(lemma) || SAID.test(lower) ? `~${lower}` : lower;
    })
    .join(' ');
}

const SAID = /^(?:alleged|apologi[sz]|comment|specif|elaborat|speculat|disclos|identif|spell)/; // where the tagger sees none

/** What opens an indirect question. */
export const WH = '(?:whether|if|when|how|why|who|whom|whose|what|which|where)';

const ASKED =
  /\b(?:was|were|is|are|been|being|when|if)(?: \S+){0,2}? ~?(?:asked|questioned|quizzed|pressed)\b/;
const ASKED_FIRST = /^~?(?:asked|questioned|quizzed|pressed)\b/; // `Asked whether …, she said`

/** Whether someone is asked: `was asked`, `Asked …, she said`. */
export function isAsked({ verb, hasSubject }: Clause): boolean {
  return ASKED.test(verb) || (!hasSubject && ASKED_FIRST.test(verb));
}

/** What follows `is accused of`, as text. */
export function afterAccused(verb: string): string {
  return verb.replace(
    /^.*~?(?:accused|suspected)(?: by(?: \S+){1,6}?)? of|^.*~?alleged to have/,
    '',
  );
}

/** A saying verb as it appears after `accused of`: `having promised`, `saying`. */
export const SAYING_THAT =
  /(?:^| )(?:of |and )?(?:having |been )?~(?!accus)\S+(?:ing|ed|en|id|ote|old)\b/;
