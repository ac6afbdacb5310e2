import { parseArgs } from 'node:util';
import { REPHRASED_IDS, readStory, STORY_IDS } from '../stories.ts';
import { checkVariants, printChecks } from './checks.ts';
import { runPublicSets } from './public/run.ts';
import { askAll, MEASURES, type Outcome, printTable } from './questions.ts';

/*
 * npm run eval                              our own questions over our own stories
 * npm run eval -- --misses                  … and every question that went wrong
 * npm run eval -- --data DIR [--only NAME]  also the public sets in DIR, scored by the scorers there
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    only: { type: 'string' },
    misses: { type: 'boolean' },
  },
});

if (values.only === undefined) {
  const own = await askAll();
  const rephrased = await askAll(REPHRASED_IDS);
  console.log(`${printTable(own)}\n\nin other words than the story's\n${printTable(rephrased)}`);
  if (values.misses) for (const one of [...own, ...rephrased]) printMiss(one);
  console.log(`\n${printChecks(checkVariants(STORY_IDS.map(readStory)))}`);
}
if (values.data !== undefined) await runPublicSets(values.data, values.only ?? null);
else if (values.only !== undefined) {
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
