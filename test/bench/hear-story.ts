import { readArticle } from '../../src/article/article.ts';
import { loadModel } from '../../src/reader/session.ts';
import { readMarks } from '../../src/statements/marking/marker.ts';
import { hear } from '../../src/story/hear.ts';
import { prepare } from '../../src/story/prepare.ts';
import type { Story } from '../../src/story/story.ts';
import { hearNow } from '../stories.ts';
import { largest } from './measure.ts';
import { longText } from './shapes.ts';

/** What hearing a story took. */
export interface HearCost {
  /** Milliseconds of processor time. */
  readonly time: number;
  /** Of them, those in which the marker reads; 0 without it. */
  readonly marker: number;
  /** Windows that it reads. */
  readonly windows: number;
  /** Bytes of the whole process at its largest. */
  readonly memory: number;
}

/*
 * Hears a story of so many words, in a process of its own, and prints what that took: `marked` as it ships, `ruled` by
 * rules and taggers alone.
 */
const [, , words, how] = process.argv;
const isMarked = how === 'marked';

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** With its names: they are not what is measured. */
function make(count: number): Story {
  const story = prepare(readArticle('story', longText(count)));
  void story.names;
  return story;
}

const listen = async (story: Story): Promise<number> =>
  (isMarked ? await hear(story) : hearNow(story)).statements.length;

if (isMarked) await loadModel('marker', 'awaited'); // or what follows would be without it
await listen(make(500)); // the code gets warm
const story = make(Number(words));
const time = await timeOf(() => listen(story));
const memory = largest();
let windows = 0;
const read = async (): Promise<void> => {
  ({ length: windows } = (await readMarks(story)).pieces.windows);
};
const marker = isMarked ? await timeOf(read) : 0;
console.log(JSON.stringify({ time, marker, windows, memory } satisfies HearCost));
process.exit();
