import { phraseOf } from './chunks.ts';
import { farFrom, type RoleContext, sideOf } from './role-context.ts';
import type { Word } from './word.ts';
import { add, clamp, coarse, type FeatureSink, wordAt } from './word-features.ts';

/** Features that show whether a word belongs to the source or the content of a cue. */
export function roleFeatures(context: RoleContext, at: number, sink: FeatureSink): void {
  const { unit, cue, head } = context;
  const side = sideOf(cue, at);
  add(sink, 100, side);
  if (side === 0) return;
  const word = wordAt(unit, at);
  const sentences = clamp(word.sentence - head.sentence, 2);
  const stretches = clamp(word.stretch - head.stretch, 4);
  const zone = side * 8 + sentences;
  const quoted = word.quotation > 0 ? 1 : 0;
  add(sink, 101, zone, clamp(word.paragraph - head.paragraph, 2), quoted);
  wordFeatures(context, at, sink, word, side, zone);
  placeFeatures(context, at, sink, word, side, zone, stretches, quoted);
  cueWordFeatures(context, at, sink, word, side, zone, stretches, quoted);
  borderFeatures(context, at, sink, word, side, zone, quoted);
  phraseFeatures(context, at, sink, word, side, zone, quoted);
  aheadFeatures(context, at, sink, word, side, zone, quoted);
}

/** The word and its neighbours, by side. */
function wordFeatures(
  { unit, cue }: RoleContext,
  at: number,
  sink: FeatureSink,
  word: Word,
  side: number,
  zone: number,
): void {
  const [l2, l1, r1] = [wordAt(unit, at - 2), wordAt(unit, at - 1), wordAt(unit, at + 1)];
  const far = farFrom(cue, at);
  add(sink, 110, word.form);
  add(sink, 111, zone, word.form);
  add(sink, 112, side, Math.min(far, 6), word.form);
  add(sink, 113, side, l1.form);
  add(sink, 114, side, r1.form);
  add(sink, 115, zone, word.tag, word.kind);
  add(sink, 116, side * 16 + far, word.tag, word.kind);
  add(sink, 117, side, l1.tag * 3 + r1.tag, word.tag);
  add(sink, 118, zone, l1.tag, word.form);
  add(sink, 119, side, l2.tag * 3 + l1.tag, word.tag);
  add(sink, 120, zone, word.shape, word.ending);
  add(sink, 121, side, l1.form, word.form);
  add(sink, 122, side * 16 + far, word.shape, r1.shape);
  add(sink, 123, side, l1.shape * 100 + word.shape * 10 + r1.shape);
  add(sink, 124, side, word.form, r1.form);
  add(sink, 125, side, word.tag, r1.tag * 3 + wordAt(unit, at + 2).tag);
  add(sink, 126, side, l1.lemma, word.kind);
}

/** Where the word is relative to the cue. */
function placeFeatures(
  context: RoleContext,
  at: number,
  sink: FeatureSink,
  word: Word,
  side: number,
  zone: number,
  stretches: number,
  quoted: number,
): void {
  const { commas, marks, otherCues, relatives, conjunctions, verbs, paths, quotationSteps } =
    context;
  const far = farFrom(context.cue, at);
  const [c = 0, m = 0, o = 0] = [commas[at], marks[at], otherCues[at]];
  const path = paths[at] ?? 0;
  add(sink, 130, side, far);
  add(sink, 131, zone, stretches);
  add(sink, 132, zone, m, quoted);
  add(sink, 133, zone, c, quoted);
  add(sink, 134, zone, o, quoted);
  add(sink, 135, zone, relatives[at], word.shape);
  add(sink, 136, zone, conjunctions[at], quoted);
  add(sink, 137, side * 16 + far, c);
  add(sink, 138, zone, c * 64 + o * 16 + m, quoted);
  add(sink, 139, zone, c, word.tag);
  add(sink, 140, side, path);
  add(sink, 141, side, path, word.tag);
  add(sink, 142, side, path, quoted * 16 + Math.min(far, 9));
  add(sink, 143, zone, verbs[at], word.tag);
  add(sink, 144, zone, (verbs[at] ?? 0) * 4 + c, quoted);
  add(sink, 145, zone, (quotationSteps[at] ?? 0) + 8, quoted);
  add(sink, 146, context.frame, (quotationSteps[at] ?? 0) + 8, zone * 2 + quoted);
  add(sink, 147, side, path, context.frame);
  add(sink, 148, zone, context.cues[at], word.tag);
}

/** What the cue itself predicts here. */
function cueWordFeatures(
  context: RoleContext,
  at: number,
  sink: FeatureSink,
  word: Word,
  side: number,
  zone: number,
  stretches: number,
  quoted: number,
): void {
  const { head, unit, cue } = context;
  const far = Math.min(farFrom(cue, at), 5);
  add(sink, 160, side, head.form);
  add(sink, 161, zone, head.form, stretches);
  add(sink, 162, zone, head.lemma, quoted);
  add(sink, 163, side * 8 + far, head.lemma, word.tag);
  add(sink, 164, side * 8 + far, head.form, word.shape);
  add(sink, 165, zone, head.tag, word.tag);
  add(sink, 166, zone, head.kind * 16 + stretches, quoted);
  add(sink, 167, side * 8 + far, head.kind, word.form);
  add(sink, 168, side * 8 + far, head.lemma, word.form);
  const first = context.stretchFirst[at] ?? at;
  add(sink, 169, zone, wordAt(unit, first).form, stretches);
  add(sink, 170, zone, wordAt(unit, first).form, head.lemma);
  add(sink, 171, side, context.paths[at], head.lemma);
  add(sink, 172, side, context.paths[at], head.tag * 2 + head.kind);
}

/** The words next to the cue, and whether it closes its sentence. */
function borderFeatures(
  context: RoleContext,
  at: number,
  sink: FeatureSink,
  word: Word,
  side: number,
  zone: number,
  quoted: number,
): void {
  const { unit, cue, head, closes, frame } = context;
  const before = wordAt(unit, cue.from - 1);
  const after = wordAt(unit, cue.to);
  const far = farFrom(cue, at);
  const c = Math.min(context.commas[at] ?? 0, 2);
  const stretches = clamp(word.stretch - head.stretch, 4);
  add(sink, 180, zone, after.form, stretches);
  add(sink, 181, zone, before.form, stretches);
  add(sink, 182, zone * 2 + quoted, frame, c);
  add(sink, 183, zone * 2 + quoted, closes, c);
  add(sink, 184, side, after.form, far === 1 ? 1 : 0);
  add(sink, 185, zone * 2 + quoted, after.tag * 3 + before.tag, c);
  add(sink, 186, side * 16 + far, frame, word.shape);
  add(sink, 187, zone * 4 + quoted * 2 + closes, stretches, before.shape);
  add(sink, 188, side * 16 + far, before.tag, word.tag);
  add(sink, 189, side * 16 + far, after.tag, word.tag);
  const chance = Math.round(cue.chance * 5);
  add(sink, 191, side, chance, quoted);
  add(sink, 192, zone, chance, stretches);
  add(sink, 190, zone * 2 + quoted, cue.to - cue.from, head.kind);
}

/** The noun phrase it is in: how many are between, which preposition governs it, whether it may be the subject. */
function phraseFeatures(
  { chunks, subject, phraseSteps, head, paths, verbs }: RoleContext,
  at: number,
  sink: FeatureSink,
  word: Word,
  side: number,
  zone: number,
  quoted: number,
): void {
  const number = chunks.of[at] ?? 0;
  const phrase = phraseOf(chunks.phrases, number);
  const steps = phraseSteps[at] ?? 0;
  const relation =
    subject === 0
      ? 0
      : number === subject
        ? 1
        : at < (phraseOf(chunks.phrases, subject)?.from ?? 0)
          ? 2
          : 3;
  const place = phrase === undefined ? 0 : phrase.from === at ? 1 : 2;
  add(sink, 200, side * 4 + relation, place, quoted);
  add(sink, 201, side * 4 + relation, word.tag, head.kind);
  add(sink, 202, side * 4 + relation, head.lemma, place);
  add(sink, 203, zone, steps * 4 + place, verbs[at]);
  if (phrase === undefined) return;
  add(sink, 204, side * 8 + steps, phrase.preposition, quoted);
  add(sink, 205, side * 8 + steps, phrase.head.kind * 2 + quoted, phrase.preposition === 0 ? 0 : 1);
  add(sink, 206, side * 8 + steps, phrase.head.form, place);
  add(sink, 207, side * 8 + steps, head.lemma, phrase.head.tag);
  add(sink, 208, side, paths[at], phrase.head.tag * 7 + phrase.head.kind);
  add(sink, 209, side * 4 + relation, phrase.head.form, place);
}

/** What comes next: whether a piece of content may end here. */
function aheadFeatures(
  { unit, head, verbs, ahead, cues }: RoleContext,
  at: number,
  sink: FeatureSink,
  word: Word,
  side: number,
  zone: number,
  quoted: number,
): void {
  const [r1, r2, r3] = [wordAt(unit, at + 1), wordAt(unit, at + 2), wordAt(unit, at + 3)];
  const v = verbs[at] ?? 0;
  const left = ahead.verbs[at] ?? 0;
  add(sink, 210, zone, v, r1.form);
  add(sink, 211, zone * 4 + v, r1.tag, word.tag);
  add(sink, 212, zone, r1.form, r2.form);
  add(sink, 213, zone * 2 + quoted, coarse(ahead.words[at] ?? 0), r1.shape);
  add(sink, 214, zone * 4 + v, left, r1.shape);
  add(sink, 215, zone * 4 + left, r1.tag, quoted);
  add(sink, 216, side * 4 + v, head.lemma, r1.form);
  add(sink, 217, side, r1.shape * 10 + r2.shape, r2.form);
  add(sink, 218, zone, wordAt(unit, at - 1).form, r1.form);
  if (r1.stretch === word.stretch && r1.sentence === word.sentence) return;
  const inNext = ahead.stretchVerbs[at + 2] ?? 0;
  add(sink, 220, zone, r1.form, r2.form * 3 + r3.form);
  add(sink, 221, zone * 4 + v, r1.form, inNext * 2 + (cues[at + 2] ?? 0));
  add(sink, 222, zone, inNext * 16 + left * 4 + v, r2.tag);
  add(sink, 223, zone, r1.form, r2.tag * 3 + r3.tag);
}
