import type { Greeting } from '../chat/greeting.ts';
import { readPlaceKey } from '../chat/places.ts';
import type { WatchPort } from '../chat/watcher.ts';
import { createClient, type Parts } from './bolt.ts';
import type { Deliver, SlackClient } from './deliver.ts';
import type { Installations } from './installations.ts';
import { record } from './receive.ts';
import { render } from './render.ts';

/** What sending unasked messages needs. */
export interface WatchParts {
  readonly parts: Parts;
  readonly deliver: Deliver;
  readonly greeting: Greeting;
  readonly installations: Installations | null;
}

/** Unasked messages on Slack: each on its own, in the channel itself. */
export function createWatchPort({
  parts,
  deliver,
  greeting,
  installations,
}: WatchParts): WatchPort {
  return {
    owns: (channel) => readPlaceKey('slack', channel) !== null,
    say: async (key, reply) => {
      const [team = '', channel = ''] = readPlaceKey('slack', key) ?? [];
      const client = await clientOf(parts, installations, team);
      if (client === null) return 'refused';
      const hello = greeting.take(key);
      const to = { kind: 'thread', channel, thread: null } as const;
      const delivery = await deliver(client, to, render(reply, hello));
      if (delivery !== 'sent' && hello !== null) greeting.giveBack(key);
      return delivery;
    },
  };
}

/** Null for a workspace that has removed the app. */
async function clientOf(
  parts: Parts,
  installations: Installations | null,
  team: string,
): Promise<SlackClient | null> {
  const { workspaces } = parts.settings;
  if (workspaces.kind === 'one') return createClient(parts, workspaces.botToken);
  const ids = { teamId: team, enterpriseId: team, isEnterpriseInstall: false };
  const { token } = record(record(await installations?.find(ids)).bot);
  return typeof token === 'string' ? createClient(parts, token) : null;
}
