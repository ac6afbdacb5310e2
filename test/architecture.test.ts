import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Who may import whom: a part, and the parts it may import besides itself. Never back. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/text': [],
  'src/reader': ['src/text'],
  'src/talk': ['src/text'],
  'src/article': ['src/text'],
  'src/names': ['src/text', 'src/article'],
  'src/statements': ['src/text', 'src/article', 'src/names'],
  'src/story': ['src/text', 'src/reader', 'src/article', 'src/names', 'src/statements'],
  'src/archive': ['src/text', 'src/article', 'src/story'],
  'src/answer': ['src/text', 'src/reader', 'src/article', 'src/names', 'src/story', 'src/archive'],
  'src/quotes': [
    'src/text',
    'src/reader',
    'src/article',
    'src/names',
    'src/statements',
    'src/story',
    'src/archive',
  ],
  'src/check': [
    'src/text',
    'src/article',
    'src/names',
    'src/statements',
    'src/story',
    'src/archive',
    'src/quotes',
  ],
  'src/newsroom': [
    'src/text',
    'src/article',
    'src/names',
    'src/statements',
    'src/story',
    'src/quotes',
  ],
  'src/picture': ['src/text', 'src/story', 'src/quotes'],
  'src/commands': ['src/text', 'src/story', 'src/archive', 'src/quotes', 'src/talk'],
  'src/ingest': ['src/text', 'src/article'],
  'src/store': [
    'src/text',
    'src/reader',
    'src/article',
    'src/names',
    'src/statements',
    'src/story',
    'src/archive',
    'src/ingest',
  ],
  'src/reply': [
    'src/text',
    'src/article',
    'src/names',
    'src/statements',
    'src/story',
    'src/archive',
    'src/answer',
    'src/quotes',
    'src/check',
    'src/newsroom',
    'src/picture',
    'src/commands',
    'src/store',
    'src/talk',
  ],
  'src/bot': [
    'src/text',
    'src/article',
    'src/names',
    'src/statements',
    'src/story',
    'src/archive',
    'src/answer',
    'src/quotes',
    'src/check',
    'src/commands',
    'src/reply',
    'src/store',
    'src/ingest',
    'src/talk',
  ],
  'src/train': [
    'src/text',
    'src/reader',
    'src/article',
    'src/names',
    'src/statements',
    'src/story',
    'src/answer',
    'src/newsroom',
  ],
  src: [
    'src/text',
    'src/reader',
    'src/story',
    'src/archive',
    'src/check',
    'src/commands',
    'src/ingest',
    'src/picture',
    'src/reply',
    'src/store',
    'src/bot',
  ],
  'adapters/contract': [],
  'adapters/chat': ['src/index.ts', 'adapters/settings.ts'],
  'adapters/console': ['src/index.ts'],
  'adapters/slack': ['src/index.ts', 'adapters/chat', 'adapters/settings.ts'],
  'adapters/discord': ['src/index.ts', 'adapters/chat', 'adapters/settings.ts'],
  'adapters/mcp': ['src/index.ts', 'adapters/chat', 'adapters/contract', 'adapters/settings.ts'],
  'adapters/http': ['src/index.ts', 'adapters/chat', 'adapters/contract', 'adapters/settings.ts'],
  adapters: [
    'src/index.ts',
    'adapters/chat',
    'adapters/contract',
    'adapters/console',
    'adapters/slack',
    'adapters/discord',
    'adapters/mcp',
    'adapters/http',
  ],
};

interface Import {
  readonly from: string;
  readonly to: string;
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file));
}

/** Imports of a file: paths from the root for our own, names for packages. */
function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = text.matchAll(/(?:\bfrom|\bimport|\brequire|\bimport\()\s*\(?\s*'([^']+)'/g);
  return [...found].map(([, to = '']) => ({
    from: file,
    to: to.startsWith('.') ? relative(root, resolve(root, dirname(file), to)) : to,
  }));
}

/** The part a file belongs to: its folder two deep, or `src` and `adapters` themselves. */
function partOf(file: string): string {
  const parts = file.split('/');
  return parts.length > 2 ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
}

/** Every import between our files as the compiler sees it, those of types too. */
function importsSeen(): readonly Import[] {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const told = execFileSync(process.execPath, [tsc, '--noEmit', '--noCheck', '--explainFiles'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 2 ** 20,
  });
  let to = '';
  return told.split('\n').flatMap((line) => {
    if (!line.startsWith(' ')) to = line.trim();
    const [, from] = /^ {2,}Imported via .* from file '([^']+)'/.exec(line) ?? [];
    return from === undefined || !isOurs(to) || !isOurs(from) ? [] : [{ from, to }];
  });
}

function isOurs(file: string): boolean {
  return /^(?:src|adapters)\//.test(file);
}

/** Files that can be left and come back to by imports: the strongly connected, by Tarjan's algorithm. */
function circlesIn(imports: readonly Import[]): readonly (readonly string[])[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), to]);
  const seen = new Map<string, { readonly at: number; low: number; open: boolean }>();
  const path: string[] = [];
  const circles: string[][] = [];
  const visit = (file: string) => {
    const own = { at: seen.size, low: seen.size, open: true };
    seen.set(file, own);
    path.push(file);
    for (const other of next.get(file) ?? []) {
      const known = seen.get(other) ?? visit(other);
      if (known.open) own.low = Math.min(own.low, known.low);
    }
    if (own.low < own.at) return own;
    const circle = path.splice(path.indexOf(file));
    for (const one of circle) Object.assign(seen.get(one) ?? {}, { open: false });
    if (circle.length > 1) circles.push(circle);
    return own;
  };
  for (const file of next.keys()) if (!seen.has(file)) visit(file);
  return circles;
}

const all = [...filesUnder('src'), ...filesUnder('adapters')].flatMap(importsOf);
const ours = importsSeen();
const packages = all.filter(
  ({ to }) => !to.endsWith('.ts') && !to.startsWith('node:') && !builtinModules.includes(to),
);

test('the compiler sees every import that is written', () => {
  const seen = new Set(ours.map(({ from, to }) => `${from} ${to}`));
  const written = all.filter(({ to }) => to.endsWith('.ts') && isOurs(to));
  expect(written.filter(({ from, to }) => !seen.has(`${from} ${to}`))).toEqual([]);
  expect(written.length).toBeGreaterThan(500);
});

test('no file comes back to itself by what it imports, types included', () => {
  expect(circlesIn(ours)).toEqual([]);
  const back = { from: 'src/article/sentence.ts', to: 'src/story/story.ts' };
  expect(circlesIn([...ours, back]).length).toBe(1); // and one is found where there is one
});

test('every part imports only what stands before it', () => {
  const wrong = ours.filter(({ from, to }) => {
    const allowed = MAY_IMPORT[partOf(from)];
    return partOf(from) !== partOf(to) && !allowed?.some((one) => one === to || one === partOf(to));
  });
  expect(wrong).toEqual([]);
});

test('nobody imports a main.ts, and only adapters the door', () => {
  const wrong = ours.filter(
    ({ from, to }) =>
      /(?:^|\/)main\.ts$/.test(to) || (to === 'src/index.ts' && !from.startsWith('adapters/')),
  );
  expect(wrong).toEqual([]);
});

test('the core knows no platform', () => {
  const wrong = packages.filter(
    ({ from, to }) => from.startsWith('src/') && /discord|slack|modelcontext|dotenv|zod/.test(to),
  );
  expect(wrong).toEqual([]);
});

test('each package is imported in one place only', () => {
  const places = new Map<string, Set<string>>();
  for (const { from, to } of packages) {
    const name = to
      .split('/')
      .slice(0, to.startsWith('@') ? 2 : 1)
      .join('/');
    // A platform's package may be used all over its own adapter.
    const place = /^adapters\/(?:slack|discord|http|mcp)\//.test(from) ? partOf(from) : from;
    places.set(name, (places.get(name) ?? new Set()).add(place));
  }
  const shared = [...places].filter(([, files]) => files.size > 1);
  expect(shared.map(([name, files]) => [name, ...files])).toEqual([]);
  expect([...places.keys()]).toContain('minisearch');
});

test('words become verbatim in one place only', () => {
  const makers = [...filesUnder('src'), ...filesUnder('adapters')].filter((file) =>
    /\bas Verbatim\b/.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(makers).toEqual(['src/story/citation.ts']);
});
