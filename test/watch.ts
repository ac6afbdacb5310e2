import { memoryArchive } from '../src/archive/memory.ts';
import { createBot } from '../src/bot/bot.ts';
import { createWatches } from '../src/bot/watches.ts';
import { type Place, parseCommand, type StoryChange } from '../src/index.ts';
import { heardStore } from '../src/store/heard-store.ts';
import { memoryStore } from '../src/store/memory-store.ts';

/** A story about a ferry as it came in first. */
export const FERRY = [
  'Ferry Runs Aground',
  'A ferry ran aground off the north pier on Friday, the council said.',
  '“Nobody was hurt,” said Bo Lund, the harbour master.',
  'Tickets for the crossing cost £4, and a timetable hangs on the pier.',
].join('\n\n');

/** The same, as it came in again: Lund says one thing more. */
export const FERRY_AGAIN = `${FERRY}\n\n“We were lucky with the tide,” Lund said on Saturday.`;

/** Another one, in which nobody of the first speaks. */
export const PICNIC = [
  'Picnic in Orrin Cancelled',
  'It rained all day on Sunday and the picnic in Orrin was cancelled.',
  '“We will try again,” said Ada Ode, who baked the cakes.',
].join('\n\n');

/** A bot with a store that stories come into, and its watches, as a chat has them. */
export function openWatchers(isChat = true) {
  const clock = { time: Date.UTC(2026, 10, 30, 12) };
  const now = (): number => clock.time;
  const archive = memoryArchive();
  const listeners: ((change: StoryChange) => void)[] = [];
  const changes: StoryChange[] = [];
  const store = heardStore(memoryStore(archive, now), (change) => {
    changes.push(change);
    for (const listen of listeners) listen(change);
  });
  const errors: unknown[] = [];
  const core = createBot({ archive, store, now, isChat, onError: (error) => errors.push(error) });
  const watches = createWatches(archive, store, (listen) => void listeners.push(listen));
  const add = (name: string, text: string) =>
    store.add({
      name,
      text,
      format: 'txt',
      known: null,
      byline: null,
      tags: [],
      origin: `/in/${name}.txt`,
      note: null,
    });
  const say = (line: string, channel = 'slack:T1:C1', admin = true) => {
    const place: Place = { channel, conversation: channel, admin };
    return core.bot(parseCommand(line, place));
  };
  return { ...core, archive, store, watches, changes, errors, clock, add, say };
}
