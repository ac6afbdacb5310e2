import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Half } from '../../src/train/page-gold.ts';
import {
  GLANCE_IDS,
  GLANCE_KEPT_IDS,
  GLANCE_KEPT_LATER_IDS,
  GLANCE_LATER_IDS,
  GLANCE_MORE_IDS,
  GLANCE_UNSEEN_IDS,
  LATER_UNSEEN_IDS,
  PLAUSIBLE_IDS,
  REPHRASED_IDS,
  readStory,
  SAID_IDS,
  SAID_KEPT_IDS,
  SAID_KEPT_LATER_IDS,
  SAID_LATER_IDS,
  SAID_MORE_IDS,
  SAID_UNSEEN_IDS,
  STORY_IDS,
  UNSEEN_IDS,
} from '../stories.ts';
import { checkVariants, printChecks } from './checks.ts';
import { measureGlance, measureMarked, printGlance } from './glance.ts';
import { MarkedError, measureMarkedSaid } from './marked-said.ts';
import { measurePages, printPages } from './pages.ts';
import { runPublicSets } from './public/run.ts';
import { askAll, MEASURES, type Outcome, printTable } from './questions.ts';
import { measureSaid, printSaid } from './said.ts';
import { askChains, askYesNo, type Share, talkTo } from './talk.ts';

/*
 * npm run eval                              our own questions over our own stories
 * npm run eval -- --misses                  … and every question that went wrong
 * npm run eval -- --only said               who said what, over stories of which every statement is marked
 * npm run eval -- --only said --marked FILE   … of the stories in a file like those of src/train/statements, a line each:
 *                                           {id, text, attributions: [{at, source, cue, content, speaker, stance}]}
 * npm run eval -- --only said --marked FILE --without-marker   … by the rules and taggers alone, to compare
 * npm run eval -- --only glance             figures, times, sources, lede and six questions of marked stories
 * npm run eval -- --only glance --marked FILE   … of the stories in a file, a line each: id, text, and the marks
 * npm run eval -- --unseen                  the stories first opened at the end, and the other halves of talk
 * npm run eval -- --only said --more        and those opened after them; also with glance
 * npm run eval -- --only said --kept        the stories that nobody has looked at; also with glance
 * npm run eval -- --data DIR [--only NAME]  also the public sets in DIR, scored by the scorers there
 * npm run eval -- --pages DIR [--half even]  web pages with a gold, in a folder laid out like trafilatura's tests
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    pages: { type: 'string' },
    half: { type: 'string' },
    only: { type: 'string' },
    misses: { type: 'boolean' },
    unseen: { type: 'boolean' },
    more: { type: 'boolean' },
    kept: { type: 'boolean' },
    marked: { type: 'string' },
    'without-marker': { type: 'boolean' },
  },
});

if (values['without-marker'] && (values.only !== 'said' || values.marked === undefined)) {
  console.error('--without-marker goes with --only said --marked FILE');
  process.exitCode = 2;
} else if (values.pages !== undefined) {
  const half: Half = values.half === 'even' || values.half === 'odd' ? values.half : 'all';
  console.log(printPages(await measurePages(values.pages, half), values.misses ?? false));
} else if (values.only === 'glance' && values.marked !== undefined) {
  const lines = readFileSync(values.marked, 'utf8').split('\n');
  console.log(printGlance(await measureMarked(lines, onMiss())));
} else if (values.only === 'said' && values.marked !== undefined) {
  await printMarked(values.marked);
} else if (values.only === 'said' && values.kept) {
  await printWho(SAID_KEPT_IDS);
  await printWho(SAID_KEPT_LATER_IDS, 'eight later ones');
} else if (values.only === 'glance' && values.kept) {
  await printListings(GLANCE_KEPT_IDS);
  await printListings(GLANCE_KEPT_LATER_IDS, 'ten later ones');
} else if (values.only === 'said') {
  await printWho(values.unseen ? SAID_UNSEEN_IDS : SAID_IDS);
  if (values.unseen) await printWho(SAID_LATER_IDS, 'eight later ones');
  if (values.more) await printWho(SAID_MORE_IDS, 'twelve more');
} else if (values.only === 'glance') {
  await printListings(values.unseen ? GLANCE_UNSEEN_IDS : GLANCE_IDS);
  if (values.unseen) await printListings(GLANCE_LATER_IDS, 'ten later ones');
  if (values.more) await printListings(GLANCE_MORE_IDS, 'ten more');
} else if (values.unseen) {
  console.log(printTable(await askAll(UNSEEN_IDS)));
  console.log(`\ntwelve later ones\n${printTable(await askAll(LATER_UNSEEN_IDS))}`);
  await printTalk('-kept');
} else if (values.only === undefined) {
  const own = await askAll();
  const rephrased = await askAll(REPHRASED_IDS);
  console.log(`${printTable(own)}\n\nin other words than the story's\n${printTable(rephrased)}`);
  const plausible = await askAll(PLAUSIBLE_IDS);
  console.log(
    `\na third without an answer, though it looks as if there were one\n${printTable(plausible)}`,
  );
  if (values.misses) for (const one of [...own, ...rephrased, ...plausible]) printMiss(one);
  await printTalk('');
  console.log('');
  await printWho(SAID_IDS);
  console.log(`\n${printChecks(await checkVariants(STORY_IDS.map(readStory)))}`);
}
if (values.data !== undefined) await runPublicSets(values.data, values.only ?? null);
else if (values.only !== undefined && !/^(?:said|glance)$/.test(values.only)) {
  console.error('--only NAME goes with --data DIR');
  process.exitCode = 2;
}

function printMiss(outcome: Outcome): void {
  const wrong = MEASURES.filter((measure) => outcome[measure] === false);
  if (wrong.length === 0) return;
  const { story, question, reply } = outcome;
  console.log(`\n${story} | ${question.kind} | ${question.input}\n  wrong: ${wrong.join(', ')}`);
  console.log(`  got: ${reply.answer} (${reply.confidence}) | ${reply.passages[0]?.words ?? '–'}`);
  if (question.found)
    console.log(`  gold: ${question.answers?.join(' / ')} | ${question.sentences?.[0]}`);
}

async function printWho(ids: readonly string[], title = ''): Promise<void> {
  console.log(`${headed(title)}${printSaid(await measureSaid(ids), values.misses ?? false)}`);
}

/** Statements and speakers of the stories in a file; where it does not fit, one line that says why. */
async function printMarked(file: string): Promise<void> {
  try {
    const measured = await measureMarkedSaid(file, !values['without-marker']);
    console.log(printSaid(measured, values.misses ?? false));
  } catch (error) {
    if (!(error instanceof MarkedError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}

async function printListings(ids: readonly string[], title = ''): Promise<void> {
  console.log(`${headed(title)}${printGlance(await measureGlance(ids, onMiss()))}`);
}

function onMiss(): ((line: string) => void) | undefined {
  return values.misses ? (line) => console.log(line) : undefined;
}

function headed(title: string): string {
  return title === '' ? '' : `\n${title}\n`;
}

/** Yes/no, follow-ups and talk, of one half of what was written. */
async function printTalk(half: '' | '-kept'): Promise<void> {
  const { decided, silent } = await askYesNo(`yes-no${half}`);
  const { later, whole } = await askChains(`chains${half}`);
  const { quiet, taken } = await talkTo(`chat${half}`, `asks${half}`, 'council-bins');
  const show = ([right, asked]: Share): string => `${right} of ${asked}`;
  console.log(
    `\nyes/no: deciding passage ${show(decided)}, silent where it is not decided ${show(silent)}`,
  );
  console.log(`follow-ups: later turns right ${show(later)}, whole chains ${show(whole)}`);
  console.log(`talk: no passage ${show(quiet)}; questions taken for talk ${show(taken)}`);
}
