import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Hindrance } from './python.ts';

/** What a training was told, by name; a switch that is on is 'true'. */
export type Flags = Readonly<Record<string, string | undefined>>;

/** Reads flags; throws where one is not known or lacks its value. */
export function readFlags(
  flags: readonly string[],
  known: Readonly<Record<string, 'string' | 'boolean'>>,
): Flags {
  const options = Object.fromEntries(Object.entries(known).map(([name, type]) => [name, { type }]));
  try {
    const { values } = parseArgs({ args: [...flags], options, strict: true });
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
  } catch (cause) {
    const [line = ''] = (cause as Error).message.split(/[.\n]/); // what follows is advice on `--`
    throw new Hindrance(line);
  }
}

/** Flags as the program in Python takes them: those of some names that were given. */
export function passOn(asked: Flags, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => {
    const value = asked[name];
    return value === undefined ? [] : [`--${name}`, value];
  });
}

/** Throws where a file or folder is not there. */
export function mustBeThere(file: string): void {
  if (!existsSync(file)) throw new Hindrance(`${file} is not there`);
}

/** Throws where a flag is given and is no whole number, or too small. */
export function mustBeWhole(name: string, value: string | undefined, least: number): void {
  if (value !== undefined && !(/^\d+$/.test(value) && Number(value) >= least)) {
    throw new Hindrance(`--${name}: ${value} is no whole number from ${least} on`);
  }
}

const WORK = join('..', 'verbatim-training'); // beside the checkout: a Python and its packages weigh 7 GB

/** Where a training in Python keeps what it needs and saves; throws where that is inside the checkout. */
export function workFolder(asked: string = WORK): string {
  const work = resolve(asked);
  const from = relative(process.cwd(), work);
  if (!from.startsWith('..') && resolve(from) === work) {
    throw new Hindrance(`--work: ${asked} lies inside the checkout`);
  }
  return work;
}
