import { type BotCore, type Place, parseCommand } from '../../src/index.ts';
import type { Drain } from '../chat/drain.ts';
import type { Greeting } from '../chat/greeting.ts';
import type { Turns } from '../chat/turns.ts';
import type { Answer, Unshown } from './answers.ts';
import type { Pauses } from './pauses.ts';
import { drawPicture } from './picture.ts';
import { render } from './render.ts';
import type { Threads } from './threads.ts';
import type { CommandIds } from './typed.ts';
import type { Wire } from './wire.ts';

/** What answering needs. */
export interface Answering {
  readonly core: BotCore;
  readonly wire: Wire;
  readonly pauses: Pauses;
  readonly greeting: Greeting;
  /** Private askers: who asked something in private is stored nowhere. */
  readonly greetingAlone: Greeting;
  readonly turns: Turns;
  /** First answers on their way to Discord. */
  readonly firsts: Drain;
  readonly unshown: Unshown;
  readonly threads: Threads;
  /** The registered commands, as far as known. */
  readonly ids: () => CommandIds;
}

export const SORRY = 'Sorry, I could not show that answer. Please ask again.';

/** Searching blocks the event loop, so what Discord waits 3 seconds for goes out first. In milliseconds. */
const FIRST_WAIT = 2_000;

/** Discord sends over one connection, in the order of asking. */
const IN_TURN = 0;

/** What is asked, where, and for whom. */
export interface Asked {
  readonly line: string;
  readonly place: Place;
  readonly person: string;
  /** Whether others don't see the answer: then they alone are greeted, where the channel was not. */
  readonly alone: boolean;
  /** What was asked, where readers of the answer do not see it. */
  readonly words: string | null;
}

/** An answer, with the greeting if it is the first one here; call `undo` if delivery fails. */
export interface Made {
  readonly answer: Answer;
  readonly undo: () => void;
}

/** Asks the bot; an apology where that goes wrong. */
export async function makeAnswer(
  { line, place, person, alone, words }: Asked,
  {
    core,
    greeting,
    greetingAlone,
    turns,
    firsts,
    ids,
  }: Omit<Answering, 'wire' | 'pauses' | 'unshown' | 'threads'>,
): Promise<Made> {
  try {
    const reply = await turns(IN_TURN, async () => {
      await firsts.settle(FIRST_WAIT);
      return core.bot(parseCommand(line, place));
    });
    const key = alone ? `${place.channel} ${person}` : place.channel;
    const from = alone ? greetingAlone : greeting;
    const closing = greeting.given(place.channel) ? null : from.take(key);
    const picture = await drawPicture(reply);
    const rendered = render(reply, { asked: words, closing, ids: ids() });
    const { contents, chart } = rendered;
    const shown = picture === null && chart !== null ? [...contents, chart] : contents;
    return {
      answer: { ...rendered, contents: shown, picture, line },
      undo: () => {
        if (closing !== null) from.giveBack(key);
      },
    };
  } catch {
    const answer = { contents: [SORRY], buttons: [], chart: null, picture: null, line };
    return { answer, undo: () => {} };
  }
}
