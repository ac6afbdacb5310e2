import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeText } from '../ingest/decode.ts';
import { parsePage } from '../ingest/dom.ts';
import { readLinkedData } from '../ingest/linked-data.ts';
import { chooseBlocks, type Reading } from '../ingest/page-body.ts';
import { describeBlocks, type JudgeWeights, judgeBlocks } from '../ingest/page-judge.ts';
import { readMeta } from '../ingest/page-meta.ts';
import { fitLogistic } from './logistic.ts';
import { type Gold, inOneLine, listGoldPages } from './page-gold.ts';

const FOLDS = 10;
const STEPS = 600; // on sites left out twice as many are no better

/** A page as the rules read it, and each block that is known to be in the story or not. */
interface Example extends Reading {
  readonly domain: string;
  readonly gold: Gold;
  readonly headline: string | null;
  readonly rows: readonly (readonly number[])[];
  /** Null where nothing is known. */
  readonly right: readonly (boolean | null)[];
}

/**
 * Learns which blocks of a page are its story, from the even half of the pages in `directory`, which is laid out like the
 * tests of trafilatura; writes `page-judge.weights.json` to `out`. Tells how good it is on sites it was not trained on.
 */
export async function trainPages(
  directory: string,
  out: string,
  log: (line: string) => void,
): Promise<void> {
  const examples: Example[] = [];
  for (const { address, gold, path } of listGoldPages(directory, 'even'))
    examples.push(await readExample(address, gold, path));
  log(
    `${examples.length} pages, by the rules alone ${tell(examples, ({ chosen }) => [...chosen])}`,
  );
  const domains = [...new Set(examples.map(({ domain }) => domain))].sort();
  const foldOf = ({ domain }: Example): number => domains.indexOf(domain) % FOLDS;
  const models = Array.from({ length: FOLDS }, (_, fold) =>
    learn(examples.filter((one) => foldOf(one) !== fold)),
  );
  log(`sites left out: ${tell(examples, (one) => judged(one, models[foldOf(one)]))}`);
  const model = learn(examples);
  log(`fitted: ${tell(examples, (one) => judged(one, model))}`);
  writeFileSync(join(out, 'page-judge.weights.json'), `${JSON.stringify(model, null, 1)}\n`);
}

async function readExample(address: string, gold: Gold, path: string): Promise<Example> {
  const page = await parsePage(decodeText(readFileSync(path), null).text);
  const data = readLinkedData(page);
  const { headline, description } = readMeta(page, data, address);
  const reading = chooseBlocks(page, { articleBody: data.articleBody, description, headline });
  return {
    ...reading,
    domain: domainOf(address, gold.file),
    gold,
    headline,
    rows: describeBlocks(reading.all, reading.chosen, headline),
    right: reading.all.map(({ text }) => isRight(inOneLine(text), gold)),
  };
}

/** `https://news.coast.example/a` → `coast.example`; what an archive of the web keeps is its own site’s. */
function domainOf(address: string, file: string): string {
  const own = /^https?:\/\/web\.archive\.org\/web\/\w+\/(https?:.*)$/.exec(address)?.[1] ?? address;
  return URL.canParse(own) ? new URL(own).hostname.split('.').slice(-2).join('.') : file;
}

function isRight(text: string, gold: Gold): boolean | null {
  const holds = (piece: string): boolean => text.includes(inOneLine(piece));
  const [is, isNot] = [gold.with.some(holds), gold.without.some(holds)];
  return is === isNot ? null : is;
}

function learn(examples: readonly Example[]): JudgeWeights {
  const known = examples.flatMap(({ rows, right }) =>
    rows.flatMap((row, i) => (right[i] === null ? [] : [{ row, is: right[i] === true }])),
  );
  const { weights, offset } = fitLogistic(
    known.map(({ row }) => row),
    known.map(({ is }) => is),
    STEPS,
  );
  return { weights: weights.map(round), offset: round(offset) };
}

function round(weight: number): number {
  return Number(weight.toFixed(4));
}

function judged({ all, chosen, headline }: Example, model: JudgeWeights | undefined) {
  return judgeBlocks(all, chosen, headline, model);
}

function tell(
  examples: readonly Example[],
  read: (one: Example) => readonly { readonly text: string }[],
): string {
  let [found, missed, extra] = [0, 0, 0];
  for (const one of examples) {
    const text = inOneLine(
      read(one)
        .map((block) => block.text)
        .join(' '),
    );
    const held = one.gold.with.filter((piece) => text.includes(inOneLine(piece))).length;
    found += held;
    missed += one.gold.with.length - held;
    extra += one.gold.without.filter((piece) => text.includes(inOneLine(piece))).length;
  }
  const f1 = (2 * found) / (2 * found + missed + extra);
  return `F1 ${f1.toFixed(4)}, missed ${missed}, too much ${extra}`;
}
