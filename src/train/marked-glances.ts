import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArticle } from '../article/article.ts';
import type { Question } from '../newsroom/five-w-candidates.ts';
import { prepare } from '../story/prepare.ts';
import type { Story } from '../story/story.ts';

const MARKS = 'test/eval/glance';
const STORIES = 'test/stories';
// the stories that training may see: others with marks are kept for measuring
const IDS =
  `amber-lock ancient-pollen angry-estuary ash-lantern ballot-fox blue-squid brick-heron candle-weir
  copper-wren frost-lane frozen-dumpling gentle-cartographer green-kettle harbor-stone hollow-reed leaky-reservoir
  linen-oak muddy-lido narrow-recount orbit-clerk pine-otter plum-skillet quiet-harp rusty-tanker
  silver-quay stolen-cello tidal-boot tin-harvest velvet-crown windy-flanker`.split(/\s+/u);
/** Stories whose listings are marked and that training may see: those of the six questions, and ten looked at later. */
export const LOOKED_AT: readonly string[] = [
  ...IDS,
  'cocoa-quay',
  'corridor-queue',
  'marsh-census',
  'pebble-rocket',
  'plover-dusk',
  'raffle-bus',
  'teapot-levy',
  'thirsty-canal',
  'tulip-verdict',
  'winger-cheque',
];

const PARTS = 10; // stories kept out together: with one each, training takes minutes

/** A story of our own whose answers to the six questions are marked. */
export interface MarkedStory {
  readonly set: 'marked';
  /** The part it is kept out with. */
  readonly event: string;
  readonly story: Story;
  /** The phrases that answer; `[null]` where the story does not. */
  readonly goldFor: (question: Question) => readonly (string | null)[];
}

/** Our own marked stories, in the order of their names. */
export function readMarkedGlances(): readonly MarkedStory[] {
  return IDS.map((id, i): MarkedStory => {
    const { six } = JSON.parse(readFileSync(join(MARKS, `${id}.json`), 'utf8')) as {
      readonly six: Readonly<Record<Question, readonly string[]>>;
    };
    const story = prepare(readArticle(id, readFileSync(join(STORIES, `${id}.txt`), 'utf8')));
    const goldFor = (question: Question): readonly (string | null)[] =>
      six[question].length === 0 ? [null] : six[question];
    return { set: 'marked', event: `part ${i % PARTS}`, story, goldFor };
  });
}
