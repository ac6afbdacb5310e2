import { accessSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Trees } from '../answer/trees.ts';
import { calibrate, UNCALIBRATED } from './calibrate.ts';
import { type Rivals, trainClues } from './clues.ts';
import {
  addPhrases,
  type PhraseRows,
  packClues,
  rankWith,
  rivalsOf,
  trainPhrases,
} from './phrases.ts';
import {
  addRows,
  type RankingRows,
  type Studied,
  type StudiedLoose,
  study,
  studyLoose,
  trainRanking,
} from './ranking.ts';
import { readAsked, readLoose } from './sets.ts';
import { learnSilence } from './silences.ts';
import { countStems, relateStems } from './words.ts';

const ORIGIN =
  'Learnt from SQuAD 1.1 (train), SQuAD 2.0 (part of dev) and TrecQA (train) by `npm run train -- answers`; holds no text of them.';
const NEEDED = [
  'squad1-train.docs.jsonl',
  'squad1-train.questions.jsonl',
  'squad2-a.docs.jsonl',
  'squad2-a.questions.jsonl',
  'trecqa-train.jsonl',
  'trecqa-train-all.jsonl',
];
const STORY = 28; // sentences of the stories that articles are cut into: as long as a news story
const PARAGRAPH = 1; // sentences: an article is cut at each paragraph
const EACH_PHRASE = 2; // every second question is enough to choose among phrases,
const EACH_SILENCE = 2; // and to learn silence from
const SEED = 3; // of the clues
const SEEDS = [1, 11]; // of the ranker

/** Learns all that answering needs from the sets under `dir`, and writes it to the folder `out`. */
export function trainAnswers(dir: string, out: string, log: (line: string) => void): void {
  for (const file of NEEDED) accessSync(join(dir, 'data', 'qa', file)); // or what is learnt already would be lost
  const words = countStems(dir);
  write(out, 'rarity', words);
  write(out, 'synonyms', relateStems(words.counts));
  log('words counted and related');
  const asked = readAsked(dir, 'squad1-train', STORY).filter(({ answers }) => answers.length > 0);
  const studied = study(asked);
  log(`${studied.length} questions over articles`);
  const loose = [
    { set: studyLoose(readLoose(dir, 'trecqa-train')), weight: 3 }, // labelled by hand
    { set: studyLoose(readLoose(dir, 'trecqa-train-all')), weight: 1 },
  ];
  log(`${loose.map(({ set }) => set.length).join(' + ')} with loose sentences`);
  // Phrases of each half of the articles are judged by what was learnt from the other half.
  const halves = halve(studied);
  const learnt = halves.map((half) => ({
    ranker: learnRanker(half, loose, [1]),
    clues: trainClues(rivalsOfAll(half), SEED),
  }));
  log('halves learnt');
  const rows: PhraseRows = { values: [], gold: [], groups: [] };
  halves.forEach((half, i) => {
    const other = learnt[1 - i];
    if (other === undefined) return;
    for (const one of half.filter((_, n) => n % EACH_PHRASE === 0))
      addPhrases(rows, one, rankWith(other.ranker, one.measured), other.clues);
  });
  write(out, 'phrase', trainPhrases(rows));
  write(out, 'rank', learnRanker(studied, loose, SEEDS));
  write(out, 'clues', packClues(trainClues(rivalsOfAll(studied), SEED)));
  log('ranker, clues and phrases learnt');
  const trees = learnSilence([
    ...readAsked(dir, 'squad2-a', STORY).filter((_, n) => n % EACH_SILENCE === 0),
    ...readAsked(dir, 'squad2-a', PARAGRAPH).filter((_, n) => n % (2 * EACH_SILENCE) === 1),
  ]);
  write(out, 'silence', { ...trees, ...UNCALIBRATED });
  write(out, 'silence', { ...trees, ...calibrate(dir) });
  log('silence learnt');
}

function rivalsOfAll(studied: readonly Studied[]): readonly Rivals[] {
  return studied.map(rivalsOf).filter((one): one is Rivals => one !== null);
}

function learnRanker(
  studied: readonly Studied[],
  loose: readonly { readonly set: readonly StudiedLoose[]; readonly weight: number }[],
  seeds: readonly number[],
): Trees {
  const rows: RankingRows = { values: [], gold: [], groups: [] };
  for (const { asked, measured } of studied) addRows(rows, measured, (i) => asked.gold.has(i), 1);
  for (const { set, weight } of loose)
    for (const { measured, right } of set)
      addRows(rows, measured, (i) => right[i] === true, weight);
  return trainRanking(rows, seeds);
}

/** Two halves of the questions, by every second article. */
function halve(studied: readonly Studied[]): readonly [readonly Studied[], readonly Studied[]] {
  const articleOf = ({ asked: { story } }: Studied): string =>
    story.article.id.replace(/\.\d+$/u, '');
  const articles = [...new Set(studied.map(articleOf))];
  const isFirst = (one: Studied): boolean => articles.indexOf(articleOf(one)) % 2 === 0;
  return [studied.filter(isFirst), studied.filter((one) => !isFirst(one))];
}

function write(out: string, name: string, weights: object): void {
  writeFileSync(
    join(out, `${name}.weights.json`),
    `${JSON.stringify({ origin: ORIGIN, ...weights })}\n`,
  );
}
