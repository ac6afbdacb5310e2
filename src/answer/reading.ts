import { readFileSync } from 'node:fs';
import type { Span } from '../text/span.ts';
import { CLUES, keyOf, PLACES, writeClues } from './clues.ts';
import { kindFit } from './kind-fit.ts';
import type { Sought } from './match.ts';
import { measurePhrases, PHRASE_FEATURES } from './phrase-features.ts';
import type { Ranked } from './rank.ts';
import { type Scene, setScene } from './scene.ts';
import { findStretches, type Stretch } from './spans.ts';
import { scoreTrees, type Trees } from './trees.ts';

/** A stretch of one of the best sentences that may answer. */
export interface Phrase extends Stretch {
  readonly scene: Scene;
  /** Which of the ranked sentences it stands in, from 0. */
  readonly rank: number;
  /** What its clues say: a first opinion, to compare stretches of one sentence by. */
  readonly hunch: number;
}

/** A phrase with the share of the trust that it gets among all that were looked at; all sum to 1. */
export interface Weighed extends Phrase {
  readonly score: number;
  readonly share: number;
}

const READ = 5; // sentences read for phrases: the answer is in the first five in nine of ten stories
const KEPT = 16; // phrases of a sentence that are looked at closely

const FIT_INSIDE = PHRASE_FEATURES.indexOf('fitInside');

let clueWeights: Float32Array | undefined;
let trees: Trees | undefined;

/** Reads the best sentences for phrases that answer; the likeliest phrase first. */
export function readPhrases(sought: Sought, ranked: readonly Ranked[]): readonly Weighed[] {
  clueWeights ??= loadClues();
  const phrases = findPhrases(sought, ranked, clueWeights);
  trees ??= loadTrees();
  const model = trees;
  const scores = measurePhrases(ranked, phrases).map(
    (row, i) => scoreTrees(model, row) + kindFit(phrases[i] as Phrase, row[FIT_INSIDE] ?? 0),
  );
  return weigh(phrases, scores);
}

/** The phrases of the best sentences that their clues speak for. `weights`: what each clue is worth. */
export function findPhrases(
  sought: Sought,
  ranked: readonly Ranked[],
  weights: Float32Array,
): readonly Phrase[] {
  return ranked.slice(0, READ).flatMap((one, rank) => {
    const scene = setScene(sought, one.view, one.matched);
    const stretches = findStretches(scene.view);
    const hunches = hunchesOf(scene, stretches, weights);
    return bestOf(hunches, KEPT).flatMap((i): readonly Phrase[] => {
      const stretch = stretches[i];
      return stretch === undefined ? [] : [{ ...stretch, scene, rank, hunch: hunches[i] ?? 0 }];
    });
  });
}

/** The places of the highest values, highest first; of hundreds a few are wanted. */
function bestOf(values: Float64Array, most: number): readonly number[] {
  const best: number[] = [];
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    if (best.length === most && value <= (values[best[most - 1] as number] as number)) continue;
    let at = best.length;
    while (at > 0 && value > (values[best[at - 1] as number] as number)) at -= 1;
    best.splice(at, 0, i);
    if (best.length > most) best.pop();
  }
  return best;
}

/** What the clues of each stretch say: the sum of their weights. The inmost loop of an answer. */
function hunchesOf(
  scene: Scene,
  stretches: readonly Stretch[],
  weights: Float32Array,
): Float64Array {
  const key = keyOf(scene);
  const clues = new Uint16Array(CLUES);
  const hunches = new Float64Array(stretches.length);
  for (let i = 0; i < stretches.length; i += 1) {
    writeClues(scene, key, stretches[i] as Stretch, clues, 0);
    let sum = 0;
    for (let k = 0; k < CLUES; k += 1) sum += weights[clues[k] as number] as number;
    hunches[i] = sum;
  }
  return hunches;
}

/** Gives each phrase its share of the trust, likeliest first. */
function weigh(phrases: readonly Phrase[], scores: readonly number[]): readonly Weighed[] {
  const top = Math.max(...scores);
  const sum = scores.reduce((all, score) => all + Math.exp(score - top), 0);
  return phrases
    .map((phrase, i): Weighed => {
      const score = scores[i] ?? 0;
      return { ...phrase, score, share: Math.exp(score - top) / sum };
    })
    .sort((a, b) => b.score - a.score);
}

/** Where a phrase stands in the article. */
export function spanOf({ scene, from, to }: Phrase): Span {
  const { sentence } = scene.view;
  const start = scene.tokens[from]?.start ?? sentence.start;
  return { start, end: scene.tokens[to - 1]?.end ?? sentence.end };
}

/** The weights are stored as whole numbers from -127 to 127, times a unit. */
function loadClues(): Float32Array {
  const url = new URL('./clues.weights.json', import.meta.url);
  const table = JSON.parse(readFileSync(url, 'utf8')) as { unit: number; weights: string };
  const bytes = Buffer.from(table.weights, 'base64');
  if (bytes.length !== PLACES) throw new Error('clues.weights.json is for other clues');
  return Float32Array.from(
    new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length),
    (byte) => byte * table.unit,
  );
}

function loadTrees(): Trees {
  const url = new URL('./phrase.weights.json', import.meta.url);
  const model = JSON.parse(readFileSync(url, 'utf8')) as Trees;
  if (model.names.join() !== PHRASE_FEATURES.join())
    throw new Error('phrase.weights.json is for other features');
  return model;
}
