import { findSubject, phraseOf, readChunks } from './chunks.ts';
import { readFirsts } from './firsts.ts';
import type { Unit } from './unit.ts';
import type { Word } from './word.ts';
import { add, clamp, coarse, type FeatureSink, wordAt } from './word-features.ts';

/** Features that show whether a word is (part of) a cue: `said`, `according to`, a colon. */
export function cueFeatures(unit: Unit, at: number, sink: FeatureSink): void {
  const word = wordAt(unit, at);
  const [l2, l1, r1, r2] = [
    wordAt(unit, at - 2),
    wordAt(unit, at - 1),
    wordAt(unit, at + 1),
    wordAt(unit, at + 2),
  ];
  const quoted = word.quotation > 0 ? 1 : 0;
  add(sink, 0);
  wordsAround(sink, word, l2, l1, r1, r2);
  add(sink, 20, wordAt(unit, at - 3).form);
  add(sink, 21, wordAt(unit, at + 3).form);
  add(sink, 22, quoted, word.tag, word.kind);
  add(sink, 23, quoted, word.lemma);
  subjectFeatures(unit, at, sink, word);
  phraseFeatures(unit, at, sink, word);
  quotationFeatures(unit, at, sink, word);
}

function wordsAround(sink: FeatureSink, word: Word, l2: Word, l1: Word, r1: Word, r2: Word): void {
  add(sink, 1, word.form);
  add(sink, 2, word.lemma, word.tag);
  add(sink, 3, l1.form);
  add(sink, 4, r1.form);
  add(sink, 5, l2.form, l1.form);
  add(sink, 6, r1.form, r2.form);
  add(sink, 7, l1.form, word.lemma);
  add(sink, 8, word.lemma, r1.form);
  add(sink, 9, l1.tag, word.tag, r1.tag);
  add(sink, 10, l2.tag, l1.tag, word.tag);
  add(sink, 11, word.tag, r1.tag, r2.tag);
  add(sink, 12, l1.shape, word.form);
  add(sink, 13, word.form, r1.tag);
  add(sink, 14, l1.tag, word.lemma);
  add(sink, 15, word.ending, word.tag);
  add(sink, 16, l1.shape, word.shape, r1.shape);
  add(sink, 17, word.kind, word.tag, r1.tag);
  add(sink, 18, word.kind, l1.tag, word.ending);
  add(sink, 19, l1.form, r1.form, word.shape);
  add(sink, 30, word.lemma, r1.lemma, r2.lemma);
  add(sink, 31, l2.lemma, l1.lemma, word.lemma);
  add(sink, 32, word.kind, r1.form);
  add(sink, 33, word.kind, l1.form);
  add(sink, 34, l1.kind, word.lemma);
  add(sink, 35, l1.kind, word.kind, r1.tag);
  add(sink, 36, l1.lemma, word.tag, word.ending);
}

/** What the verb's subject may be: the nearest noun, name or pronoun before it in its stretch. */
function subjectFeatures(unit: Unit, at: number, sink: FeatureSink, word: Word): void {
  let steps = 0;
  for (let i = at - 1; i >= 0 && steps < 8; i -= 1) {
    const near = wordAt(unit, i);
    if (near.stretch !== word.stretch || near.sentence !== word.sentence) break;
    steps += 1;
    if (!near.nominal) continue;
    add(sink, 40, word.lemma, near.form);
    add(sink, 41, word.lemma, near.tag, near.kind);
    add(sink, 42, word.kind, near.form);
    add(sink, 43, word.tag, near.tag, near.kind);
    add(sink, 44, word.kind, near.tag, coarse(steps));
    return;
  }
  add(sink, 45, word.lemma, clamp(steps, 3));
}

/** The noun phrase that may be a verb's subject, also past an apposition. */
function phraseFeatures(unit: Unit, at: number, sink: FeatureSink, word: Word): void {
  if (word.token.tag !== 'VERB') return;
  const chunks = readChunks(unit);
  const number = findSubject(unit, chunks, { from: at, to: at + 1 });
  const head = phraseOf(chunks.phrases, number)?.head;
  add(sink, 46, word.lemma, head?.kind, head?.tag);
  add(sink, 47, word.kind, head?.form);
  add(sink, 48, word.kind, head?.kind, head?.tag);
}

/** Where quotations are relative to this word, and what opens and closes the sentence. */
function quotationFeatures(unit: Unit, at: number, sink: FeatureSink, word: Word): void {
  const before = nearestMark(unit, at, -1);
  const after = nearestMark(unit, at, 1);
  add(sink, 50, before, after, word.quotation > 0 ? 1 : 0);
  add(sink, 51, before, word.kind, word.tag);
  add(sink, 52, after, word.kind, word.tag);
  add(sink, 53, before, after, word.lemma);
  add(sink, 54, before, word.shape, after);
  const quotation = word.quotation > 0 ? unit.quotations[word.quotation - 1] : undefined;
  const length = quotation === undefined ? 0 : coarse((quotation.end - quotation.start) >> 3);
  add(sink, 55, length, word.kind, word.tag);
  const first = readFirsts(unit).ofSentence[at] ?? 0;
  add(sink, 56, wordAt(unit, first).form, word.kind, word.tag);
  add(sink, 57, coarse(at - first), word.kind, word.tag);
  add(sink, 58, unit.quotations.length > 0 ? 1 : 0, word.lemma);
}

/** Distance to the next mark on a side, outside quotations only: 0 if none is near; the sign shows whether it opens. */
function nearestMark(unit: Unit, at: number, step: 1 | -1): number {
  const { sentence, quotation } = wordAt(unit, at);
  if (quotation > 0) return 20;
  for (let i = at + step, far = 1; far <= 12; i += step, far += 1) {
    const word = wordAt(unit, i);
    if (word.mark > 0) return (word.mark === 1 ? 1 : -1) * coarse(far);
    if (word.sentence !== sentence && far > 2) return 0;
  }
  return 0;
}
