import { type Bot, parseCommand } from '../../src/index.ts';

const NOWHERE = { channel: 'warm-up', conversation: 'warm-up', admin: false };

/**
 * Asks the bot its own example questions, so that the first question anyone asks is answered as fast as the
 * tenth: everything loaded or computed on first use is ready.
 */
export async function warmUp(bot: Bot): Promise<void> {
  const { blocks } = await bot(parseCommand('/help', NOWHERE));
  const lines = blocks.flatMap((block) => (block.kind === 'examples' ? block.lines : []));
  for (const line of lines) await bot(parseCommand(line, NOWHERE));
}
