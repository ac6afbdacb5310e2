import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import MiniSearch from 'minisearch';
import { answerQuestion } from '../../src/answer/answer.ts';
import { memoryArchive } from '../../src/archive/memory.ts';
import { readArticle } from '../../src/article/article.ts';
import { hear } from '../../src/story/hear.ts';
import { prepare } from '../../src/story/prepare.ts';
import type { Story } from '../../src/story/story.ts';
import { hearNow, readGold, readStory, root, STORY_IDS } from '../stories.ts';
import { benchArchive } from './archive.ts';
import { benchEngines } from './engines.ts';
import { benchFiles } from './files.ts';
import { benchGrowth, benchListings } from './growth.ts';
import { benchMarker } from './marker.ts';
import { quantile, ratio, showTimes, time } from './measure.ts';
import { varyStories } from './stories.ts';

/*
 * npm run bench [-- --sizes 1,100,1000] [--kept 1000,10000] [--growth all]
 * `--sizes`: stories in memory; `--kept`: stories in a data folder (adding 10,000 takes some minutes);
 * `--growth`: `news` or shapes of `shapes.ts`, by name.
 * npm run bench -- --fleet 10000,100000
 * only MiniSearch, PostgreSQL (TEST_DATABASE_URL) and OpenSearch (TEST_SEARCH_URL) beside one another, with so many
 * stories of ten paragraphs.
 * npm run bench -- files [page: mail: …]
 * only files that are meant to hurt, of every kind that is read; those whose names begin so.
 * npm run bench -- marker
 * only what the marker adds to hearing a story.
 * Every figure comes with a bare one beside it from the same run: machines are noisy, so compare
 * the ratios. Times are median / 99th percentile.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string', default: '1,100,1000' },
    kept: { type: 'string', default: '1000,10000' },
    growth: { type: 'string', default: 'all' },
    fleet: { type: 'string' },
  },
});
const [sizes = [], kept = [], fleet = []] = [values.sizes, values.kept, values.fleet ?? ''].map(
  (list) => list.split(',').filter(Boolean).map(Number),
);
const questions = STORY_IDS.flatMap((id) =>
  readGold<{ input: string; kind: string }>('questions', id)
    .filter(({ input, kind }) => !input.startsWith('/') && !/said|quotes/.test(kind))
    .map(({ input }) => input),
);

const [what, ...names] = positionals;
if (what === 'files') benchFiles(names, (line) => console.log(line));
else if (what === 'marker') tellMarker();
else if (values.fleet === undefined) await benchAll();
else await benchFleet();

async function benchAll(): Promise<void> {
  await warmUp();
  await benchAnswers();
  await benchPreparing();
  tellMarker();
  await benchColdStart();
  console.log('many stories kept in a data folder, side by side with bare MiniSearch');
  for (const size of kept) for (const line of await benchArchive(size)) console.log(`  ${line}`);
  console.log('each listing of a prepared story of 1,000 words');
  await benchListings((line) => console.log(`  ${line}`));
  console.log('how it grows with the length of a story');
  await benchGrowth(values.growth.split(',').filter(Boolean), (line) => console.log(`  ${line}`));
}

function tellMarker(): void {
  console.log('hearing a story with its names in hand, each time in a process of its own');
  benchMarker((line) => console.log(`  ${line}`));
}

async function benchFleet(): Promise<void> {
  const { TEST_DATABASE_URL: database, TEST_SEARCH_URL: search } = process.env;
  const places = { database: database || null, search: search || null };
  console.log('three engines beside one another');
  for (const size of fleet) await benchEngines(size, places, (line) => console.log(`  ${line}`));
}

/** Models load once, whatever is measured first. */
async function warmUp(): Promise<void> {
  const archive = memoryArchive();
  for (const story of varyStories(12)) archive.add(story);
  for (const question of questions) await answerQuestion(archive, question, null, null);
}

async function benchAnswers(): Promise<void> {
  console.log(
    'a whole answer against bare MiniSearch, by default, for the question as typed on the same sentences',
  );
  for (const size of sizes) {
    const before = memory();
    const stories = varyStories(size);
    const archive = memoryArchive();
    const started = performance.now();
    for (const story of stories) archive.add(story);
    const added = performance.now() - started;
    const megabytes = memory() - before;
    const bare = bareIndex(stories);
    const times = Math.max(200, Math.min(1_000, 100_000 / size));
    const ask = (n: number) =>
      answerQuestion(archive, questions[n % questions.length] ?? '', null, null);
    await time(40, ask); // models load, and the code gets warm
    await time(40, (n) => bare.search(questions[n % questions.length] ?? ''));
    const whole = await time(times, ask);
    const search = await time(times, (n) => bare.search(questions[n % questions.length] ?? ''));
    console.log(
      `  ${size} stories: answer ${showTimes(whole)}, bare search ${showTimes(search)}, ratio ${ratio(whole, search)}; ` +
        `adding ${(added / size).toFixed(2)} ms a story; ${((megabytes / size) * 1_000).toFixed(0)} MB per thousand stories`,
    );
  }
}

function bareIndex(stories: readonly Story[]): MiniSearch {
  const index = new MiniSearch({ fields: ['text'] });
  for (const { article, sentences } of stories) {
    for (const { start, end, index: n } of sentences) {
      index.add({ id: `${article.id}#${n}`, text: article.text.slice(start, end) });
    }
  }
  return index;
}

function memory(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
}

async function benchPreparing(): Promise<void> {
  const require = createRequire(import.meta.url);
  const wink = require('wink-nlp')(require('wink-eng-lite-web-model'), ['sbd', 'pos']);
  const compromise = require('compromise');
  const texts = STORY_IDS.map((id) => readStory(id).article.text);
  const text = (n: number): string => texts[n % texts.length] ?? '';
  const passages = (n: number) => prepare(readArticle('story', text(n))).sentences.length;
  const ruled = (n: number) => hearNow(prepare(readArticle('story', text(n)))).statements.length;
  const heard = async (n: number) =>
    (await hear(prepare(readArticle('story', text(n))))).statements.length;
  const tags = (n: number) => wink.readDoc(text(n)).tokens().out(wink.its.pos);
  const passes = [passages, ruled, heard, tags, (n: number) => compromise(text(n)).json()];
  for (const pass of passes) await time(12, pass);
  const times: (readonly number[])[] = [];
  for (const pass of passes) times.push(await time(60, pass));
  const [sentences = [], rules = [], all = [], bare = [], other = []] = times;
  console.log(
    'preparing a story of about 480 words against one pass of a library over the same text',
  );
  console.log(`  wink-nlp, tags only: ${showTimes(bare)}`);
  console.log(`  compromise: ${showTimes(other)}, ${ratio(other, bare)} of wink`);
  console.log(
    `  our sentences and tokens: ${showTimes(sentences)}, ${ratio(sentences, bare)} of wink`,
  );
  console.log(
    `  our names and statements too, by rules and taggers alone: ${showTimes(rules)}, ${ratio(rules, bare)} of wink`,
  );
  console.log(
    `  as they ship, with the marker: ${showTimes(all)}, ${ratio(all, bare)} of wink; ${(1_000 / quantile(all, 0.5)).toFixed(0)} stories a second (wink ${(1_000 / quantile(bare, 0.5)).toFixed(0)})`,
  );
}

async function benchColdStart(): Promise<void> {
  const main = fileURLToPath(new URL('dist/adapters/main.js', root));
  const start = (args: readonly string[], input: string) => () =>
    spawnSync(process.execPath, args, { input });
  const answer = await time(7, start([main, 'console', '--json'], 'Who founded Alibaba?\n'));
  const bare = await time(7, start(['-e', '0'], ''));
  console.log('cold start of the console to its first answer');
  console.log(
    `  ${quantile(answer, 0.5).toFixed(0)} ms; bare node ${quantile(bare, 0.5).toFixed(0)} ms, ratio ${ratio(answer, bare)}`,
  );
}
