import { render } from '../../adapters/discord/render.ts';
import { writeCommands } from '../../adapters/discord/typed.ts';
import { type BotCore, titleLine } from '../../src/index.ts';
import { type AdapterHarness, describeAdapter } from '../contract/adapter.ts';
import { PLAIN } from './core.ts';
import { message, PERSON } from './server/payloads.ts';
import { startWorld } from './world.ts';

const open = async ({ bot, complete }: BotCore): Promise<AdapterHarness> => {
  let parts = 0;
  const core: BotCore = {
    complete,
    bot: async (command) => {
      const reply = await bot(command);
      parts = render(reply, PLAIN).contents.length;
      return reply;
    },
  };
  const world = await startWorld(core, { admins: [PERSON] });
  return {
    ask: async (text) => {
      world.clock.time += 10_000;
      const { posts } = world.discord.rest;
      const before = posts.length;
      parts = 0;
      // in a DM: in public only two messages of an answer are shown at once
      world.say(message(text, { guild: null, channel: '7' }));
      await world.discord.until(
        () => posts.length > before && (parts === 0 || posts.length >= before + parts),
      );
      return posts
        .slice(before)
        .map(({ body }) => seen(body.content ?? ''))
        .join('\n');
    },
    close: world.end,
  };
};

describeAdapter('Discord', open, {
  placed: titleLine,
  asTyped: (words) => writeCommands(words, new Map()),
  admin: true,
});

/** What the eye sees of a message's content. */
function seen(content: string): string {
  return content
    .replace(/^(?:> |-# |## |- )/gm, '')
    .replace(/<(\/[^:>]+):\d+>/g, '$1')
    .replace(/\\([^0-9A-Za-z\s])|\*\*|~~|\]\(<[^>]*>\)/gu, '$1');
}
