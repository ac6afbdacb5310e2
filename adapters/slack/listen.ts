import { codeOf } from '../chat/log.ts';
import { placeKey } from '../chat/places.ts';
import { type Answering, answerQuestion, answerRequest } from './answer.ts';
import type { App } from './bolt.ts';
import type { SlackClient } from './deliver.ts';
import { showHome } from './home.ts';
import type { Installations } from './installations.ts';
import {
  type Question,
  receiveClick,
  receiveCommand,
  receiveMessage,
  receiveShortcut,
  record,
  type Self,
} from './receive.ts';

/** What Bolt knows of whom an event is for. */
interface Arrived {
  readonly client: SlackClient;
  readonly body: unknown;
  readonly context: {
    readonly teamId?: string | undefined;
    readonly enterpriseId?: string | undefined;
    readonly botUserId?: string | undefined;
  };
}

/** Registers everything that the bot listens to. No listener throws: what fails is logged by its code. */
export function listen(app: App, answering: Answering, installations: Installations | null): void {
  const { log } = answering;
  const onMessage = async (arrived: Arrived): Promise<void> => {
    const question = receiveQuestion(answering, arrived);
    if (question === null) return;
    const { client } = arrived;
    await answering.panels.during(client, question, answerQuestion(answering, client, question));
  };
  const onHome = (arrived: Arrived): Promise<void> =>
    answering.drain.run(() =>
      showHome(answering, arrived.client, selfOf(arrived).team, record(arrived.body).event),
    );
  const onGone = async (arrived: Arrived): Promise<void> => {
    const method = String(record(record(arrived.body).event).type);
    if (!isUninstall(arrived.body)) return log('slack: tokens of people were revoked', { method });
    await installations?.forget(record(arrived.body));
    answering.onRevoked();
    log('slack: installation is gone', { method });
  };

  app.event('message', onMessage);
  app.event('app_mention', onMessage);
  app.event('app_home_opened', onHome);
  app.event('assistant_thread_started', onHome);
  app.event('app_uninstalled', onGone);
  app.event('tokens_revoked', onGone);
  app.command(/^/, async ({ ack, ...arrived }) => {
    await ack();
    await answerRequest(answering, arrived.client, receiveCommand(arrived.body));
  });
  app.shortcut(/^/, async ({ ack, ...arrived }) => {
    await ack();
    await answerRequest(answering, arrived.client, receiveShortcut(arrived.body));
  });
  app.action(/^/, async ({ ack, ...arrived }) => {
    await ack();
    await answerRequest(answering, arrived.client, receiveClick(arrived.body));
  });
  // forms and menus that load options while typing: none is ours, but each needs its acknowledgement
  app.view({ type: 'view_submission' }, async ({ ack }) => ack());
  app.view({ type: 'view_closed' }, async ({ ack }) => ack());
  app.options(/^/, async ({ ack }) => ack({ options: [] }));
  app.error(async (error) => log('slack: event was not handled', { code: codeOf(error) }));
}

function receiveQuestion({ threads }: Answering, arrived: Arrived): Question | null {
  const self = selfOf(arrived);
  return receiveMessage(record(arrived.body).event, self, (channel, root) =>
    threads.has(placeKey('slack', self.team, channel, root)),
  );
}

function selfOf({ context }: Arrived): Self {
  return { team: context.teamId ?? context.enterpriseId ?? '', bot: context.botUserId ?? null };
}

/** `tokens_revoked` comes for single people's tokens as well: those of the bot alone end it. */
function isUninstall(body: unknown): boolean {
  const { type, tokens } = record(record(body).event);
  const { bot } = record(tokens);
  return type === 'app_uninstalled' || (Array.isArray(bot) && bot.length > 0);
}
