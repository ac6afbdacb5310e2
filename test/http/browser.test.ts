import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { source as axe } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainStory, readStory, root } from '../stories.ts';
import { serveStories } from './served.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const isHere = existsSync(CHROMIUM);
if (!isHere) {
  const line = `browser tests: no Chromium at ${CHROMIUM} (CHROMIUM names another)`;
  if (process.env.CI) throw new Error(line);
  console.warn(`${line}: left out`);
}

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true } as const;
const DESK = { viewport: { width: 1280, height: 800 } } as const;
const NASTY =
  '“<script>document.title=1</script> <img src=x onerror="document.title=2">”, said Ann Ode.';

const ENDLESS = 'Q'.repeat(400);
const wide = plainStory(`“${ENDLESS}”, said Ann ${ENDLESS}, the ${ENDLESS}.\n\n${ENDLESS}`, 'wide');
const seed = readStory('alibaba-ma-trump');
const wordsOf = (id: string): string =>
  readFileSync(new URL(`test/stories/${id}.txt`, root), 'utf8');
/** Two stories as one: more than 1,000 words. */
const long = plainStory(`${wordsOf('pump-failure')}\n\n${wordsOf('harbour-inquest')}`, 'long');

describe.skipIf(!isHere)('in a browser', () => {
  let browser: Browser;
  let at = '';
  const served = serveStories([seed, plainStory(`${NASTY}\n\nIt rained.`, 'hostile'), wide, long]);

  beforeAll(async () => {
    const { app } = await served;
    await app.listen({ port: 0, host: '127.0.0.1' });
    at = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser.close();
    await (await served).app.close();
  });

  /** Opens a page, does something there, and sees to it that nothing went wrong on it. */
  async function on(
    path: string,
    options: BrowserContextOptions,
    act: (page: Page) => Promise<void>,
  ): Promise<void> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const wrong: string[] = [];
    const asked: string[] = [];
    page.on('pageerror', ({ message }) => wrong.push(message));
    page.on('console', (line) => line.type() === 'error' && wrong.push(line.text()));
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(at + path);
    await act(page);
    expect(wrong).toEqual([]);
    expect(asked.filter((url) => !url.startsWith(at))).toEqual([]);
    await context.close();
  }

  const passageAt = (words: string): string => {
    const start = seed.article.text.indexOf(words);
    return `/s/alibaba-ma-trump/${start}-${start + words.length}#passage`;
  };
  const read = <T>(page: Page, script: string): Promise<T> => page.evaluate<T>(script);
  /** Text and what is behind it, as numbers from 0 to 255. */
  const paperOf = (page: Page): Promise<string> =>
    read(page, 'getComputedStyle(document.body).backgroundColor');
  const isFocused = (page: Page, selector: string): Promise<boolean> =>
    read(page, `document.activeElement?.matches(${JSON.stringify(selector)}) ?? false`);
  const inView = (page: Page, selector: string): Promise<boolean> =>
    read(
      page,
      `(() => { const { top, bottom } = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect(); return top >= 48 && bottom <= innerHeight; })()`,
    );
  const openNote = (page: Page): Promise<string> =>
    read(page, `document.querySelector('.note:popover-open')?.textContent ?? ''`);

  test.each([
    ['on a desk', DESK],
    ['on a phone', PHONE],
  ])('the passage is highlighted and in view %s', async (_, size) => {
    const words = 'They have to stress how many jobs you can create';
    await on(passageAt(words), size, async (page) => {
      const mark = page.locator('#passage');
      expect(await mark.textContent()).toBe(words);
      await expect.poll(() => inView(page, '#passage')).toBe(true);
      const shade = await read<string>(
        page,
        `getComputedStyle(document.querySelector('#passage')).backgroundColor`,
      );
      expect(shade).not.toBe(await paperOf(page));
    });
  });

  test('is dark where the reader has it dark', async () => {
    const papers: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await on('/s/alibaba-ma-trump', { ...DESK, colorScheme }, async (page) => {
        papers.push(await paperOf(page));
      });
    }
    const light = papers.map((paper) => (/\d+/.exec(paper)?.[0] ?? '').padStart(3, '0'));
    expect(light[0] && light[0] > '240').toBe(true);
    expect(light[1] && light[1] < '040').toBe(true);
  });

  test.each([320, 390])('is never wider than a phone of %i pixels', async (width) => {
    for (const path of ['/s/alibaba-ma-trump', '/s/wide', '/s', '/s/nothing']) {
      const context = await browser.newContext({ viewport: { width, height: 700 } });
      const page = await context.newPage();
      await page.goto(at + path);
      if (path.startsWith('/s/') && path !== '/s/nothing') {
        await page.fill('#ask', path.includes('wide') ? `/who-said ${ENDLESS}` : '/speakers');
        await page.press('#ask', 'Enter');
        await page.waitForSelector('#answer h2');
      }
      expect(await read(page, 'document.documentElement.scrollWidth')).toBe(width);
      await context.close();
    }
  });

  test('a quotation tells who says it when the pointer is on it, and when it is tapped', async () => {
    const words = '"We talked about supporting';
    const quotation = `.para:has-text('${words}') .said`;
    await on('/s/alibaba-ma-trump', DESK, async (page) => {
      await page.hover(quotation);
      await expect.poll(() => openNote(page)).toContain("Jack Ma, Alibaba's founder");
      expect(await page.locator('.said.lit').first().textContent()).toContain('We talked about');
      await page.mouse.move(5, 5);
      await expect.poll(() => openNote(page)).toBe('');
    });
    await on('/s/alibaba-ma-trump', PHONE, async (page) => {
      await page.tap(quotation);
      await expect.poll(() => openNote(page)).toContain('Quoted: all of it');
    });
  });

  test('by the keyboard alone everything is reached, notes open on focus, Esc closes them', async () => {
    await on('/s/alibaba-ma-trump', DESK, async (page) => {
      const all = 'a[href], button, input:not([type=hidden]), summary';
      const wanted = await read<number>(
        page,
        `[...document.querySelectorAll('${all}')].filter((one) => one.checkVisibility()).length`,
      );
      const reached = new Set<string>();
      let noted = 0;
      await page.keyboard.press('Tab');
      for (let i = 0; i < wanted + 5 && !(await isFocused(page, 'body')); i += 1) {
        reached.add(
          await read(
            page,
            `(() => { const one = document.activeElement; one.dataset.at ??= String(Math.random()); return one.dataset.at; })()`,
          ),
        );
        if (await isFocused(page, '.marker')) {
          await expect.poll(() => openNote(page)).toContain('How the speaker is known');
          if (noted === 0) {
            await page.keyboard.press('Escape');
            expect(await openNote(page)).toBe('');
            expect(await isFocused(page, '.marker')).toBe(true);
          }
          noted += 1;
        }
        await page.keyboard.press('Tab');
      }
      expect(reached.size).toBe(wanted);
      expect(noted).toBe(await page.locator('.marker').count());
    });
  });

  test('a question is answered in place, and its passage shown', async () => {
    await on('/s/alibaba-ma-trump', DESK, async (page) => {
      await page.locator('#ask').focus();
      await page.keyboard.type('Who founded Alibaba?');
      await page.keyboard.press('Enter');
      await page.waitForSelector('#answer .words');
      expect(await page.textContent('#answer .words')).toBe('Jack Ma');
      expect(await isFocused(page, '#answer')).toBe(true);
      expect(page.url()).toBe(`${at}/s/alibaba-ma-trump`); // what was asked is in no address
      await page.click('#answer a[href="#passage"]');
      await expect.poll(() => inView(page, '#passage')).toBe(true);
    });
  });

  test('a link of an answer leads to its passage, and the answer stays', async () => {
    await on('/s/alibaba-ma-trump', DESK, async (page) => {
      await page.fill('#ask', '/quotes Bai Ming');
      await page.press('#ask', 'Enter');
      const link = page.locator('#answer a[data-passage]').last();
      const href = (await link.getAttribute('href')) ?? '';
      await link.click();
      await expect.poll(() => page.url()).toBe(at + href);
      expect(await page.textContent('#passage')).toContain('They have to stress');
      await expect.poll(() => inView(page, '#passage')).toBe(true);
      expect(await page.locator('#answer .quote').count()).toBeGreaterThan(3);
      await page.goBack();
      await page.waitForSelector('#answer:empty', { state: 'attached' });
      expect(page.url()).toBe(`${at}/s/alibaba-ma-trump`);
    });
  });

  test('without JavaScript it is read, asked and checked, and notes open', async () => {
    const plain = { ...PHONE, javaScriptEnabled: false };
    await on('/s/alibaba-ma-trump', plain, async (page) => {
      expect(await page.locator('.para').count()).toBe(20);
      await page.click('.aside summary');
      expect(await page.locator('.aside p').first().isVisible()).toBe(true);
      await page.click('.marker >> nth=0');
      expect(await page.locator('#note-0').isVisible()).toBe(true);
      await page.keyboard.press('Escape');
      await page.fill('#ask', 'Who founded Alibaba?');
      await page.click('#ask-form button');
      expect(await page.textContent('#answer .words')).toBe('Jack Ma');
      expect(await page.locator('#passage').isVisible()).toBe(true);
      await page.click('#checks summary');
      await page.fill('#check', 'Ma spoke of "ideas about how we can improve trade".');
      await page.click('#checks button');
      expect(await page.textContent('#answer .verdict')).toBe('1 exact');
    });
  });

  test('hostile markup is text', async () => {
    await on('/s/hostile', DESK, async (page) => {
      expect(await page.textContent('#p1 p')).toBe(NASTY);
      await page.fill('#ask', `Who said ${NASTY}`);
      await page.press('#ask', 'Enter');
      await page.waitForSelector('#answer h2');
      expect(await page.locator('main img, main script, article script').count()).toBe(0);
      expect(await page.title()).toContain('Verbatim');
    });
  });

  test.each(['light', 'dark'] as const)(
    'axe finds nothing wrong with it in %s',
    async (colorScheme) => {
      const violations = async (page: Page): Promise<readonly string[]> => {
        await read(page, axe);
        await read(page, 'scrollTo(0, 0)'); // what lies half behind the bar has room enough elsewhere
        return read(
          page,
          `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' ' + target + ' ' + failureSummary)))`,
        );
      };
      await on(passageAt('ideas about how'), { ...DESK, colorScheme }, async (page) => {
        expect(await violations(page)).toEqual([]);
        await page.locator('.aside summary').first().click();
        await page.click('#checks summary');
        await page.fill(
          '#check',
          'He said "a great, great, great meeting" and "ideas about how we can improve trade".',
        );
        await page.click('#checks button');
        await page.waitForSelector('.findings');
        await page.locator('.marker').first().focus();
        expect(await violations(page)).toEqual([]);
      });
      await on('/s/alibaba-ma-trump', { ...PHONE, colorScheme }, async (page) => {
        await page.fill('#ask', '/speakers');
        await page.press('#ask', 'Enter');
        await page.waitForSelector('#answer table');
        await page.tap('.said');
        expect(await violations(page)).toEqual([]);
      });
      for (const path of ['/s', '/s/nothing']) {
        const page = await browser.newPage({ colorScheme });
        await page.goto(at + path);
        expect(await violations(page)).toEqual([]);
        await page.close();
      }
    },
  );

  test('a story of 1,000 words weighs at most 60 kB, and nothing moves while it loads', async () => {
    expect(long.article.text.split(/\s+/).length).toBeGreaterThan(1_000);
    await (await served).app.inject({ url: '/s/long' }); // once read, a story is ready
    const context = await browser.newContext(DESK);
    const page = await context.newPage();
    const sent: Promise<readonly [string, number]>[] = [];
    page.on('requestfinished', (request) => {
      const path = new URL(request.url()).pathname;
      const size = request.sizes().then((one) => one.responseBodySize + one.responseHeadersSize);
      sent.push(size.then((bytes) => [path, bytes] as const));
    });
    await page.addInitScript(
      `globalThis.moved = 0; new PerformanceObserver((list) => { for (const one of list.getEntries()) globalThis.moved += one.value; }).observe({ type: 'layout-shift', buffered: true });`,
    );
    await page.goto(`${at}/s/long`, { waitUntil: 'networkidle' });
    const paint = await read<number>(
      page,
      `performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1`,
    );
    const parts = await Promise.all(sent);
    const bytes = parts.reduce((sum, [, size]) => sum + size, 0);
    console.log(
      `${bytes} bytes over the wire (${parts.map((part) => part.join(' ')).join(', ')}), first paint at ${Math.round(paint)} ms`,
    );
    expect(parts.length).toBeGreaterThanOrEqual(3);
    expect(bytes).toBeLessThanOrEqual(60_000);
    expect(await read(page, 'globalThis.moved')).toBe(0);
    await context.close();
  });
});
