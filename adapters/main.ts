#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  addFrom,
  createFetch,
  errorPlace,
  makeReady,
  models,
  type OpenBot,
  openBot,
  type Reach,
  StoreError,
  StoryFileError,
} from '../src/index.ts';
import { endOnSignal } from './chat/ending.ts';
import type { ConsoleExtras } from './console/index.ts';
import { linkPassages, openLinks } from './http/links.ts';
import type { ManageOptions } from './manage.ts';
import { createProgress } from './progress.ts';
import {
  type Environment,
  readEnvironment,
  readHttpSettings,
  readKeepSettings,
  readPageSettings,
  readSettings,
} from './settings.ts';
import { checkWords, mostWords, USAGE, UsageError } from './usage.ts';

async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args);
  const [command = 'help', ...rest] = positionals;
  const [verb] = rest;
  if (values.version) return console.log(readVersion());
  if (values.help || command === 'help') return console.log(USAGE);
  checkWords(command, rest, mostWords(command));
  const env = readEnvironment();
  const core = (forWhom: 'chat' | 'console' | 'mcp'): Promise<OpenBot> =>
    openHere(env, values.story ?? [], forWhom, values.watch ?? []);
  const talk = (bot: OpenBot): Promise<void> =>
    startConsole(withPage(bot, env), values.json === true, {
      csv: values.csv === true,
      png: values.png ?? null,
    });
  const manage = () => readManageOptions(env, values.tag ?? []);
  switch (command) {
    case 'console':
      return talk(await core('console'));
    case 'mcp': {
      const { runAssistants } = await import('./assistants.ts');
      const http = values.http === undefined ? null : readHttpSettings(env, readPort(values.http));
      const opened = await core('mcp');
      const linked = { ...withPage(opened, env), stories: opened.stories };
      return runAssistants(linked, { models, http, version: readVersion() });
    }
    case 'add': {
      if (rest.length === 0) throw new UsageError('verbatim add: which file, folder or address?');
      if (values['dry-run'])
        return end(await (await import('./dry-run.ts')).tryStories(rest, manage()));
      const { addStories } = await import('./manage.ts');
      return end(await addStories(rest, manage()));
    }
    case 'stories':
      return end(await (await import('./manage.ts')).listStories(manage()));
    case 'remove': {
      if (rest.length === 0) throw new UsageError('verbatim remove: which story?');
      return end(await (await import('./manage.ts')).removeStories(rest, manage()));
    }
    case 'export':
      return end(await (await import('./transfer.ts')).exportAll(verb ?? '-', manage()));
    case 'import': {
      if (verb === undefined) throw new UsageError('verbatim import: which file?');
      return end(await (await import('./transfer.ts')).importAll(verb, manage()));
    }
    case 'migrate':
      return end(await (await import('./fleet.ts')).migrateHere(manage()));
    case 'reindex':
      return end(await (await import('./fleet.ts')).reindexHere(manage()));
    case 'ingest': {
      const { ingest, readIngestOptions } = await import('./ingest.ts');
      const folders = values.watch ?? [];
      const { healthPort } = readSettings(env);
      return ingest(readIngestOptions(readKept(env, []), folders, values.refresh, healthPort));
    }
    case 'refresh':
      return end(await (await import('./manage.ts')).refreshStories(manage()));
    default: {
      const { isPlatform, registerDiscord, startPlatforms } = await import('./platforms.ts');
      if (command === 'discord' && verb === 'register') {
        checkWords(command, rest, 1);
        return registerDiscord(env);
      }
      if (command !== 'start' && !isPlatform(command)) {
        throw new UsageError(
          `there is no "verbatim ${command}"; "verbatim help" lists what there is`,
        );
      }
      checkWords(command, rest, 0);
      return startPlatforms(command, { env, open: core, models, talk, version: readVersion() });
    }
  }
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        story: { type: 'string', multiple: true },
        tag: { type: 'string', multiple: true },
        watch: { type: 'string', multiple: true },
        'dry-run': { type: 'boolean' },
        json: { type: 'boolean' },
        csv: { type: 'boolean' },
        png: { type: 'string' },
        http: { type: 'string' },
        refresh: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean' },
      },
    });
  } catch (cause) {
    throw new UsageError(
      cause instanceof Error ? cause.message.split(/\.\s|\n/)[0] : 'wrong options',
    );
  }
}

/** The bot over the stories named, or those kept, or those that ship with it. */
async function openHere(
  env: Environment,
  files: readonly string[],
  forWhom: 'chat' | 'console' | 'mcp',
  watched: readonly string[],
): Promise<OpenBot> {
  const { dataDir, fetch, fleet } = readKeepSettings(env);
  const reach = { files: true, fetch: makeFetch(fetch) };
  const seeds = join(findRoot(), 'seeds');
  const tell = (line: string): void => console.error(line);
  const prepared = createProgress('prepared anew');
  const bot = await openBot(
    {
      files,
      seeds,
      dataDir,
      fleet,
      reach: { ...reach, files: forWhom === 'console' },
      keepsChannels: forWhom === 'chat',
      readsOnly: forWhom === 'mcp' && watched.length === 0, // several may ask at once, beside the bots
    },
    {
      now: Date.now,
      onError: (error) => tell(`an answer failed: ${errorPlace(error)}`),
      tell,
      onPrepared: (done, all) => (done < all ? prepared.show(done, all) : prepared.clear()),
      onOpened: (close) => process.once('exit', close),
    },
  );
  for (const folder of watched) addFrom(folder, bot.store, reach, tell);
  return bot;
}

function readPort(typed: string): number {
  const port = /^\d{1,5}$/.test(typed) ? Number(typed) : Number.NaN;
  if (!(port <= 65_535)) throw new UsageError(`verbatim mcp --http: ${typed} is no port number`);
  return port;
}

function readManageOptions(env: Environment, tags: readonly string[]): ManageOptions {
  endOnSignal();
  return readKept(env, tags);
}

function readKept(env: Environment, tags: readonly string[]): ManageOptions {
  const { dataDir, fetch, fleet } = readKeepSettings(env);
  return { dataDir, fleet, reach: { files: true, fetch: makeFetch(fetch) }, tags };
}

/** Fetching is off unless `FETCH=on`. */
function makeFetch(isOn: boolean): Reach['fetch'] {
  return isOn ? createFetch({ now: Date.now }) : null;
}

/** Ends with an exit code once everything is written. */
function end(code: number): void {
  process.exitCode = code;
}

/** Where the page of the stories has an address, passages link to it. */
function withPage(core: OpenBot, env: Environment): OpenBot {
  const page = readPageSettings(env);
  const link = linkPassages(page, openLinks(page, Date.now), false);
  return { ...core, bot: link.bot(core.bot) };
}

async function startConsole(core: OpenBot, json: boolean, extras: ConsoleExtras): Promise<void> {
  endOnSignal();
  void makeReady(models, 'aside').then((lack) => {
    if (lack !== null) console.error(lack);
  });
  const { runConsole } = await import('./console/index.ts');
  await runConsole(core, { input: process.stdin, output: process.stdout }, json, extras);
  await core.close();
}

/** The package's folder: the nearest one above this file with a package.json. */
function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) {
    folder = dirname(folder);
  }
  return folder;
}

function readVersion(): string {
  const read: unknown = JSON.parse(readFileSync(join(findRoot(), 'package.json'), 'utf8'));
  return String((read as { readonly version?: unknown }).version);
}

/** What is the user's to mend is one line; what is ours is a stack to report. */
function fail(error: unknown): never {
  const known =
    error instanceof StoryFileError || error instanceof StoreError || error instanceof UsageError;
  const settings = error instanceof Error && error.name === 'SettingsError';
  console.error(known || settings ? error.message : error);
  process.exit(settings || !known ? 1 : 2);
}

process.stdout.on('error', () => process.exit(0)); // the reader of a pipe has gone
await main(process.argv.slice(2)).catch(fail);
