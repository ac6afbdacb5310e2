import type { Bot, Command, Reply } from '../../src/index.ts';
import { createTurns } from '../chat/turns.ts';

/** Asks the bot once it is one's turn; null where too many wait already. */
export type AskInTurn = (command: Command) => Promise<Reply> | null;

const IN_TURN = 0; // in the order they come
const MOST_WAITING = 100; // questions in hand: at 100 ms of processor each, the last one waits ten seconds

/** Lets whoever asks over HTTP wait in one line, so that those who ask elsewhere wait for a few of them, not for all. */
export function createWaiting(bot: Bot): AskInTurn {
  const turns = createTurns(null);
  let inHand = 0;
  return (command) => {
    if (inHand >= MOST_WAITING) return null;
    inHand += 1;
    return turns(IN_TURN, () => bot(command)).finally(() => {
      inHand -= 1;
    });
  };
}
