import type { Log } from '../chat/log.ts';
import { type SlackClient, tryCall } from './deliver.ts';
import type { Question } from './receive.ts';

const SCOPE = 'assistant:write';
const LONGEST_TITLE = 200; // characters: https://docs.slack.dev/reference/methods/agents.sessions.setStatus

/** The agent panel of a workspace: calls that need it are made where it exists, and not repeated where it does not. */
export interface Panels {
  /** Suggests prompts, where the scope for it was granted or is unknown. */
  readonly suggest: (
    client: SlackClient,
    team: string,
    options: Record<string, unknown>,
  ) => Promise<void>;
  /** Shows in the panel that a question is being answered, then that it is done; `work` runs in any case. */
  readonly during: (client: SlackClient, question: Question, work: Promise<void>) => Promise<void>;
}

/** `granted` returns a workspace's scopes, null where unknown; `agent`: the settings say that it has a panel. */
export function createPanels(
  agent: boolean,
  granted: (team: string) => Promise<readonly string[] | null>,
  log: Log,
): Panels {
  const lacking = new Set<string>(); // teams and methods that Slack refused
  const call = async (
    client: SlackClient,
    team: string,
    method: string,
    options: Record<string, unknown>,
  ): Promise<void> => {
    const key = `${team} ${method}`;
    if (lacking.has(key)) return;
    const code = await tryCall(client, log, method, options);
    if (code !== null && LACKING.test(code)) lacking.add(key);
  };
  return {
    suggest: async (client, team, options) => {
      if ((await granted(team))?.includes(SCOPE) === false) return;
      await call(client, team, 'assistant.threads.setSuggestedPrompts', options);
    },
    during: async (client, { team, channel, ts, thread, user, text, direct }, work) => {
      if (!direct || !(agent || (await granted(team))?.includes(SCOPE))) return work;
      const session = { channel_id: channel, thread_ts: thread ?? ts };
      const tell = (status: string, more: object = {}): Promise<void> =>
        call(client, team, 'agents.sessions.setStatus', { ...session, status, ...more });
      const title = [...text].slice(0, LONGEST_TITLE).join('');
      const told = tell('processing', { initiator_user_id: user, ...(title && { title }) });
      await work;
      await told;
      await tell('active');
    },
  };
}

const LACKING = /scope|unknown_method|not_allowed|feature|access/;
