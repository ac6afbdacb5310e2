import { type ChatSettings, chatFields, hasAny, type Platform, readChat } from './chat-settings.ts';
import { z } from './contract/zod.ts';
import { port, url } from './setting-fields.ts';

export interface SlackSettings extends ChatSettings {
  /** Null for Slack's own. */
  readonly apiUrl: string | null;
  readonly transport:
    | { readonly mode: 'socket'; readonly appToken: string }
    | { readonly mode: 'http'; readonly signingSecret: string };
  /** HTTP: where events come in. Socket Mode with many workspaces: where they install the app. */
  readonly port: number;
  readonly workspaces: { readonly kind: 'one'; readonly botToken: string } | ManyWorkspaces;
  /** Made with `manifest-agent.json`: there is an agent panel, and the scope for it. */
  readonly agent: boolean;
}

/** What installing in many workspaces needs. */
export interface ManyWorkspaces {
  readonly kind: 'many';
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
  readonly storeKey: string;
}

const text = z.string().optional();

/** Settings of Slack, as the environment has them. */
export const slackFields = {
  ...chatFields,
  SLACK_MODE: z.enum(['socket', 'http'], 'must be socket or http').default('socket'),
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^(xoxe\.)?xoxb-/, 'must be a bot token, which begins with xoxb-')
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-/, 'must be an app-level token, which begins with xapp-')
    .optional(),
  SLACK_SIGNING_SECRET: text,
  SLACK_CLIENT_ID: text,
  SLACK_CLIENT_SECRET: text,
  SLACK_STATE_SECRET: text,
  SLACK_AGENT: z.enum(['on', 'off'], 'must be on or off').default('off'),
  SLACK_API_URL: url,
  PORT: port.default(3000),
  STORE_KEY: z.string().min(8, 'must have at least 8 characters').optional(),
};

type Read = z.infer<z.ZodObject<typeof slackFields>>;

/** Turns Slack's settings into values. */
export function readSlack(env: Read): Platform<SlackSettings> {
  const workspaces = readWorkspaces(env);
  const transport = readTransport(env);
  if (!hasAny(env, [...ONE, ...MANY, 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'])) {
    return { kind: 'absent' };
  }
  if ('missing' in workspaces || 'missing' in transport) {
    const names = [workspaces, transport].flatMap((part) =>
      'missing' in part ? part.missing : [],
    );
    return { kind: 'missing', names };
  }
  const settings = {
    ...readChat(env),
    apiUrl: env.SLACK_API_URL ?? null,
    port: env.PORT,
    agent: env.SLACK_AGENT === 'on',
  };
  return { kind: 'ready', settings: { ...settings, workspaces, transport } };
}

const ONE = ['SLACK_BOT_TOKEN'] as const;
const MANY = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET'] as const;

/** Settings that must be there and are not. */
interface Missing {
  readonly missing: readonly string[];
}

/** One workspace when there is a bot token, unless all that many workspaces need is there too. */
function readWorkspaces(env: Read): SlackSettings['workspaces'] | Missing {
  const names = [...MANY, 'STORE_KEY'] as const;
  const [clientId, clientSecret, stateSecret, storeKey] = names.map((name) => env[name]);
  if (clientId && clientSecret && stateSecret && storeKey) {
    return { kind: 'many', clientId, clientSecret, stateSecret, storeKey };
  }
  if (env.SLACK_BOT_TOKEN) return { kind: 'one', botToken: env.SLACK_BOT_TOKEN };
  return { missing: hasAny(env, MANY) ? names.filter((name) => !env[name]) : ONE };
}

function readTransport(env: Read): SlackSettings['transport'] | Missing {
  if (env.SLACK_MODE === 'http') {
    return env.SLACK_SIGNING_SECRET
      ? { mode: 'http', signingSecret: env.SLACK_SIGNING_SECRET }
      : { missing: ['SLACK_SIGNING_SECRET'] };
  }
  return env.SLACK_APP_TOKEN
    ? { mode: 'socket', appToken: env.SLACK_APP_TOKEN }
    : { missing: ['SLACK_APP_TOKEN'] };
}
