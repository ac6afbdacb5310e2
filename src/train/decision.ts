import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Decision, type Read, readSigns, SIGN_NAMES, type Sight } from '../answer/decide.ts';
import { leanOn, readQuestion } from '../answer/question.ts';
import { readStory, readyToAsk } from '../answer/reading.ts';
import { readArticle } from '../article/article.ts';
import { prepare } from '../story/prepare.ts';
import type { Span } from '../text/span.ts';
import { chanceOf, type Fitted, fitChoices, fitLogistic } from './logistic.ts';

const ORIGIN =
  'Fitted by `npm run train -- decision` on stories written for this project and kept out of the reader’s training.';
const FILE = 'src/train/reader/stories/calibration.jsonl';
const FOREIGN = 4; // questions of another story that each story is asked too: most that is typed is no near miss
const FOLDS = 8; // of stories: each is decided by what the others teach
const QUIET = 0.78; // of the questions without an answer, at least so many are to get none
const RIGHT = 0.85; // of the answers whose words are given as sure, at least so many are to be right

interface Turn {
  readonly q: string;
  readonly a: readonly string[];
  readonly in?: string;
}

interface StoryRow {
  readonly id: string;
  readonly text: string;
  readonly questions: readonly Turn[];
  /** Conversations: each question leans on those before it. */
  readonly chains?: readonly (readonly Turn[])[];
}

/** A question as it was read: the sentences, which of them answer, and the rest of what was seen. */
interface Studied {
  readonly story: string;
  readonly read: readonly Read[];
  readonly right: readonly boolean[];
  readonly sight: Sight;
}

/** Fits the order of sentences and the decision on the stories kept for that, into the folder `out`. */
export async function trainDecision(out: string, log: (line: string) => void): Promise<void> {
  const rows = readFileSync(FILE, 'utf8').split('\n').filter(Boolean);
  const studied: Studied[] = [];
  const stories = rows.map((row) => JSON.parse(row) as StoryRow);
  for (const [i, story] of stories.entries()) {
    const others = stories[(i + 1) % stories.length]?.questions ?? [];
    const foreign = others.slice(0, FOREIGN).map(({ q }) => ({ q, a: [] }));
    studied.push(...(await study({ ...story, questions: [...story.questions, ...foreign] })));
  }
  log(`${studied.length} questions read over ${rows.length} stories`);

  const choices = studied.flatMap(({ read, right }) => {
    const at = right.indexOf(true);
    return at < 0 ? [] : [{ rows: read.map(toRow), right: at }];
  });
  const raw = fitChoices(choices);
  const order = raw.map((weight) => weight / (raw[0] || 1)) as unknown as Decision['order'];
  log(`order: ${order.map((weight) => weight.toFixed(2)).join(', ')}`);

  const seen = studied.map((one) => see(one, order));
  const ids = [...new Set(seen.map(({ story }) => story))];
  const chances = seen.map(() => 0);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const isKept = ({ story }: Seen): boolean => ids.indexOf(story) % FOLDS === fold;
    const fitted = fitSeen(seen.filter((one) => !isKept(one)));
    seen.forEach((one, i) => {
      if (isKept(one)) chances[i] = chanceOf(fitted, one.signs);
    });
  }
  const { weights, offset } = fitSeen(seen);
  const absent = chances.filter((_, i) => !seen[i]?.answerable);
  const likely = quantile(absent, QUIET);
  const sure = Math.max(likely, leastWith(RIGHT, chances, seen));
  report(seen, chances, likely, sure, log);
  const decision: Decision & { readonly origin: string } = {
    origin: ORIGIN,
    order: order.map(short) as unknown as Decision['order'],
    names: SIGN_NAMES,
    weights: weights.map(short),
    offset: short(offset),
    likely: short(likely),
    sure: short(sure),
  };
  writeFileSync(join(out, 'decision.weights.json'), `${JSON.stringify(decision)}\n`);
}

async function study({ id, text, questions, chains = [] }: StoryRow): Promise<readonly Studied[]> {
  const story = prepare(readArticle(id, text, null));
  const studied: Studied[] = [];
  const turns = chains.flatMap((chain) =>
    chain.map((one, i) => ({ ...one, before: chain.slice(0, i).map(({ q }) => q) })),
  );
  for (const { q, a, in: near, before } of [...questions.map(alone), ...turns]) {
    const plain = readQuestion(q);
    const question = before.length === 0 ? plain : leanOn(plain, before.join(' '));
    const { ranked, sight } = await readStory(await readyToAsk(question), story);
    if (sight === null) continue;
    const read = ranked.filter((one): one is Read => one.words !== null);
    const spans = near === undefined ? [] : a.flatMap((answer) => placesOf(text, near, answer));
    const holds = ({ sentence }: Read): boolean =>
      spans.some(({ start }) => sentence.start <= start && start < sentence.end);
    studied.push({ story: id, read, right: read.map(holds), sight });
  }
  return studied;
}

function alone(asked: Turn): Turn & { readonly before: readonly string[] } {
  return { ...asked, before: [] };
}

/** Where an answer is: in the marked stretch, else wherever its words are. */
function placesOf(text: string, near: string, answer: string): readonly Span[] {
  const stretch = near.includes(answer) ? text.indexOf(near) : -1;
  const start = stretch >= 0 ? stretch + near.indexOf(answer) : text.indexOf(answer);
  return start < 0 ? [] : [{ start, end: start + answer.length }];
}

interface Seen {
  readonly story: string;
  readonly signs: readonly number[];
  readonly right: boolean;
  readonly answerable: boolean;
}

function see({ story, read, right, sight }: Studied, order: Decision['order']): Seen {
  const scored = read
    .map((one, i) => ({ ...one, right: right[i] === true, score: dot(order, toRow(one)) }))
    .sort((a, b) => b.score - a.score);
  const [best, second = null] = scored;
  if (best === undefined) throw new RangeError(`${story}: nothing was read`);
  const answerable = right.includes(true);
  return { story, signs: readSigns({ ...sight, best, second }), right: best.right, answerable };
}

function toRow({ margin, tells, cosine, search }: Read): readonly number[] {
  return [margin, tells, cosine, search];
}

function fitSeen(seen: readonly Seen[]): Fitted {
  return fitLogistic(
    seen.map(({ signs }) => signs),
    seen.map(({ right }) => right),
  );
}

/** The lowest probability above which a given share of answers is right. */
function leastWith(share: number, chances: readonly number[], seen: readonly Seen[]): number {
  const inOrder = chances.map((_, i) => i).sort((a, b) => (chances[b] ?? 0) - (chances[a] ?? 0));
  let right = 0;
  let least = 1;
  inOrder.forEach((i, n) => {
    right += Number(seen[i]?.right);
    if (right / (n + 1) >= share) least = chances[i] ?? 1;
  });
  return least;
}

function report(
  seen: readonly Seen[],
  chances: readonly number[],
  likely: number,
  sure: number,
  log: (line: string) => void,
): void {
  const there = chances.filter((_, i) => seen[i]?.answerable).sort((a, b) => a - b);
  const absent = chances.filter((_, i) => !seen[i]?.answerable);
  const below = (value: number): number => there.filter((one) => one > value).length;
  const auroc = absent.reduce((sum, one) => sum + below(one), 0) / (there.length * absent.length);
  const share = (
    isIt: (one: Seen, chance: number) => boolean,
    of: (one: Seen) => boolean,
  ): string => {
    const some = seen.map((one, i) => [one, chances[i] ?? 0] as const).filter(([one]) => of(one));
    return `${((100 * some.filter(([one, chance]) => isIt(one, chance)).length) / some.length).toFixed(1)} %`;
  };
  const answerable = (one: Seen): boolean => one.answerable;
  log(`first sentence right ${share((one) => one.right, answerable)}`);
  log(`AUROC ${(100 * auroc).toFixed(1)} (cross-validated over stories)`);
  log(
    `from ${likely.toFixed(3)}: right and shown ${share((one, c) => one.right && c >= likely, answerable)}`,
  );
  log(`silent though it says ${share((_, c) => c < likely, answerable)}`);
  log(
    `answered though it does not ${share(
      (_, c) => c >= likely,
      (one) => !one.answerable,
    )}`,
  );
  log(`sure from ${sure.toFixed(3)}: ${share((_, c) => c >= sure, answerable)} of those it says`);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 1;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

function short(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
