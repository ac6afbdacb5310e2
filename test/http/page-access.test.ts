import { describe, expect, test } from 'vitest';
import type { Bot } from '../../src/index.ts';
import { plainStory } from '../stories.ts';
import { FORM, hostile, openPages, race, seed, textOf } from './page-desk.ts';
import { serveStories, TOKEN } from './served.ts';

const DAY = 86_400_000;

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
    const { app, get } = await openPages();
    const { body, statusCode } = await get('/');
    expect(statusCode).toBe(200);
    expect([...body.matchAll(/href="(\/s\/[^"]+)"/g)].map(([, url]) => url)).toEqual([
      '/s/hostile',
      '/s/harbour-regatta',
      '/s/alibaba-ma-trump',
    ]);
    await app.close();
  });

  test('public: a long list is shown in parts', async () => {
    const many = Array.from({ length: 120 }, (_, i) =>
      plainStory('It rained all day.', `day-${i}`),
    );
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
