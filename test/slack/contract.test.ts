import { render } from '../../adapters/slack/render.ts';
import { asTyped } from '../../adapters/slack/typed.ts';
import { type BotCore, titleLine } from '../../src/index.ts';
import { type AdapterHarness, describeAdapter } from '../contract/adapter.ts';
import { openDesk, until } from './server/desk.ts';
import { seen } from './server/eye.ts';
import { message } from './server/payloads.ts';

describeAdapter(
  'Slack',
  async ({ bot }: BotCore): Promise<AdapterHarness> => {
    let parts = 0;
    const desk = await openDesk('socket', async (command) => {
      const reply = await bot(command);
      parts = render(reply, null).length;
      return reply;
    });
    return {
      ask: async (text) => {
        desk.clock.time += 10_000;
        const question = message({ text: escapeTyped(text), channel: 'D1', channel_type: 'im' });
        const answer = () => desk.posts().filter(({ thread_ts }) => thread_ts === question.ts);
        parts = 0;
        await desk.event(question);
        await until(() => parts > 0 && answer().length >= parts);
        return answer()
          .map(({ blocks }) => seen(blocks))
          .join('\n');
      },
      close: desk.close,
    };
  },
  { asTyped, placed: titleLine },
);

/** What Slack does to what someone types. */
function escapeTyped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
