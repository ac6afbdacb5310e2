import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { walkMarkup } from '../../src/ingest/markup.ts';
import { root } from '../stories.ts';
import { DOCUMENTS } from './hostile-documents.ts';
import type { HostileFile } from './hostile-file.ts';
import { PAGES } from './hostile-pages.ts';
import { TEXTS } from './hostile-texts.ts';
import type { ReadCost } from './read-file.ts';

/** What is read, by name: what it is, and what of it there is without end. */
const FILES: Readonly<Record<string, HostileFile>> = { ...PAGES, ...TEXTS, ...DOCUMENTS };

const SMALL = 100_000; // bytes
const LARGEST = 20_000_000; // bytes of a file that is read at all
const LARGEST_UNPACKED = 60_000_000;
const PAGE = '<p class="a">It rained &amp; <b>stopped</b>.</p>'.repeat(100_000);
const FULL_SPEED = 0.06; // seconds of processor time that bare htmlparser2 takes for it on a machine that does nothing else
const MOST_SMALL = 1; // seconds for a small file
const MOST = 2; // seconds for any, or for each story of one that has many
const MOST_MEMORY = 300_000_000; // bytes

interface Row {
  readonly size: number;
  readonly cost: ReadCost;
}

/**
 * What reading files that are meant to hurt takes: of each at 100 kB, at the largest size that is read, and at the one whose refusal
 * takes longest. `only`: what names begin with; all where there is none.
 */
export function benchFiles(only: readonly string[], tell: (line: string) => void): void {
  measureSlowness(); // the code gets warm
  tell(
    `seconds as on a machine where bare htmlparser2 takes ${FULL_SPEED} s for 100,000 paragraphs; this one takes ${measureSlowness().toFixed(2)} times as long now, and is asked anew for each shape`,
  );
  tell(
    `${'what, and of how many kB'.padEnd(NAMED + 8)}  cpu  wall a story held   MB  what came of it`,
  );
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-bench-'));
  try {
    for (const [name, file] of Object.entries(FILES)) {
      if (only.length > 0 && !only.some((one) => name.startsWith(one))) continue;
      const slowness = measureSlowness();
      for (const row of measure(folder, file)) tell(show(name, row, slowness));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How many times as long this machine takes as one that does nothing else: the least of three. */
function measureSlowness(): number {
  const times = [0, 1, 2].map(() => {
    const used = process.cpuUsage();
    walkMarkup(PAGE, { decodeEntities: true }, () => ({}));
    const { user, system } = process.cpuUsage(used);
    return (user + system) / 1_000_000;
  });
  return Math.min(...times) / FULL_SPEED;
}

/** Small, the largest that is read, and the refusal that took longest. */
function measure(folder: string, file: HostileFile): readonly Row[] {
  const read = (size: number): Row => ({ size, cost: readOnce(folder, file, size) });
  const small = read(SMALL);
  const all: Row[] = [];
  const largest = file.isPacked ? LARGEST_UNPACKED : LARGEST;
  for (let size = largest; size > SMALL; size /= 4) {
    all.push(read(size));
    if (isRead(all.at(-1))) break;
  }
  // between the last that is read and the first that is not
  let [low, high] = [all.at(-1)?.size ?? SMALL, all.at(-2)?.size ?? SMALL];
  for (let turn = 0; turn < 2 && high > low; turn += 1) {
    const row = read(Math.sqrt(low * high));
    all.push(row);
    if (isRead(row)) low = row.size;
    else high = row.size;
  }
  const worst = (rows: readonly Row[]): readonly Row[] =>
    rows.toSorted((a, b) => b.cost.time - a.cost.time).slice(0, 1);
  return [small, ...worst(all.filter(isRead)), ...worst(all.filter((row) => !isRead(row)))];
}

function isRead(row: Row | undefined): boolean {
  return row !== undefined && row.cost.stories + row.cost.pages > 0;
}

function readOnce(folder: string, file: HostileFile, size: number): ReadCost {
  const path = join(folder, `a.${file.ending}`);
  writeFileSync(path, file.make(size));
  const script = fileURLToPath(new URL('dist/test/bench/read-file.js', root));
  const { stdout } = spawnSync(process.execPath, [script, path], { encoding: 'utf8' });
  if (stdout.trim() === '') throw new Error(`reading ${file.ending} of ${size} ended the process`);
  return JSON.parse(stdout) as ReadCost;
}

const NAMED = 36; // characters of a name

function show(name: string, { size, cost }: Row, slowness: number): string {
  const { stories, pages, problems, line } = cost;
  const [time, wall, longest, held] = [cost.time, cost.wall, cost.longest, cost.held].map(
    (one) => one / slowness,
  );
  const each = stories > 1 ? Math.max(longest ?? 0, (time ?? 0) / stories) : (time ?? 0);
  const isOver = size <= SMALL ? (time ?? 0) > MOST_SMALL : each > MOST;
  const mark = isOver || cost.memory > MOST_MEMORY ? '!' : ' ';
  const figures = [time, wall, each, held].map((one) => (one ?? 0).toFixed(2).padStart(6)).join('');
  const came = [
    ...(stories > 0 ? [`${stories} stories`] : []),
    ...(pages > 0 ? [`${pages} addresses`] : []),
    ...(problems > 0
      ? [`${problems}: ${line?.replace(/^\S*verbatim-bench-\S*?a\.\S*?: /, '') ?? ''}`]
      : []),
  ];
  return `${mark} ${name.padEnd(NAMED)}${(size / 1_000).toFixed(0).padStart(6)}${figures}${(cost.memory / 1e6).toFixed(0).padStart(5)}  ${came.join('; ')}`;
}
