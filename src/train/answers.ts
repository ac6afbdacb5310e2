import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Trees } from '../answer/trees.ts';
import { viewOf } from '../answer/view.ts';
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
import { addSilence, type Judges, type SilenceRows, trainSilence } from './silences.ts';
import { countStems, relateStems } from './words.ts';

const ORIGIN =
  'Learnt from SQuAD 1.1 (train) and TrecQA (train) by `npm run train -- answers`; holds no text of them.';
const STORY = 28; // sentences of the stories that articles are cut into: as long as a news story
const EACH_SILENCE = 2; // every second question is enough to learn silence from

/** Learns all that answering needs from the sets under `dir`, and writes it to the folder `out`. */
export function trainAnswers(dir: string, out: string, log: (line: string) => void): void {
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
  // Phrases and silence are learnt on articles that the first ranker and clues have not seen.
  const [first, second] = halve(studied);
  const judges = learnPhrases(first, second);
  write(out, 'phrase', judges.phrases);
  log('phrases learnt');
  const trees = learnSilence(second, judges);
  write(out, 'silence', { ...trees, ...UNCALIBRATED });
  log('silence learnt');
  write(out, 'rank', learnRanker(studied, loose));
  write(out, 'clues', packClues(trainClues(rivalsOfAll(studied), 3)));
  log('ranker and clues learnt from all');
  write(out, 'silence', { ...trees, ...calibrate(dir) });
}

/** What chooses phrases: learnt on the second articles, by a ranker and clues learnt on the first. */
function learnPhrases(first: readonly Studied[], second: readonly Studied[]): Judges {
  const ranker = learnRanker(first, []);
  const clues = trainClues(rivalsOfAll(first), 3);
  const rows: PhraseRows = { values: [], gold: [], groups: [] };
  for (const one of second) addPhrases(rows, one, rankWith(ranker, one.measured), clues);
  return { ranker, clues, phrases: trainPhrases(rows) };
}

/** What tells whether a story answers, learnt on the second articles. */
function learnSilence(second: readonly Studied[], judges: Judges): Trees {
  const rows: SilenceRows = { values: [], gold: [], weights: [] };
  const views = [...new Set(second.map(({ asked: { story } }) => viewOf(story)))];
  for (const { asked } of second.filter((_, n) => n % EACH_SILENCE === 0))
    addSilence(rows, asked, views, judges);
  return trainSilence(rows);
}

function rivalsOfAll(studied: readonly Studied[]): readonly Rivals[] {
  return studied.map(rivalsOf).filter((one): one is Rivals => one !== null);
}

function learnRanker(
  studied: readonly Studied[],
  loose: readonly { readonly set: readonly StudiedLoose[]; readonly weight: number }[],
): Trees {
  const rows: RankingRows = { values: [], gold: [], groups: [] };
  for (const { asked, measured } of studied) addRows(rows, measured, (i) => asked.gold.has(i), 1);
  for (const { set, weight } of loose)
    for (const { measured, right } of set)
      addRows(rows, measured, (i) => right[i] === true, weight);
  return trainRanking(rows);
}

/** Two halves of the questions, by every second article. */
function halve(
  studied: readonly Studied[],
): readonly [readonly Studied[], readonly Studied[]] {
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
