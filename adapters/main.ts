#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  type BotCore,
  createBot,
  memoryArchive,
  prepare,
  readSeeds,
  readStoryFiles,
  StoryFileError,
} from '../src/index.ts';

const USAGE = `verbatim: answers questions about a news story in the story's own words

  verbatim console [--story FILE]... [--json]   ask in this terminal, or on a pipe
  verbatim start [--story FILE]...              every platform whose settings are there; else the console
  verbatim slack [--story FILE]...              Slack only
  verbatim discord [--story FILE]...            Discord only
  verbatim discord register                     tells Discord the commands, and ends

Without --story the stories under seeds/ are used. Settings are read from the environment and .env;
.env.example lists them.`;

/** What was typed behind `verbatim` and cannot be done: one line. */
class UsageError extends Error {}

async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args);
  const [command = 'help', verb] = positionals;
  if (values.help || command === 'help') return console.log(USAGE);
  if (values.version) return console.log(readVersion());
  const core = (): BotCore => openBot(values.story ?? []);
  switch (command) {
    case 'console':
      return startConsole(core(), values.json === true);
    case 'start':
    case 'slack':
    case 'discord': {
      const { registerDiscord, startPlatforms } = await import('./platforms.ts');
      if (command === 'discord' && verb === 'register') return registerDiscord();
      return startPlatforms(command, core, (bot) => startConsole(bot, false));
    }
    default:
      throw new UsageError(
        `there is no "verbatim ${command}"; "verbatim help" lists what there is`,
      );
  }
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        story: { type: 'string', multiple: true },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean' },
      },
    });
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message.split('\n')[0] : 'wrong options');
  }
}

/** The bot over the stories named, or over those that ship with it. */
function openBot(files: readonly string[]): BotCore {
  const articles = files.length > 0 ? readStoryFiles(files) : readSeeds(join(findRoot(), 'seeds'));
  const archive = memoryArchive();
  for (const article of articles) archive.add(prepare(article));
  return createBot({
    archive,
    now: Date.now,
    onError: (error) => console.error(`an answer failed: ${placeOf(error)}`),
  });
}

/** An error's name and where it arose, to be reported; never its message, which may hold a text. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const frame = /([\w.-]+\.js:\d+):\d+/.exec(error.stack ?? '')?.[1] ?? 'unknown place';
  return `${error.name} at ${frame}`;
}

async function startConsole(core: BotCore, json: boolean): Promise<void> {
  const { runConsole } = await import('./console/index.ts');
  await runConsole(core, { input: process.stdin, output: process.stdout }, json);
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
  const known = error instanceof StoryFileError || error instanceof UsageError;
  const settings = error instanceof Error && error.name === 'SettingsError';
  console.error(known || settings ? error.message : error);
  process.exit(settings || !known ? 1 : 2);
}

process.stdout.on('error', () => process.exit(0)); // the reader of a pipe has gone
await main(process.argv.slice(2)).catch(fail);
