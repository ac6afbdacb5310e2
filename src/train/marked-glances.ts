import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArticle } from '../article/article.ts';
import type { Question } from '../newsroom/five-w-candidates.ts';
import { prepare } from '../story/prepare.ts';
import type { Story } from '../story/story.ts';
import { readWrittenGlances, type WrittenGlance } from './written-glances.ts';

const MARKS = 'test/eval/glance';
const STORIES = 'test/stories';
// of the stories that are for measuring, those that training may see: others with marks are kept
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

const PARTS = 5; // stories kept out together: with one each, training takes minutes

/** A story of our own with what is marked in it. */
export interface MarkedStory {
  readonly set: 'marked';
  /** The part it is kept out with. */
  readonly event: string;
  readonly story: Story;
  readonly lede: string;
  /** The phrases that answer; `[null]` where the story does not. */
  readonly goldFor: (question: Question) => readonly (string | null)[];
}

/** Our own marked stories: those for measuring that training may see, and those written to be learnt from. */
export function readMarkedGlances(): readonly MarkedStory[] {
  return [...IDS.map(readLookedAt), ...readWrittenGlances()].map(markedStory);
}

type Marks = Pick<WrittenGlance, 'id' | 'text' | 'lede' | 'six'>;

function readLookedAt(id: string): Marks {
  const marks = JSON.parse(readFileSync(join(MARKS, `${id}.json`), 'utf8')) as Omit<
    Marks,
    'id' | 'text'
  >;
  return { ...marks, id, text: readFileSync(join(STORIES, `${id}.txt`), 'utf8') };
}

/** A story with its marks, as the `place`th of those that are learnt from. */
function markedStory({ id, text, lede, six }: Marks, place: number): MarkedStory {
  return {
    set: 'marked',
    event: `part ${place % PARTS}`,
    story: prepare(readArticle(id, text)),
    lede,
    goldFor: (question) => (six[question].length === 0 ? [null] : six[question]),
  };
}
