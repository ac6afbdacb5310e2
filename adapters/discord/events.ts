import type { Answered } from '../chat/answered.ts';
import type { FloodLimit } from '../chat/flood.ts';
import type { Lanes } from '../chat/lanes.ts';
import { placeKey } from '../chat/places.ts';
import type { Arrivals } from '../chat/turns.ts';
import { answerInteraction, answerMessage, noteInChannel, notePrivately } from './answer.ts';
import type { Answering } from './asking.ts';
import type { Listeners } from './dispatch.ts';
import { readInteraction } from './interactions.ts';
import { readMessage, type Surroundings } from './receive.ts';

/** What events are answered with; all connections share it. */
export interface EventParts {
  readonly answering: Answering;
  readonly arrivals: Arrivals;
  readonly answered: Answered;
  readonly flood: FloodLimit;
  /** Answers in a channel come in the order of the questions. */
  readonly lanes: Lanes;
  readonly run: (task: () => Promise<void>) => void;
}

/** What becomes of each event: at most one answer, within what a person may ask, in a channel's order. */
export function listenersFor(
  { answering, arrivals, answered, flood, lanes, run }: EventParts,
  around: Surroundings,
): Listeners {
  const { pauses } = answering;
  return {
    onMessage: (event) =>
      run(async () => {
        arrivals.count += 1;
        const question = readMessage(event, around);
        if (question === null) return;
        const key = placeKey('discord', 'message', question.id);
        if (!answered.first(key)) return;
        const judging = flood(question.person); // as they come, though the lane is waited for
        await lanes.run(question.channel, async () => {
          const verdict = await judging;
          if (verdict === 'silence') return;
          const task = verdict === 'note' ? noteInChannel : answerMessage;
          await answered.run(key, async () => {
            if (!pauses.isOn(question.channel)) await task(question, answering);
          });
        });
      }),
    onInteraction: (event) =>
      run(async () => {
        arrivals.count += 1;
        const asked = readInteraction(event, around);
        if (asked === null) return;
        const key = placeKey('discord', 'interaction', asked.call.id);
        if (!answered.first(key)) return;
        // what is offered while someone types counts for no flood, and does no harm twice
        if (asked.kind === 'typing') return answerInteraction(asked, answering);
        // a note each time: silence reads as a failure of the bot
        const isFine = (await flood(asked.person)) === 'answer';
        const task = isFine ? answerInteraction : notePrivately;
        await answered.run(key, () => task(asked, answering));
      }),
  };
}
