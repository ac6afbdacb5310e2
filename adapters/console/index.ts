import { writeFile } from 'node:fs/promises';
import { createInterface, type Interface } from 'node:readline/promises';
import {
  type BotCore,
  commands,
  type Place,
  parseCommand,
  type Reply,
  renderPng,
  replyToJson,
} from '../../src/index.ts';
import { renderCsv } from './csv.ts';
import { readTyped, splitPasted } from './paste.ts';
import { type Layout, PLAIN, render } from './render.ts';

/** Where a console reads and writes. */
export interface ConsoleStreams {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & {
    readonly isTTY?: boolean;
    readonly columns?: number;
    readonly hasColors?: () => boolean;
  };
}

/** What a console shows beside text. */
export interface ConsoleExtras {
  /** Listings as CSV. */
  readonly csv: boolean;
  /** The file that a picture (`/speakers picture`) is written to; null for none. */
  readonly png: string | null;
}

const PLACE: Place = { channel: 'console', conversation: 'console', admin: true };
const WIDEST = 100; // columns: longer lines are hard to read

const LEAVE = /^\s*\/?(?:exit|quit|bye)\s*$/i; // on a terminal only: on a pipe each line has its reply

/**
 * Asks and answers until the input ends: a conversation on a terminal (`exit`, Ctrl-C or Ctrl-D end it), a
 * reply for each line on a pipe, or with `json` a line of JSON for each line. Blank lines are skipped. A story
 * that is pasted into a terminal is added.
 */
export async function runConsole(
  { bot, complete }: BotCore,
  { input, output }: ConsoleStreams,
  json: boolean,
  { csv, png }: ConsoleExtras = { csv: false, png: null },
): Promise<void> {
  const talks = input.isTTY === true && output.isTTY === true && !json;
  const lines = createInterface({
    input,
    output: talks ? output : undefined,
    terminal: talks,
    prompt: 'verbatim> ',
    historySize: 1_000,
    removeHistoryDuplicates: true,
    completer: (typed: string) => completeLine(typed, complete),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  if (talks) greet(lines, output, valuesOf(await complete('story', '', PLACE)).slice(1));
  const answer = async (line: string): Promise<string> => {
    const reply = await bot(parseCommand(line, PLACE));
    const drawn = png === null ? '' : await draw(reply, png);
    const asText = (): string => `${render(reply, layoutOf(output, talks))}\n${drawn}`;
    return json
      ? JSON.stringify(replyToJson(line, reply))
      : ((csv ? renderCsv(reply) : null) ?? asText());
  };
  for await (const typed of talks ? readTyped(lines, input, output) : lines) {
    if (talks && LEAVE.test(typed)) break;
    const asked = talks ? splitPasted(typed) : [typed];
    for (const line of asked.filter((one) => one.trim() !== ''))
      if (!(await write(output, `${await answer(line)}\n`))) return lines.close();
    if (talks) lines.prompt();
  }
  lines.close();
}

/** Writes a reply's picture to a file, and says so; what can't be written is said, too. */
async function draw({ picture }: Reply, file: string): Promise<string> {
  if (picture === null) return '';
  try {
    await writeFile(file, await renderPng(picture, 'light'));
    return `The picture is in ${file}.\n`;
  } catch (cause) {
    return `The picture could not be written to ${file}: ${cause instanceof Error ? cause.message : 'unknown'}\n`;
  }
}

function greet(lines: Interface, output: NodeJS.WritableStream, stories: readonly string[]): void {
  const few = stories.length < 4 ? `: ${stories.join(', ')}` : '';
  output.write(`Ask the ${stories.length === 1 ? 'story' : 'stories'}${few}.\n`);
  output.write(
    '/help shows what can be asked, Tab completes, a pasted story is added, exit ends.\n\n',
  );
  lines.once('SIGINT', () => lines.close());
  lines.once('close', () => output.write('\n'));
  lines.prompt();
}

/** Writes, and waits where the reader is slow; false when nobody reads any more. */
function write(output: NodeJS.WritableStream, text: string): Promise<boolean> {
  return new Promise((resolve) => output.write(text, (error) => resolve(!error)));
}

function layoutOf(output: ConsoleStreams['output'], talks: boolean): Layout {
  if (!talks) return PLAIN;
  const width = Math.max(20, Math.min(output.columns || 80, WIDEST));
  return { width, colour: output.hasColors?.() === true && !process.env.NO_COLOR };
}

/** Ids are typed here: they have no spaces. */
function valuesOf(found: Awaited<ReturnType<BotCore['complete']>>): string[] {
  return found.map(({ value }) => value);
}

/** Tab: commands after a slash, then the names of speakers or stories. */
async function completeLine(
  typed: string,
  complete: BotCore['complete'],
): Promise<[string[], string]> {
  const [, name, rest] = /^\/(\S+)\s+(.*)$/.exec(typed) ?? [];
  if (name === undefined || rest === undefined) {
    const all = typed.startsWith('/') ? commands.map((one) => `/${one.name}`) : [];
    const names = all.filter((one) => one.startsWith(typed));
    return names.length > 0
      ? [names, typed]
      : [await completeName(typed, complete), lastWord(typed)];
  }
  const what = commands.find((one) => one.name === name)?.options[0]?.completes ?? 'speaker';
  const found = valuesOf(await complete(what, rest, PLACE));
  return [found.filter((one) => startsAlike(one, rest)), rest];
}

/** In free words the last one may be a name: `What did Me` → `Mei Xinyu`. */
async function completeName(typed: string, complete: BotCore['complete']): Promise<string[]> {
  const word = lastWord(typed);
  if (word === '') return [];
  return valuesOf(await complete('speaker', word, PLACE)).filter((one) => startsAlike(one, word));
}

function lastWord(typed: string): string {
  return /\S*$/.exec(typed)?.[0] ?? '';
}

function startsAlike(name: string, typed: string): boolean {
  return name.toLowerCase().startsWith(typed.toLowerCase());
}
