import { parseCommand, type Reply } from '../../src/index.ts';
import { CONSOLE, makeBot, readGold, readStory } from '../stories.ts';

/** A turn of a conversation over a story, and what counts as right. */
interface Turn {
  readonly input: string;
  readonly found: boolean;
  readonly answers?: readonly string[];
  readonly sentences?: readonly string[];
}

interface Chain {
  readonly story: string;
  readonly turns: readonly Turn[];
}

/** How many were right of how many. */
export type Share = readonly [right: number, asked: number];

/** Yes/no questions: of those that a story decides, how often the deciding passage is first. */
export async function askYesNo(file: string): Promise<{ decided: Share; silent: Share }> {
  const rows = readGold<Turn & { readonly story: string }>('talk', file);
  const right: boolean[] = [];
  const silent: boolean[] = [];
  for (const { story, ...turn } of rows) {
    const { bot } = makeBot([readStory(story)]);
    const reply = await bot(parseCommand(turn.input, CONSOLE));
    (turn.found ? right : silent).push(isRight(turn, reply));
  }
  return { decided: shareOf(right), silent: shareOf(silent) };
}

/** Conversations: how many later turns were right, and in how many chains every turn was. */
export async function askChains(file: string): Promise<{ later: Share; whole: Share }> {
  const later: boolean[] = [];
  const whole: boolean[] = [];
  for (const { story, turns } of readGold<Chain>('talk', file)) {
    const { bot } = makeBot([readStory(story)]);
    const right: boolean[] = [];
    for (const turn of turns)
      right.push(isRight(turn, await bot(parseCommand(turn.input, CONSOLE))));
    later.push(...right.slice(1));
    whole.push(right.every(Boolean));
  }
  return { later: shareOf(later), whole: shareOf(whole) };
}

/** Lines that ask nothing: how many got no passage. And questions: how many were taken for talk. */
export async function talkTo(
  talk: string,
  asks: string,
  story: string,
): Promise<{ quiet: Share; taken: Share }> {
  const quiet: boolean[] = [];
  for (const { input } of readGold<Pick<Turn, 'input'>>('talk', talk)) {
    const { bot } = makeBot([readStory(story)]);
    const { passages, command } = await bot(parseCommand(input, CONSOLE));
    quiet.push(passages.length === 0 || command === 'story');
  }
  const taken: boolean[] = [];
  for (const one of readGold<{ readonly story: string; readonly input: string }>('talk', asks)) {
    const { bot } = makeBot([readStory(one.story)]);
    taken.push((await bot(parseCommand(one.input, CONSOLE))).reason === 'not-a-question');
  }
  return { quiet: shareOf(quiet), taken: shareOf(taken) };
}

function isRight({ found, sentences = [] }: Turn, reply: Reply): boolean {
  if (!found) return !reply.found;
  const words = reply.found ? plain(reply.passages[0]?.words ?? '') : '';
  return (
    words !== '' && sentences.map(plain).some((one) => words.includes(one) || one.includes(words))
  );
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function shareOf(all: readonly boolean[]): Share {
  return [all.filter(Boolean).length, all.length];
}
