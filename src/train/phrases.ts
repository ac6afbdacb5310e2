import { CLUES, keyOf, PLACES, writeClues } from '../answer/clues.ts';
import type { Measured } from '../answer/features.ts';
import { measurePhrases, PHRASE_FEATURES } from '../answer/phrase-features.ts';
import type { Ranked } from '../answer/rank.ts';
import { findPhrases, type Phrase, spanOf } from '../answer/reading.ts';
import { setScene } from '../answer/scene.ts';
import { findStretches } from '../answer/spans.ts';
import { scoreTrees, type Trees } from '../answer/trees.ts';
import { boost } from './boost.ts';
import type { Rivals } from './clues.ts';
import { chooseOne, type Group } from './groups.ts';
import { likeness } from './likeness.ts';
import { SETTINGS, type Studied } from './ranking.ts';
import type { Asked } from './sets.ts';

/** How right a phrase is for what is learnt: 1 the answer itself, something for nearly, else 0. */
function rightness(asked: Asked, phrase: { readonly start: number; readonly end: number }): number {
  const { text } = asked.story.article;
  const words = text.slice(phrase.start, phrase.end);
  return asked.answers.reduce((best, { start, end }) => {
    const same = likeness(words, text.slice(start, end));
    return Math.max(best, same === 1 ? 1 : same > 0.5 ? 0.3 * same * same : 0);
  }, 0);
}

/** The stretches of the answering sentence of a question, with their clues; null where none is right. */
export function rivalsOf({ asked, sought, measured }: Studied): Rivals | null {
  const [first] = asked.gold;
  const one = first === undefined ? undefined : measured[first];
  if (one === undefined) return null;
  const scene = setScene(sought, one.view, one.matched);
  const key = keyOf(scene);
  const stretches = findStretches(scene.view);
  const clues = new Uint16Array(stretches.length * CLUES);
  const gold = new Float32Array(stretches.length);
  stretches.forEach((stretch, i) => {
    writeClues(scene, key, stretch, clues, i * CLUES);
    gold[i] = rightness(asked, spanOf({ ...stretch, scene, rank: 0, hunch: 0 }));
  });
  return gold.some((value) => value > 0) ? { clues, gold } : null;
}

/** Measured sentences in the order that `trees` give. */
export function rankWith(trees: Trees, measured: readonly Measured[]): readonly Ranked[] {
  return measured
    .map((one): Ranked => ({ ...one, score: scoreTrees(trees, one.features) }))
    .sort((a, b) => b.score - a.score);
}

/** Rows for choosing among the phrases of the best sentences. */
export interface PhraseRows {
  readonly values: number[];
  readonly gold: number[];
  readonly groups: Group[];
}

/** Adds the phrases of a question's best sentences, as found with the given ranker and clues. */
export function addPhrases(
  rows: PhraseRows,
  { asked, sought }: Studied,
  ranked: readonly Ranked[],
  weights: Float32Array,
): void {
  const phrases = findPhrases(sought, ranked, weights);
  const gold = phrases.map((phrase) =>
    standsRight(asked, phrase) ? rightness(asked, spanOf(phrase)) : 0,
  );
  if (!gold.some((value) => value > 0)) return;
  const start = rows.gold.length;
  measurePhrases(ranked, phrases).forEach((features, i) => {
    for (const value of features) rows.values.push(value);
    rows.gold.push(gold[i] ?? 0);
  });
  rows.groups.push({ start, end: rows.gold.length, weight: 1 });
}

function standsRight({ gold }: Asked, { scene }: Phrase): boolean {
  return gold.has(scene.view.sentence.index);
}

/** Learns to choose the answering phrase among those of the best sentences. */
export function trainPhrases(rows: PhraseRows): Trees {
  const loss = chooseOne(rows.groups, Float32Array.from(rows.gold));
  return boost(
    { names: PHRASE_FEATURES, values: Float32Array.from(rows.values) },
    loss,
    SETTINGS,
    2,
  );
}

/** The clue weights as bytes, base64. */
export function packClues(weights: Float32Array): { unit: number; weights: string } {
  const top = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const unit = Number((top / 127).toPrecision(4));
  const bytes = Int8Array.from({ length: PLACES }, (_, i) => Math.round((weights[i] ?? 0) / unit));
  return { unit, weights: Buffer.from(bytes.buffer).toString('base64') };
}
