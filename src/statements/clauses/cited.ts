import { isSaying } from '../../text/lexicon/saying.ts';
import { indexAt, overlaps } from '../../text/span.ts';
import type { Attribution } from '../attribution.ts';
import type { Unit } from '../tagging/unit.ts';
import { ofSentence, SHAPE } from '../tagging/word.ts';
import { spanOf } from './reporting-clauses.ts';

const CITES = /^(?:citing|quoting)$/;

/** Whether a unit has a word of citing at all: asked once, and not of each of its statements. */
export function citesAnybody({ words }: Unit): boolean {
  return words.some(({ token }) => CITES.test(token.lower));
}

/**
 * `the Post said, citing an eMarketer report which stated that …`: what a cited source says, known
 * through the speaker who cites it. Null if the sentence cites nobody or the statement was already found.
 */
export function readCited(
  unit: Unit,
  citing: Attribution,
  found: readonly Attribution[],
): Attribution | null {
  const { cue } = citing;
  if (cue === null) return null;
  const sentence = unit.words[indexAt(unit.words, cue)]?.sentence;
  const words = ofSentence(unit.words, sentence);
  const at = words.findIndex((word) => word.token.lower === 'citing' && word.quotation === 0);
  const relative = words.findIndex(
    (word, i) => i > at && /^(?:which|that|who)$/.test(word.token.lower),
  );
  const verb = words[relative + 1];
  if (at < 0 || relative < at + 2 || relative > at + 14 || verb === undefined) return null;
  if (!isSaying(verb.token.lemma) || words[at]?.start === cue.start) return null;
  const rest = words.slice(relative + 2).filter((word, i) => i > 0 || word.token.lower !== 'that');
  const [first, last] = [
    rest[0],
    rest.findLast((word) => word.shape !== SHAPE.stop && word.shape !== SHAPE.comma),
  ];
  const [opening, closing] = [words[at + 1], words[relative - 1]];
  if (first === undefined || last === undefined || opening === undefined || closing === undefined)
    return null;
  if (found.some((one) => one.cue !== null && overlaps(one.cue, verb))) return null;
  return {
    source: { start: opening.start, end: closing.end },
    cue: { start: verb.start, end: verb.end },
    content: [{ start: first.start, end: last.end }],
    kind: 'indirect',
    speech: true,
    confidence: citing.confidence,
    outer: citing,
  };
}

const LONGEST_CITED = 14; // words between `citing` and its `that`: enough for a named source

/**
 * `State radio said, citing a clerk at the ministry, that …`: the clerk says it, known through the radio. Null
 * where nobody is cited between a verb of saying and its `that`.
 */
export function readCiting(
  unit: Unit,
  citing: Attribution,
): { readonly outer: Attribution; readonly inner: Attribution } | null {
  const { cue, source } = citing;
  if (cue === null || source === null) return null;
  const sentence = unit.words[indexAt(unit.words, cue)]?.sentence;
  const words = ofSentence(unit.words, sentence);
  const at = words.findIndex(({ token, quotation }) => CITES.test(token.lower) && quotation === 0);
  const [verb, comma, participle] = [words[at - 2], words[at - 1], words[at]];
  const that = words.findIndex(
    ({ token }, i) => i > at + 1 && token.lower === 'that' && words[i - 1]?.shape === SHAPE.comma,
  );
  if (verb === undefined || participle === undefined || comma?.shape !== SHAPE.comma) return null;
  if (!isSaying(verb.token.lemma) || verb.start < source.end || that > at + LONGEST_CITED)
    return null;
  const cited = spanOf(words.slice(at + 1, Math.max(0, that - 1)));
  const last = words.findLast(({ shape }) => shape !== SHAPE.stop && shape !== SHAPE.comma);
  const first = words[that + 1];
  if (that < 0 || cited === null || first === undefined || last === undefined) return null;
  const content = [{ start: first.start, end: last.end }];
  const outer = { ...citing, cue: { start: verb.start, end: verb.end }, content };
  const inner: Attribution = {
    ...outer,
    source: cited,
    cue: { start: participle.start, end: participle.end },
    speech: true,
    outer,
  };
  return { outer, inner };
}
