import type { Bot, Command, Reply } from '../../src/index.ts';
import { createTurns } from '../chat/turns.ts';

/** Asks the bot when its turn comes; null if too many are already waiting. */
export type AskInTurn = (command: Command) => Promise<Reply> | null;

const IN_TURN = 0; // in the order they come
const MOST_WAITING = 100; // questions in progress: at 100 ms of processor each, the last one waits ten seconds

/** Queues questions over HTTP, so that other platforms wait for a few of them, not for all. */
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
