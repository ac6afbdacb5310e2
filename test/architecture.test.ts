import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { circlesIn, filesUnder, importsOf, importsSeen, isOurs, partOf } from './imports.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Who may import whom: a part, and the parts it may import besides itself. Never back. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/text': [],
  'src/reader': ['src/text'],
  'src/talk': ['src/text'],
  'src/article': ['src/text'],
  'src/names': ['src/text', 'src/article'],
  'src/statements': ['src/text', 'src/reader', 'src/article', 'src/names'],
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
    'src/ingest',
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

/** Packages that stand for an engine, a surface or a browser, and the only place that knows each. */
test.each([
  ['pg', 'src/store/postgres/database.ts'],
  ['@opensearch-project/opensearch', 'src/archive/opensearch-engine.ts'],
  ['fastify', 'adapters/http'],
  ['prom-client', 'adapters/http/metrics.ts'],
  ['@modelcontextprotocol/sdk', 'adapters/mcp'],
  ['@slack/bolt', 'adapters/slack'],
  ['discord.js', 'adapters/discord'],
  ['zod', 'adapters/contract/zod.ts'],
  ['dotenv', 'adapters/settings.ts'],
])('%s is imported in %s', (name, place) => {
  const from = packages.filter(({ to }) => to === name || to.startsWith(`${name}/`));
  expect(from.length).toBeGreaterThan(0);
  expect(from.filter((one) => !`${one.from}/`.startsWith(`${place}/`))).toEqual([]);
});

test('a browser is driven by the tests of the page alone', () => {
  const driving = [...all, ...filesUnder('test').flatMap(importsOf)].filter(({ to }) =>
    /^(?:playwright-core|axe-core)$/.test(to),
  );
  expect(driving.length).toBeGreaterThan(0);
  expect(driving.filter(({ from }) => !from.startsWith('test/http/'))).toEqual([]);
});

test('every room has its row, and no adapter imports another', () => {
  const rooms = [...filesUnder('src'), ...filesUnder('adapters')].map(partOf);
  expect([...new Set(rooms)].toSorted()).toEqual(Object.keys(MAY_IMPORT).toSorted());
  for (const [room, allowed] of Object.entries(MAY_IMPORT)) {
    if (!room.startsWith('adapters/')) continue;
    const others = allowed.filter((one) => one !== room && /^adapters\/[\w-]+$/.test(one));
    expect(others.filter((one) => !/^adapters\/(?:chat|contract)$/.test(one))).toEqual([]);
  }
});

test('words become verbatim in one place only', () => {
  const makers = [...filesUnder('src'), ...filesUnder('adapters')].filter((file) =>
    /\bas Verbatim\b/.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(makers).toEqual(['src/story/citation.ts']);
});
