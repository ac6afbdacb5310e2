import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { isPublicAddress } from '../../src/ingest/addresses.ts';
import { createFetch, type FetchOptions } from '../../src/ingest/fetch.ts';
import { gatherAddress } from '../../src/ingest/gather.ts';

vi.setConfig({ testTimeout: 60_000 }); // a busy machine takes its time

type Answers = Readonly<
  Record<string, (response: ServerResponse, request: IncomingMessage) => void>
>;

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A server on this machine, and the paths that it was asked for. */
async function serve(answers: Answers) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.headers['user-agent']?.split('/')[0]} ${request.url}`);
    const answer = answers[request.url ?? ''];
    if (answer === undefined) response.writeHead(404).end();
    else answer(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { asked, port: (server.address() as AddressInfo).port };
}

const page = (response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Hello.</p>');
};

/** Takes 127.0.0.1 for the public net, and all else for what it is. */
const here = (address: string): boolean => address === '127.0.0.1' || isPublicAddress(address);

/** Every name leads to these addresses. */
function resolver(...addresses: readonly string[]): LookupFunction {
  return (_, options, done) => {
    const all = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    if (options.all) done(null, all);
    else done(null, all[0]?.address ?? '', all[0]?.family);
  };
}

function makeFetch(more: Partial<FetchOptions> = {}) {
  return createFetch({ now: () => 0, isAllowed: here, lookup: resolver('127.0.0.1'), ...more });
}

describe('addresses', () => {
  test.each([
    ['127.0.0.1', false],
    ['10.1.2.3', false],
    ['172.31.0.1', false],
    ['192.168.1.1', false],
    ['169.254.169.254', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['::1', false],
    ['[::1]', false],
    ['::', false],
    ['fe80::1%eth0', false],
    ['fd00::1', false],
    ['::ffff:127.0.0.1', false],
    ['::ffff:7f00:1', false],
    ['64:ff9b::7f00:1', false],
    ['2002:7f00:1::', false],
    ['2001:db8::1', false],
    ['localhost', false],
    ['', false],
    ['93.184.216.34', true],
    ['172.32.0.1', true],
    ['2606:2800:220:1::1', true],
    ['::ffff:93.184.216.34', true],
  ])('%s is public: %s', (address, isPublic) => expect(isPublicAddress(address)).toBe(isPublic));
});

describe('a fetch', () => {
  test('gives the page, where it stands in the end, and its kind', async () => {
    const { asked, port } = await serve({
      '/old': (response) => response.writeHead(301, { location: '/new' }).end(),
      '/new': page,
    });
    const fetched = await makeFetch()(`http://news.example:${port}/old`);
    expect(fetched.address).toBe(`http://news.example:${port}/new`);
    expect([fetched.type, Buffer.from(fetched.bytes).toString()]).toEqual([
      'text/html',
      '<p>Hello.</p>',
    ]);
    expect(asked).toEqual(['VerbatimBot /robots.txt', 'VerbatimBot /old', 'VerbatimBot /new']);
  });

  test('unpacks what comes packed', async () => {
    const { port } = await serve({
      '/': (response) =>
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('Hello.')),
    });
    const { bytes } = await makeFetch()(`http://news.example:${port}/`);
    expect(Buffer.from(bytes).toString()).toBe('Hello.');
  });

  test.each([
    ['of another scheme', 'file:///etc/passwd'],
    ['of another scheme', 'ftp://news.example/'],
    ['with a password', 'http://me:secret@news.example/'],
  ])('of an address %s is refused: %s', async (_, address) => {
    await expect(makeFetch()(address)).rejects.toThrow(/is no http|password/);
  });
});

describe('a private address', () => {
  test.each([
    'http://127.0.0.1',
    'http://localhost',
    'http://[::ffff:127.0.0.1]',
    'http://2130706433',
  ])('is never connected to: %s', async (origin) => {
    const { asked, port } = await serve({ '/': page });
    const fetch = createFetch({ now: () => 0 });
    await expect(fetch(`${origin}:${port}/`)).rejects.toThrow(/not public|can't be reached/);
    expect(asked).toEqual([]);
  });

  test('behind a name is never connected to', async () => {
    const { asked, port } = await serve({ '/': page });
    for (const address of ['127.0.0.1', '10.0.0.1', '::1']) {
      const fetch = createFetch({ now: () => 0, lookup: resolver(address) });
      await expect(fetch(`http://news.example:${port}/`)).rejects.toThrow('not public');
    }
    expect(asked).toEqual([]);
  });

  test('is refused where a name has public addresses too', async () => {
    const fetch = createFetch({ now: () => 0, lookup: resolver('93.184.216.34', '127.0.0.1') });
    await expect(fetch('http://news.example/')).rejects.toThrow('not public');
  });

  test('is asked for nothing when the name changes its address after the first look', async () => {
    const { asked, port } = await serve({ '/': page });
    let looks = 0;
    const lookup: LookupFunction = (name, options, done) => {
      looks += 1;
      resolver(looks === 1 ? '93.184.216.34' : '127.0.0.1')(name, options, done);
    };
    const fetch = createFetch({ now: () => 0, lookup });
    await expect(fetch(`http://news.example:${port}/`)).rejects.toThrow('not public');
    expect([asked, looks]).toEqual([[], 2]);
  });

  test.each(['http://127.0.0.2', 'http://[::1]', 'http://169.254.169.254', 'file:///etc/passwd'])(
    'is not reached by a redirect: %s',
    async (target) => {
      const { asked, port } = await serve({
        '/': (response) =>
          response
            .writeHead(302, {
              location: `${target.startsWith('http:') ? `${target}:${port}` : target}/private`,
            })
            .end(),
        '/private': page,
      });
      const fetch = makeFetch();
      await expect(fetch(`http://news.example:${port}/`)).rejects.toThrow(/not public|is no http/);
      expect(asked.join()).not.toContain('private');
    },
  );
});

describe('limits', () => {
  test('of size hold, packed or not', async () => {
    const { port } = await serve({
      '/large': (response) => response.writeHead(200).end(Buffer.alloc(3_000)),
      '/bomb': (response) =>
        response
          .writeHead(200, { 'content-encoding': 'gzip' })
          .end(gzipSync(Buffer.alloc(900_000))),
    });
    const fetch = makeFetch({ largest: 2_000 });
    await expect(fetch(`http://news.example:${port}/large`)).rejects.toThrow('is larger than');
    await expect(fetch(`http://news.example:${port}/bomb`)).rejects.toThrow('unpacks to too much');
  });

  test('of time end a page that never ends', async () => {
    const { port } = await serve({
      '/': (response) => void response.writeHead(200).write('Once upon a time'),
    });
    const fetch = makeFetch({ patience: 150 });
    await expect(fetch(`http://news.example:${port}/`)).rejects.toThrow('takes too long');
  });

  test('of redirects end a circle', async () => {
    const { asked, port } = await serve({
      '/': (response) => response.writeHead(302, { location: '/' }).end(),
    });
    await expect(makeFetch()(`http://news.example:${port}/`)).rejects.toThrow(
      'redirects too often',
    );
    expect(asked).toHaveLength(7);
  });

  test.each([403, 404, 500])('%i is said', async (status) => {
    const { port } = await serve({ '/': (response) => response.writeHead(status).end() });
    await expect(makeFetch()(`http://news.example:${port}/`)).rejects.toThrow(
      `the server says ${status}`,
    );
  });
});

describe('robots.txt', () => {
  test.each([
    ['User-agent: VerbatimBot\nDisallow: /private', '/private/a', false],
    ['User-agent: *\nDisallow: /', '/a', false],
    ['User-agent: *\nDisallow: /\n\nUser-agent: VerbatimBot\nAllow: /', '/a', true],
    ['User-agent: other\nDisallow: /', '/a', true],
    ['garbage \u0000', '/a', true],
  ])('%j lets %s be fetched: %s', async (robots, path, isAllowed) => {
    const { asked, port } = await serve({
      '/robots.txt': (response) => response.end(robots),
      [path]: page,
    });
    const fetching = makeFetch()(`http://news.example:${port}${path}`);
    if (isAllowed) await fetching;
    else await expect(fetching).rejects.toThrow('robots.txt does not allow it');
    expect(asked).toHaveLength(isAllowed ? 2 : 1);
  });

  test('is asked for where a redirect leads, and once a day', async () => {
    const { asked, port } = await serve({
      '/robots.txt': (response) => response.end('User-agent: *\nDisallow: /closed'),
      '/open': (response) => response.writeHead(302, { location: '/closed' }).end(),
    });
    let now = 0;
    const fetch = makeFetch({ now: () => now });
    const again = () =>
      expect(fetch(`http://news.example:${port}/open`)).rejects.toThrow('robots.txt');
    await again();
    await again();
    expect(asked.filter((one) => one.endsWith('robots.txt'))).toHaveLength(1);
    now += 86_400_001;
    await again();
    expect(asked.filter((one) => one.endsWith('robots.txt'))).toHaveLength(2);
  });

  test('that is out of order closes the server', async () => {
    const { port } = await serve({
      '/robots.txt': (response) => response.writeHead(503).end(),
      '/': page,
    });
    await expect(makeFetch()(`http://news.example:${port}/`)).rejects.toThrow('out of order');
  });
});

test('a feed’s summaries become the stories of their pages', async () => {
  const story =
    '<h1>Bridge to close</h1><p>The council voted on Tuesday to close the old bridge to cars.</p>';
  const { port } = await serve({
    '/feed': (response) =>
      response
        .writeHead(200, { 'content-type': 'application/rss+xml' })
        .end(
          `<rss version="2.0"><channel><title>T</title><item><link>http://news.example:${port}/1</link><description>Short</description></item><item><link>http://news.example:${port}/2</link></item></channel></rss>`,
        ),
    '/1': (response) => response.writeHead(200, { 'content-type': 'text/html' }).end(story),
  });
  const { incoming, problems } = await gatherAddress(
    `http://news.example:${port}/feed`,
    makeFetch(),
  );
  expect(incoming).toMatchObject([
    { known: { headline: 'Bridge to close' }, origin: `http://news.example:${port}/1` },
  ]);
  expect(problems).toEqual([expect.stringMatching(/item 2: .*the server says 404/)]);
});
