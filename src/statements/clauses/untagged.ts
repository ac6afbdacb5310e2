import { among, endingBy, overlaps, type Span, startingAt } from '../../text/span.ts';
import type { Attribution } from '../attribution.ts';
import type { Unit } from '../tagging/unit.ts';
import type { Word } from '../tagging/word.ts';
import { ofSentence, SHAPE } from '../tagging/word.ts';
import { phraseBefore } from './clause-rules.ts';
import { spanOf, withoutStop } from './reporting-clauses.ts';

/** What was found, plus statements of kinds that the taggers are known to miss. */
export function readUntagged(unit: Unit, found: readonly Attribution[]): readonly Attribution[] {
  return [readPutIt, readReported].flatMap((read) => read(unit, found));
}

/** `“…,” as one barrister put it`: quotations attributed only by this clause. */
function readPutIt(unit: Unit, found: readonly Attribution[]): readonly Attribution[] {
  const { words } = unit;
  return unit.quotations.flatMap((quotation): readonly Attribution[] => {
    const as = startingAt(words, quotation.end);
    if (words[as]?.token.lower !== 'as') return [];
    const clause = words.slice(as + 1, as + 1 + LONGEST_PUTTER);
    const put = clause.findIndex(
      ({ token }, i) => /^puts?$/.test(token.lower) && clause[i + 1]?.token.lower === 'it',
    );
    const source = spanOf(clause.slice(0, Math.max(0, put)));
    if (source === null) return [];
    if (found.some((one) => one.content.some((piece) => overlaps(piece, quotation)))) return [];
    const cue = spanOf(clause.slice(put, put + 2));
    const before = words[endingBy(words, quotation.start)];
    const opens = before?.sentence !== words[as]?.sentence || /^[57]$/.test(`${before?.shape}`);
    if (!opens) return []; // `is a “lawful source,” as a memo put it`: more than that was said
    const content = [withoutComma(unit, quotation.inner)];
    return [{ source, cue, content, kind: 'direct', speech: true, confidence: 0.8, outer: null }];
  });
}

const LONGEST_PUTTER = 12; // words with `put it`

/** `Sales fell by a fifth, the two companies announced yesterday.`: sentences outside any statement. */
function readReported(unit: Unit, found: readonly Attribution[]): readonly Attribution[] {
  const { words } = unit;
  return words.flatMap((verb, at): readonly Attribution[] => {
    if (!REPORTS.test(verb.token.lower) || verb.quotation > 0) return [];
    const source = spanOf(phraseBefore(unit, at));
    if (source === null) return [];
    const sentence = ofSentence(words, verb.sentence);
    const said = sentence.slice(0, endingBy(sentence, source.start) + 1);
    const content = spanOf(withoutStop(said));
    if (content === null || said.at(-1)?.shape !== SHAPE.comma) return [];
    if (!closes(sentence.slice(startingAt(sentence, verb.end)))) return [];
    if (said.length < LEAST_REPORTED || said.some(({ quotation }) => quotation > 0)) return [];
    if (!said.some(({ verbal }) => verbal)) return [];
    const taken = found.some(({ cue, content: other }) =>
      [cue, ...other].some(
        (span) => span !== null && sentence.some((word) => overlaps(word, span)),
      ),
    );
    if (taken) return [];
    const cue = { start: verb.start, end: verb.end };
    const own = { source, cue, content: [content], kind: 'indirect', speech: true } as const;
    return [{ ...own, confidence: 0.8, outer: null }];
  });
}

const REPORTS = /^(?:said|says?|reported|reports?|announced|wrote|writes?)$/;
const LEAST_REPORTED = 5; // words: fewer are an aside, `Later, he said`

/** Whether a sentence ends with at most a time or a place: `yesterday`, `in the journal Rivers Today`. */
function closes(rest: readonly Word[]): boolean {
  const words = withoutStop(rest);
  if (words.length === 0) return true;
  if (
    words.length > LONGEST_CLOSE ||
    words.some(({ shape }) => shape >= SHAPE.quotationMark && shape < SHAPE.other)
  )
    return false;
  if (words.some(({ token }) => /^(?:VERB|AUX|PRON)$/.test(token.tag))) return false;
  return /^(?:on|in|at|yesterday|today|earlier|late|this|last|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/.test(
    words[0]?.token.lower ?? '',
  );
}

const LONGEST_CLOSE = 8; // words

function withoutComma({ words }: Unit, inner: Span): Span {
  const last = among(words, inner).findLast((word) => word.shape !== SHAPE.comma);
  return { start: inner.start, end: last?.end ?? inner.end };
}
