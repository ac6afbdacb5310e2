import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';

type Log = (line: string) => void;

/** Why a training in Python can't run, in one line, and its exit code. */
export class Hindrance extends Error {
  readonly code: number;

  constructor(message: string, code = 2) {
    super(message);
    this.code = code;
  }
}

const NAMES = ['python3', 'python3.13', 'python3.12', 'python3.11', 'python'];
const OLDEST = 11; // of Python 3: what numpy and transformers ask for
const NEWEST = 13; // torch has no wheels of this version for later ones

/** A separate Python in `work` with the pinned packages: made once, and again when they change. */
export async function makePython(work: string, requirements: string, log: Log): Promise<string> {
  const folder = join(work, 'python');
  const python = pythonIn(folder);
  const wanted = readFileSync(requirements, 'utf8');
  const has = join(folder, 'requirements.txt');
  if (existsSync(has) && readFileSync(has, 'utf8') === wanted) return python;
  const found = findPython();
  log(`installs PyTorch and what else the training needs in ${folder} (about 7 GB, once)`);
  mkdirSync(work, { recursive: true });
  const made = await run(found, ['-m', 'venv', '--clear', folder]);
  if (made !== 0) throw new Hindrance(`${found} -m venv could not make ${folder}`, made);
  const pip = ['-m', 'pip', 'install', '--quiet', '--no-input', '--disable-pip-version-check'];
  const installed = await run(python, [...pip, '--require-hashes', '-r', requirements]);
  if (installed !== 0) throw new Hindrance(`pip could not install ${requirements}`, installed);
  writeFileSync(has, wanted);
  return python;
}

export function pythonIn(folder: string): string {
  return join(
    folder,
    ...(process.platform === 'win32' ? ['Scripts', 'python.exe'] : ['bin', 'python']),
  );
}

/** The first Python on the path that the packages run on. */
function findPython(): string {
  const versions = NAMES.map((name) => {
    const { stdout } = spawnSync(name, ['--version'], { encoding: 'utf8' });
    return { name, version: /^Python (3\.(\d+)\S*)/.exec(stdout ?? '') };
  });
  const fits = versions.find(({ version }) => {
    const minor = Number(version?.[2] ?? -1);
    return OLDEST <= minor && minor <= NEWEST;
  });
  if (fits !== undefined) return fits.name;
  const seen = versions.flatMap(({ version }) => version?.[1] ?? []);
  const instead = seen.length > 0 ? `, found ${[...new Set(seen)].join(', ')}` : ', found none';
  throw new Hindrance(`the training needs Python 3.${OLDEST} to 3.${NEWEST}${instead}`);
}

/** Runs a command to its end, in sight; signals are passed on. Gives its exit code. */
export function run(command: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
    const pass = (signal: NodeJS.Signals): void => {
      child.kill(signal);
    };
    const signals = ['SIGINT', 'SIGTERM'] as const;
    for (const signal of signals) process.on(signal, pass);
    const ended = (): void => {
      for (const signal of signals) process.off(signal, pass);
    };
    child.on('error', (cause) => {
      ended();
      reject(cause);
    });
    child.on('exit', (code, signal) => {
      ended();
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}
