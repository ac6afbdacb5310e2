import { render } from '../../adapters/discord/render.ts';
import type { BotCore } from '../../src/index.ts';
import { type AdapterHarness, describeAdapter } from '../contract/adapter.ts';
import { BOT, message } from './server/payloads.ts';
import { startWorld } from './world.ts';

describeAdapter('Discord', async ({ bot, complete }: BotCore): Promise<AdapterHarness> => {
  let parts = 0;
  const world = await startWorld({
    complete,
    bot: async (command) => {
      const reply = await bot(command);
      parts = render(reply, null).contents.length;
      return reply;
    },
  });
  return {
    ask: async (text) => {
      world.clock.time += 10_000;
      const { posts } = world.discord.rest;
      const before = posts.length;
      parts = 0;
      world.say(message(`<@${BOT}> ${text}`));
      await world.discord.until(() => parts > 0 && posts.length >= before + parts);
      return posts
        .slice(before)
        .map(({ body }) => seen(body.content ?? ''))
        .join('\n');
    },
    close: world.end,
  };
});

/** What the eye sees of a message's content. */
function seen(content: string): string {
  return content
    .replace(/^(?:> |-# |## |- )/gm, '')
    .replace(/\\([^0-9A-Za-z\s])|\*\*|~~|\]\(<[^>]*>\)/gu, '$1');
}
