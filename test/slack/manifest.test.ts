import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { listen } from '../../adapters/slack/listen.ts';
import { SHORTCUTS } from '../../adapters/slack/receive.ts';
import { commands } from '../../src/index.ts';

interface Manifest {
  readonly display_information: {
    readonly name: string;
    readonly description: string;
    readonly long_description: string;
  };
  readonly features: {
    readonly bot_user: { readonly display_name: string };
    readonly agent_view?: { readonly agent_description: string };
    readonly slash_commands: readonly {
      readonly command: string;
      readonly description: string;
      readonly usage_hint: string;
    }[];
    readonly shortcuts: readonly {
      readonly name: string;
      readonly callback_id: string;
      readonly description: string;
    }[];
  };
  readonly oauth_config: { readonly scopes: { readonly bot: readonly string[] } };
  readonly settings: { readonly event_subscriptions: { readonly bot_events: readonly string[] } };
}

const read = (file: string): Manifest =>
  JSON.parse(readFileSync(new URL(`../../adapters/slack/${file}`, import.meta.url), 'utf8'));
const usual = read('manifest.json');
const agent = read('manifest-agent.json');

/** Of the core's commands, those with a slash command of their own; `/story` has the others. */
const OWN = ['ask', 'who-said', 'check', 'quotes', 'story'];
const names = commands.map(({ name }) => name);

describe.each([
  ['manifest.json', usual],
  ['manifest-agent.json', agent],
])('%s', (_, manifest) => {
  const { features, settings, oauth_config, display_information: about } = manifest;

  test('has the slash commands that the core offers, and /story names all others', () => {
    const own = OWN.filter((name) => names.includes(name)).map((name) => `/${name}`);
    expect(features.slash_commands.map(({ command }) => command).toSorted()).toEqual(
      own.toSorted(),
    );
    const hint =
      features.slash_commands.find(({ command }) => command === '/story')?.usage_hint ?? '';
    const verbs = [...hint.matchAll(/[a-z-]+/g)].map(([verb]) => verb);
    expect(verbs.toSorted()).toEqual(names.filter((name) => !OWN.includes(name)).toSorted());
  });

  test('has the message shortcuts whose commands the core offers', () => {
    const offered = Object.entries(SHORTCUTS).filter(([, name]) => names.includes(name));
    expect(features.shortcuts.map((one) => one.callback_id)).toEqual(offered.map(([id]) => id));
  });

  test('subscribes to what the code listens to, and to nothing else', () => {
    const listened = new Set<string>();
    const app = {
      event: (name: string) => listened.add(name),
      command() {},
      shortcut() {},
      action() {},
      view() {},
      options() {},
      error() {},
    };
    listen(app as never, {} as never, null);
    listened.delete('assistant_thread_started'); // of the old view: apps made with it still send it
    const subscribed = settings.event_subscriptions.bot_events.map((name) =>
      name.replace(/^message\..*/, 'message'),
    );
    expect(new Set(subscribed)).toEqual(listened);
  });

  test('is within Slack’s limits', () => {
    expect(about.name.length).toBeLessThanOrEqual(35);
    expect(about.description.length).toBeLessThanOrEqual(140);
    expect(about.long_description.length).toBeGreaterThanOrEqual(175);
    expect(about.long_description.length).toBeLessThanOrEqual(4000);
    expect(features.bot_user.display_name).toMatch(/^[a-z0-9._-]{1,80}$/);
    expect(features.slash_commands.every(({ command }) => /^\/[a-z-]{1,31}$/.test(command))).toBe(
      true,
    );
    expect(
      features.shortcuts.every((one) => one.name.length <= 24 && one.description.length <= 150),
    ).toBe(true);
    expect(features.agent_view?.agent_description.length ?? 0).toBeLessThanOrEqual(300);
  });

  test('asks for the least scopes', () => {
    const least = [
      'app_mentions:read',
      'channels:history',
      'groups:history',
      'im:history',
      'mpim:history',
      'chat:write',
      'commands',
    ];
    expect(oauth_config.scopes.bot).toEqual(
      manifest === agent ? [...least, 'assistant:write'] : least,
    );
  });
});

test('the two manifests differ in the agent view and its scope alone', () => {
  const { agent_view: _, ...features } = agent.features;
  expect({ ...agent, features, oauth_config: usual.oauth_config }).toEqual(usual);
});
