import { afterAll, describe, expect, test } from 'vitest';
import { readArticle } from '../../src/article/article.ts';
import { prepare } from '../../src/story/prepare.ts';
import { plainStory } from '../stories.ts';
import { markIn, NASTY, openPages, partOf, seed, textOf } from './page-desk.ts';
import { serveStories } from './served.ts';

const open = await openPages();
const { get, post } = open;
afterAll(() => open.app.close());

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
    const { app } = await serveStories([plainStory(many.join(' '), 'crowd')]);
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

test('nothing went wrong that was not told', () => expect(open.errors).toEqual([]));
