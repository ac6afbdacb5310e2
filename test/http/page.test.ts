import { afterAll, describe, expect, test } from 'vitest';
import { readArticle } from '../../src/article/article.ts';
import type { Bot } from '../../src/index.ts';
import { prepare } from '../../src/story/prepare.ts';
import { readStory, storyOf } from '../stories.ts';
import { serveStories, TOKEN } from './served.ts';

const DAY = 86_400_000;
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const seed = readStory('alibaba-ma-trump');
const race = readStory('harbour-regatta');
const NASTY = '<script>alert(1)</script> &amp; "O\'Ode" <img src=x onerror=alert(1)>';
const hostile = storyOf(
  `“${NASTY}”, said Ann Ode, <b>the mayor</b>.\n\nIt rained all day & night.`,
  'hostile',
);
const open = await serveStories([seed, race, hostile]);
afterAll(() => open.app.close());

const get = (url: string) => open.app.inject({ url });
const post = (url: string, fields: Readonly<Record<string, string>>) =>
  open.app.inject({
    method: 'POST',
    url,
    headers: FORM,
    payload: new URLSearchParams(fields).toString(),
  });

/** What a page shows as text: without its markup. */
function textOf(page: string): string {
  return page
    .replace(/<(script|symbol)[^>]*>.*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

const partOf = (page: string, from: string, to: string): string =>
  page.slice(page.indexOf(from), page.indexOf(to, page.indexOf(from)));
const markIn = (page: string): string => textOf(partOf(page, '<mark id="passage"', '</mark>'));
const answerIn = (page: string): string => textOf(partOf(page, '<div id="answer"', '<details'));

describe('a story’s page', () => {
  test('has all its paragraphs with their numbers, in the story’s words', async () => {
    const { body, statusCode } = await get('/s/alibaba-ma-trump');
    expect(statusCode).toBe(200);
    const told = seed.paragraphs.filter(({ number }) => number !== null);
    expect(told.length).toBe(20);
    for (const { start, end, number } of told) {
      const para = partOf(body, `<div class="para" id="p${number}">`, '</p>');
      expect(textOf(para)).toContain(seed.article.text.slice(start, end));
    }
  });

  test('marks the passage of its address, and that once', async () => {
    const words = '"ideas about how we can improve trade"';
    const at = seed.article.text.indexOf(words);
    const { body } = await get(`/s/alibaba-ma-trump/${at}-${at + words.length}`);
    expect(markIn(body)).toBe(words);
    expect(body.match(/id="passage"/g)).toHaveLength(1);
    expect((await get('/s/alibaba-ma-trump')).body).not.toContain('<mark');
  });

  test('marks a passage over two paragraphs in both', async () => {
    const at = seed.article.text.indexOf('improve trade');
    const { body } = await get(`/s/alibaba-ma-trump/${at}-${at + 40}`);
    expect(markIn(body)).toBe('improve trade".');
    expect(body.match(/<mark/g)).toHaveLength(2);
    expect(body.match(/id="passage"/g)).toHaveLength(1);
  });

  test('tells who speaks, how and why we think so', async () => {
    const { body } = await get('/s/alibaba-ma-trump');
    const note = textOf(partOf(body, 'Jack Ma (“He”)', '</div>'));
    expect(note).toContain("Jack Ma (“He”), Alibaba's founder");
    expect(note).toContain('Reported: the words are the reporter’s.');
    expect(note).toContain('How the speaker is known: “He”, the likeliest of those named before');
    for (const [, id] of body.matchAll(/popovertarget="([^"]+)"/g)) {
      expect(body.split(`id="${id}"`)).toHaveLength(2);
    }
  });

  test('shows the lines set aside on demand, with the reason', async () => {
    const { body } = await get('/s/alibaba-ma-trump');
    const aside = partOf(body, '<details class="aside">', '</details>');
    expect(textOf(aside)).toBe('1 line set aside: related linkMore From This Section');
  });

  test('tells the byline of the text above it, and the headline once', async () => {
    const told = `Boats sink at quay\n\nBy Ann Ode\n\nThree boats sank at the quay on Monday night after the storm.`;
    const { app } = await serveStories([prepare(readArticle('boats', told))]);
    const { body } = await app.inject({ url: '/s/boats' });
    expect(textOf(partOf(body, '<h1', '</header>'))).toContain('By Ann Ode');
    expect(textOf(partOf(body, '<main', '</main>')).match(/Boats sink at quay/g)).toHaveLength(1);
    expect(body).not.toContain('set aside');
    await app.close();
  });

  test('is quick also where thousands speak in one paragraph', async () => {
    const many = Array.from({ length: 2_000 }, (_, i) => `“Word ${i} is here,” said Ann Ode.`);
    const { app } = await serveStories([storyOf(many.join(' '), 'crowd')]);
    await app.inject({ url: '/s/crowd' }); // reads it
    const start = process.cpuUsage();
    const { body } = await app.inject({ url: '/s/crowd' });
    const { user } = process.cpuUsage(start);
    expect(body.match(/class="marker/g)?.length).toBeGreaterThan(1_900);
    expect(user / 1000).toBeLessThan(3_000);
    await app.close();
  });

  test('shows hostile markup as text, wherever it stands', async () => {
    const { body } = await get('/s/hostile');
    expect(body).not.toMatch(/<script>|<img|<b>the mayor/);
    expect(textOf(body)).toContain(`“${NASTY}”, said Ann Ode, <b>the mayor</b>.`);
    const echoed = await post('/s/hostile', { ask: NASTY });
    expect(echoed.body).not.toMatch(/<script>|<img/);
    const checked = await post('/s/hostile', { check: `She said "${NASTY}".`, by: '"><script>' });
    expect(checked.body).not.toMatch(/<script>|<img/);
  });

  test.each([
    ['an unknown story', '/s/nothing', 404, 'The story is not here'],
    ['a passage past the end', '/s/harbour-regatta/10-9999999', 404, 'The passage is not in this'],
    ['an empty passage', '/s/harbour-regatta/40-40', 404, 'The passage is not in this story'],
    ['no place', '/s/harbour-regatta/nowhere', 404, 'There is no such page'],
    ['a name with markup in it', '/s/%3Cscript%3E', 404, 'The story is not here'],
  ])('says what is wrong with %s', async (_, url, status, words) => {
    const { body, statusCode } = await get(url);
    expect(statusCode).toBe(status);
    expect(textOf(body)).toContain(words);
    expect(body).not.toContain('<script>');
  });

  test('is guarded, and has nothing from elsewhere', async () => {
    const { headers, body } = await get('/s/alibaba-ma-trump');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none';/);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(body).not.toMatch(/\sstyle=|\son\w+=|(?:src|href)="(?:https?:)?\/\//);
  });

  test('is sent in what the browser reads', async () => {
    for (const [accepts, encoding] of [
      ['gzip, deflate, br', 'br'],
      ['gzip, br;q=0', 'gzip'],
      ['identity', undefined],
    ] as const) {
      const url = '/s/alibaba-ma-trump';
      const { headers } = await open.app.inject({ url, headers: { 'accept-encoding': accepts } });
      expect(headers['content-encoding']).toBe(encoding);
      expect(headers.vary).toBe('accept-encoding');
    }
  });

  test('has files that can be kept for good', async () => {
    const { body } = await get('/s/alibaba-ma-trump');
    const own = [...body.matchAll(/(?:src|href)="(\/page\/[^"]+)"/g)].map(([, url = '']) => url);
    expect(own).toHaveLength(3);
    for (const url of own) {
      const { statusCode, headers } = await get(url);
      expect([statusCode, headers['cache-control']]).toEqual([
        200,
        'public, max-age=31536000, immutable',
      ]);
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });
});

describe('a question from the page', () => {
  test('is answered on it, with the passage marked', async () => {
    const { body, statusCode } = await post('/s/alibaba-ma-trump', { ask: 'Who founded Alibaba?' });
    expect(statusCode).toBe(200);
    expect(answerIn(body)).toContain('Jack Ma');
    expect(partOf(body, '<div id="answer"', '<details')).toContain('href="#passage"');
    expect(markIn(body)).toContain("Alibaba's founder Jack Ma");
    expect(body).toContain('value="Who founded Alibaba?"');
  });

  test('can follow another one, and nobody else’s', async () => {
    const first = await post('/s/alibaba-ma-trump', { ask: 'Who founded Alibaba?' });
    const [, talk = ''] = /name="talk" value="([0-9a-f]{16})"/.exec(first.body) ?? [];
    const why = await post('/s/alibaba-ma-trump', { ask: '/why', talk });
    expect(answerIn(why.body)).toContain('Sure: well over the threshold');
    const other = await post('/s/alibaba-ma-trump', { ask: '/why' });
    expect(answerIn(other.body)).toContain('There is no answer yet to explain.');
  });

  test('has buttons that say the same', async () => {
    const { body } = await post('/s/alibaba-ma-trump', { ask: 'Who founded Alibaba?' });
    const [, line = ''] = /name="line" value="(\/why [^"]+)"/.exec(body) ?? [];
    const why = await post('/s/alibaba-ma-trump', { line });
    expect(answerIn(why.body)).toMatch(/How the speaker is known|Nobody is quoted there/);
    expect(body).not.toContain('/feedback');
  });

  test('is about this story and no other', async () => {
    const words = race.article.text.slice(race.sentences[0]?.start, race.sentences[0]?.end);
    const lines = [
      '/stories',
      '/sources',
      '/about',
      '/use harbour-regatta',
      '/changes harbour-regatta',
      '/remove harbour-regatta',
      '/add harbour.txt',
      `/more harbour-regatta ${race.sentences[0]?.start}-${race.sentences[0]?.end}`,
      `/why harbour-regatta ${race.sentences[0]?.start}-${race.sentences[0]?.end}`,
      '/ask everywhere: who won the Harbour Cup?',
      `/who-said ${words}`,
    ];
    for (const line of lines) {
      const { body } = await post('/s/alibaba-ma-trump', { line });
      expect(answerIn(body).replace(line, '')).not.toMatch(/Marrow|Harbour Cup/);
      expect(body).not.toContain('/s/harbour-regatta');
    }
    expect(open.archive.find('harbour-regatta')).not.toBeNull();
  });

  test.each([
    ['nothing', {}],
    ['blanks', { ask: '   ' }],
    ['more than fits', { ask: 'a'.repeat(501) }],
    ['a text of no end', { check: 'a'.repeat(20_001) }],
  ])('says what is wrong with %s', async (_, fields) => {
    const { statusCode, body } = await post('/s/alibaba-ma-trump', fields);
    expect([statusCode, textOf(body).includes('Nothing was asked')]).toEqual([422, true]);
  });

  test.each([
    ['JSON', { ...FORM, 'content-type': 'application/json' }, '{"ask":"who?"}', 422],
    ['a picture', { 'content-type': 'image/png' }, 'png', 415],
    ['a book', FORM, `check=${'a'.repeat(300_000)}`, 413],
  ])('that is %s is refused on a page', async (_, headers, payload, status) => {
    const url = '/s/alibaba-ma-trump';
    const sent = await open.app.inject({ method: 'POST', url, headers, payload });
    expect([sent.statusCode, sent.headers['content-type']]).toEqual([
      status,
      'text/html; charset=utf-8',
    ]);
  });
});

describe('many at once', () => {
  test('wait, and who comes when too many do is told so on a page', async () => {
    let go = (): void => {};
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    const wrap =
      (bot: Bot): Bot =>
      async (command) => {
        await held;
        return bot(command);
      };
    const { app } = await serveStories([hostile], 'public', { wrap });
    const ask = () =>
      app.inject({ method: 'POST', url: '/s/hostile', headers: FORM, payload: 'ask=%2Fspeakers' });
    const all = Array.from({ length: 101 }, ask);
    const turned = await Promise.race(all);
    expect([turned.statusCode, turned.headers['retry-after']]).toEqual([503, '1']);
    expect(textOf(turned.body)).toContain('Too many questions at once');
    go();
    const codes = (await Promise.all(all)).map(({ statusCode }) => statusCode);
    expect(codes.filter((code) => code === 200)).toHaveLength(100);
    await app.close();
  });

  test('are slowed down by the server’s limit, its files aside', async () => {
    const { app } = await serveStories([hostile], 'public', { rate: 2 });
    const page = () => app.inject({ url: '/s/hostile' });
    const first = await page();
    const [, style = ''] = /href="(\/page\/[^"]+\.css)"/.exec(first.body) ?? [];
    await page();
    const third = await page();
    expect([third.statusCode, textOf(third.body)]).toEqual([
      429,
      expect.stringContaining('Wait a minute'),
    ]);
    expect((await app.inject({ url: style })).statusCode).toBe(200);
    await app.close();
  });
});

describe('a paragraph to be checked', () => {
  test('has a verdict at every quotation, in the words that were pasted', async () => {
    const text =
      'He called it "a great meeting". Ma spoke of "ideas about how we can improve trade", and "the moon is made of cheese".';
    const { body } = await post('/s/alibaba-ma-trump', { check: text });
    const pasted = partOf(body, '<p class="pasted"', '</p>');
    const verdicts = [...pasted.matchAll(/<a class="verdict \w+" href="#finding-(\d)">([^<]+)/g)];
    expect(verdicts.map(([, at, words]) => `${at}: ${words}`)).toEqual([
      '1: 1 exact',
      '2: 2 exact',
      '3: 3 absent',
    ]);
    expect(textOf(pasted.replace(/<a .*?<\/a>/g, ''))).toBe(text);
    expect(markIn(body)).toContain('We had a great meeting');
  });

  test('may have many: they are read in goes, and what is left is said', async () => {
    const text = 'He said "ideas about how we can improve trade". '.repeat(23);
    const { body } = await post('/s/alibaba-ma-trump', { check: text });
    const pasted = partOf(body, '<p class="pasted"', '</p>');
    expect(pasted.match(/class="verdict stands"/g)).toHaveLength(20);
    expect(answerIn(body)).toContain('3 more were not read');
  });

  test('keeps its lines', async () => {
    const check = 'He said:\r\n\r\n"ideas about how we can improve trade"';
    const { body } = await post('/s/alibaba-ma-trump', { check });
    const pasted = partOf(body, '<p class="pasted"', '</p>');
    expect(textOf(pasted.replace(/<a .*?<\/a>/g, ''))).toBe(check.replaceAll('\r', ''));
  });

  test('can be one quotation, said by somebody', async () => {
    const check = 'ideas about how we can improve trade';
    const own = await post('/s/alibaba-ma-trump', { check, by: 'Jack Ma' });
    expect(answerIn(own.body)).toContain('1 exact');
    const other = await post('/s/alibaba-ma-trump', { check, by: 'Bai Ming' });
    expect(answerIn(other.body)).toContain('someone else’s');
  });
});

describe('who may open a page goes by PAGE_ACCESS', () => {
  const basic = { authorization: `Basic ${Buffer.from(`me:${TOKEN}`).toString('base64')}` };

  test('link: whoever has one, until it expires', async () => {
    let now = 20_000 * DAY;
    const { app, links } = await serveStories([seed, race], 'link', { now: () => now });
    const to = (url: string) => app.inject({ url: url.replace('#passage', '') });
    const [from, end] = [seed.sentences[0]?.start ?? 0, seed.sentences[0]?.end ?? 0];
    const link = links.page('alibaba-ma-trump', { start: from, end });
    expect((await to(link)).statusCode).toBe(200);
    expect((await to(link.replace('alibaba-ma-trump', 'harbour-regatta'))).statusCode).toBe(403);
    const bare = await to('/s/alibaba-ma-trump');
    expect([bare.statusCode, textOf(bare.body)]).toEqual([
      403,
      expect.stringContaining('This page opens with a link'),
    ]);
    expect((await to('/')).statusCode).toBe(403);
    now += 31 * DAY;
    const late = await to(link);
    expect(late.statusCode).toBe(403);
    expect(textOf(late.body)).toContain('This link has expired');
    expect(textOf(late.body)).toContain('ask the bot again');
    await app.close();
  });

  test('link: what is linked on a page lasts no longer than the link that opened it', async () => {
    let now = 20_000 * DAY;
    const { app, links } = await serveStories([seed], 'link', { now: () => now });
    const link = links.page('alibaba-ma-trump', null);
    const [, last = ''] = /e=(\d+)/.exec(link) ?? [];
    now += 20 * DAY;
    const payload = 'ask=%2Fquotes%20Ma';
    const { body } = await app.inject({ method: 'POST', url: link, headers: FORM, payload });
    const inner = [...body.matchAll(/href="(\/s\/[^"#]+)#passage"/g)].map(([, url = '']) =>
      url.replaceAll('&amp;', '&'),
    );
    expect(inner.length).toBeGreaterThan(1);
    for (const url of inner) expect(url).toContain(`e=${last}`);
    expect((await app.inject({ url: inner[0] ?? '' })).statusCode).toBe(200);
    now += 11 * DAY;
    expect((await app.inject({ url: inner[0] ?? '' })).statusCode).toBe(403);
    await app.close();
  });

  test('token: whoever has one, as the browser asks for it', async () => {
    const { app } = await serveStories([seed], 'token');
    const refused = await app.inject({ url: '/s/alibaba-ma-trump' });
    expect(refused.statusCode).toBe(401);
    expect(refused.headers['www-authenticate']).toMatch(/^Basic realm=/);
    expect(textOf(refused.body)).toContain('This page needs a token');
    expect(refused.body).not.toContain('President-elect');
    for (const url of ['/s/alibaba-ma-trump', '/s', '/']) {
      expect((await app.inject({ url, headers: basic })).statusCode).toBe(200);
    }
    await app.close();
  });

  test('public: everybody, and the list of stories with it', async () => {
    const { body, statusCode } = await get('/');
    expect(statusCode).toBe(200);
    expect([...body.matchAll(/href="(\/s\/[^"]+)"/g)].map(([, url]) => url)).toEqual([
      '/s/hostile',
      '/s/harbour-regatta',
      '/s/alibaba-ma-trump',
    ]);
  });

  test('public: a long list is shown in parts', async () => {
    const many = Array.from({ length: 120 }, (_, i) => storyOf('It rained all day.', `day-${i}`));
    const { app } = await serveStories(many);
    const page = async (url: string) => (await app.inject({ url })).body;
    const first = await page('/');
    expect(first.match(/href="\/s\/day-/g)).toHaveLength(100);
    const [, older = ''] = /href="(\/s\?from=\d+)"/.exec(first) ?? [];
    const second = await page(older);
    expect(second.match(/href="\/s\/day-/g)).toHaveLength(20);
    expect(second).not.toContain('?from=');
    for (const odd of ['/s?from=x', '/s?from=-1', '/s?from=1&from=2', '/s?from=9999999']) {
      expect((await app.inject({ url: odd })).statusCode).toBe(200);
    }
    await app.close();
  });

  test('behind a path of a proxy all addresses begin with it', async () => {
    const baseUrl = 'https://news.example/v/';
    const { app } = await serveStories([seed], 'public', { baseUrl });
    const { body } = await app.inject({ url: '/s/alibaba-ma-trump' });
    const addresses = [...body.matchAll(/(?:src|href|action)="(\/[^"]+)"/g)].map(([, to]) => to);
    expect(addresses.length).toBeGreaterThan(5);
    expect(addresses.filter((to) => !to?.startsWith('/v/'))).toEqual([]);
    await app.close();
  });
});

test('nothing went wrong that was not told', () => expect(open.errors).toEqual([]));
