import type { BotCore } from '../src/index.ts';

/** Starts what is asked for; with no platform's settings there at all, the console. */
export async function startPlatforms(
  which: 'start' | 'slack' | 'discord',
  _verb: string | undefined,
  open: () => BotCore,
  talk: (core: BotCore) => Promise<void>,
): Promise<void> {
  if (which === 'start') await talk(open());
}
