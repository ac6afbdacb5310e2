import { createBot } from '../../src/bot/bot.ts';
import type { Place } from '../../src/commands/command.ts';
import { parseCommand } from '../../src/commands/parse.ts';
import { createGather } from '../../src/ingest/gather.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { openDataFolder } from '../../src/store/folder/data-folder.ts';
import { fillArchive } from '../../src/store/prepared/fill.ts';
import { NOON, tempFolder, VOTE } from './opened.ts';

/** Who may change what others see. */
export const DESK: Place = { channel: 'c1', conversation: 'c1', admin: true };

/** A second story, beside `VOTE`. */
export const FERRY =
  'A ferry ran aground off the north pier on Friday. “Nobody was hurt,” said Bo Lund, the harbour master.';

/** The ids that the two stories get. */
export const VOTE_ID = 'the-council-voted-on-tuesday-to';
export const FERRY_ID = 'a-ferry-ran-aground-off-the';

/** A reply as the eye sees it. */
export function textOf({ blocks }: Reply): string {
  return blocks
    .map((block) => {
      if (block.kind === 'quote') return block.citation.words;
      return block.kind === 'text' ? block.text : JSON.stringify(block);
    })
    .join('\n');
}

/** A bot over a data folder, to be closed and opened again. */
export function openBot(folder: string, fetches = false) {
  const data = openDataFolder(folder, { now: () => NOON });
  const { archive, store } = fillArchive(data);
  const gather = createGather({ files: false, fetch: null });
  const onError = (error: unknown): never => {
    throw error;
  };
  const { bot } = createBot({ archive, now: () => NOON, onError, store, gather, fetches });
  const ask = (line: string, place = DESK) => bot(parseCommand(line, place));
  return { ask, data, archive };
}

/** The same with the two stories in it. */
export async function openFilled(folder = tempFolder()) {
  const opened = openBot(folder);
  await opened.ask(`/add #bridges #council ${VOTE}`);
  await opened.ask(`/add #harbour ${FERRY}`);
  return { ...opened, folder };
}
