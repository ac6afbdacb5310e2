import { memoryArchive } from '../../src/archive/memory.ts';
import { readArticle } from '../../src/article/article.ts';
import { createBot } from '../../src/bot/bot.ts';
import { parseCommand } from '../../src/commands/parse.ts';
import { hear } from '../../src/story/hear.ts';
import { prepare } from '../../src/story/prepare.ts';
import { quantile } from './measure.ts';
import { HOSTILE, hostileText, longText, withoutEncoder } from './shapes.ts';

const WORDS = [1_000, 4_000, 16_000, 64_000];
const CHARACTERS = [4_000, 16_000, 64_000];
const NAMED = 18; // characters that name a step
const LONGEST = 30_000; // milliseconds: what took so long is not tried four times as long

/** What is asked that needs no reader; `/who-said` and `/check` need the encoder, which reads what is said. */
export const LISTINGS: readonly string[] = [
  '/quotes Ann Ode',
  '/quotes Ann Ode about the bridge',
  '/speakers',
  '/speakers picture',
  '/numbers',
  '/when',
  '/sources',
  '/story more',
  '/who-said we have to go on and find out what happened',
  '/check "we have to go on and find out what happened" by Ann Ode',
];

/** The same, and a question. */
const ALL: readonly string[] = ['/ask How many people were killed on Tuesday?', ...LISTINGS];

/** Milliseconds of processor time of all that is done with a text: its parts, then what is asked. */
export async function measureText(
  text: string,
  asked: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number>();
  const take = async <T>(what: string, work: () => T | Promise<T>): Promise<T> => {
    const before = process.cpuUsage();
    const made = await work();
    const { user, system } = process.cpuUsage(before);
    times.set(what, (user + system) / 1_000);
    return made;
  };
  const story = await take('paragraphs', () => prepare(readArticle('story', text)));
  await take('sentences', () => story.sentences);
  await take('names', () => story.names);
  await take('statements', () => hear(story)); // with what the marker takes
  const archive = memoryArchive();
  await take('index', () => archive.add(withoutEncoder(story)));
  const onError = (error: unknown): never => {
    throw error;
  };
  const { bot } = createBot({ archive, now: () => 0, onError });
  for (const line of asked) await take(line.slice(0, NAMED), () => bot(parseCommand(line, PLACE)));
  return times;
}

const PLACE = { channel: 'c', conversation: 'c', admin: false };

const LISTED = 1_000; // words
const TURNS = 15; // that each listing is asked of a story made ready anew

/** What each listing takes of a prepared story of 1,000 words of which nothing else was asked: the median. */
export async function benchListings(tell: (line: string) => void): Promise<void> {
  const text = longText(LISTED);
  for (const line of ['/numbers', '/when', '/sources', '/speakers', '/story more']) {
    const times: number[] = [];
    for (let turn = 0; turn < TURNS; turn += 1)
      times.push((await measureText(text, [line])).get(line) ?? Number.NaN);
    tell(`${line.padEnd(NAMED)}${quantile(times, 0.5).toFixed(1)} ms of processor time`);
  }
}

/**
 * How preparing and asking grow with a story's length, and with what is meant to hurt: a line for each step.
 * `only`: the shapes to measure, `all` for all of them.
 */
export async function benchGrowth(
  only: readonly string[],
  tell: (line: string) => void,
): Promise<void> {
  await measureText(longText(500), ALL); // models load, and the code gets warm
  const isWanted = (name: string): boolean => only.includes('all') || only.includes(name);
  if (isWanted('news')) await grow('news', WORDS, 'words', longText, tell);
  for (const [name, unit] of Object.entries(HOSTILE)) {
    const make = (length: number): string => hostileText(unit, length);
    if (isWanted(name)) await grow(name, CHARACTERS, 'characters', make, tell);
  }
}

async function grow(
  name: string,
  sizes: readonly number[],
  what: string,
  make: (size: number) => string,
  tell: (line: string) => void,
): Promise<void> {
  const columns: ReadonlyMap<string, number>[] = [];
  for (const size of sizes) {
    const times = await measureText(make(size), ALL);
    columns.push(times);
    if (sumOf(times) > LONGEST) break;
  }
  const done = sizes.slice(0, columns.length).map((size) => `${size / 1_000}k`);
  tell(`${name}: ms of processor time for ${done.join(', ')} ${what}`);
  for (const step of columns[0]?.keys() ?? []) {
    const row = columns.map((times) => (times.get(step) ?? 0).toFixed(0).padStart(8));
    tell(`  ${step.padEnd(NAMED)}${row.join('')}`);
  }
}

export function sumOf(times: ReadonlyMap<string, number>): number {
  return [...times.values()].reduce((sum, one) => sum + one, 0);
}
