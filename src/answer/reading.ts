import { readFileSync } from 'node:fs';
import type { Span } from '../text/span.ts';
import { CLUES, keyOf, PLACES, writeClues } from './clues.ts';
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

/** The weights of the clues, as whole numbers from -127 to 127 and their unit. */
interface ClueWeights {
  readonly unit: number;
  readonly weights: Int8Array;
}

let clueWeights: ClueWeights | undefined;
let trees: Trees | undefined;

/** Reads the best sentences for phrases that answer; the likeliest phrase first. */
export function readPhrases(sought: Sought, ranked: readonly Ranked[]): readonly Weighed[] {
  clueWeights ??= loadClues();
  const { unit, weights } = clueWeights;
  const phrases = findPhrases(sought, ranked, (place) => (weights[place] ?? 0) * unit);
  trees ??= loadTrees();
  const model = trees;
  return weigh(
    phrases,
    measurePhrases(ranked, phrases).map((row) => scoreTrees(model, row)),
  );
}

/** The phrases of the best sentences that their clues speak for. `weightOf`: what a clue is worth. */
export function findPhrases(
  sought: Sought,
  ranked: readonly Ranked[],
  weightOf: (place: number) => number,
): readonly Phrase[] {
  return ranked.slice(0, READ).flatMap((one, rank) => {
    const scene = setScene(sought, one.view, one.matched);
    const key = keyOf(scene);
    const clues = new Uint16Array(CLUES);
    const found = findStretches(scene.view).map((stretch): Phrase => {
      writeClues(scene, key, stretch, clues, 0);
      let hunch = 0;
      for (const place of clues) hunch += weightOf(place);
      return { ...stretch, scene, rank, hunch };
    });
    return found.sort((a, b) => b.hunch - a.hunch || a.from - b.from).slice(0, KEPT);
  });
}

/** Gives each phrase its share of the trust, likeliest first. */
export function weigh(phrases: readonly Phrase[], scores: readonly number[]): readonly Weighed[] {
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

function loadClues(): ClueWeights {
  const url = new URL('./clues.weights.json', import.meta.url);
  const table = JSON.parse(readFileSync(url, 'utf8')) as { unit: number; weights: string };
  const bytes = Buffer.from(table.weights, 'base64');
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  if (weights.length !== PLACES) throw new Error('clues.weights.json is for other clues');
  return { unit: table.unit, weights };
}

function loadTrees(): Trees {
  const url = new URL('./phrase.weights.json', import.meta.url);
  const model = JSON.parse(readFileSync(url, 'utf8')) as Trees;
  if (model.names.join() !== PHRASE_FEATURES.join())
    throw new Error('phrase.weights.json is for other features');
  return model;
}
