import { expect, test } from 'vitest';
import { readArticle } from '../../src/article/article.ts';
import { listSpeakers } from '../../src/newsroom/speakers.ts';
import { drawSpeakers, type Picture } from '../../src/picture/chart.ts';
import { renderPng } from '../../src/picture/png.ts';
import { chartSvg, stripSvg } from '../../src/picture/svg.ts';
import { prepare } from '../../src/story/prepare.ts';
import { hearNow } from '../stories.ts';

function draw(text: string): Picture | null {
  const story = hearNow(prepare(readArticle('ode', text)));
  return drawSpeakers(story, listSpeakers(story));
}

const TEXT = `“It is late,” said Ann Ode, the mayor.

Jon Lee said the bridge was closed.

“Go home,” Ode said.

The school would open again, Lee said.`;

test('says in words what it shows', () => {
  const picture = draw(TEXT);
  expect(picture?.alt).toBe(
    'Who speaks where, 4 paragraphs. Ann Ode: direct in ¶ 1, 3. Jon Lee: reported in ¶ 2, 4.',
  );
  expect(picture?.lines).toEqual([
    '¶        1',
    'Ann Ode  ●·●·',
    'Jon Lee  ·□·□',
    '● direct  □ reported  ◉ both  a column a paragraph, of 4',
  ]);
});

test('there is none where nobody speaks', () => {
  expect(draw('It rained.\n\nIt stopped.')).toBeNull();
});

test('tells direct and reported apart by shape', () => {
  const svg = chartSvg(draw(TEXT)?.chart ?? fail(), 'light');
  expect(svg.match(/<circle/g)?.length).toBe(2 + 2); // two in the legend, two marks
  expect(svg.match(/<rect/g)?.length).toBe(1 + 2 + 2); // the paper, two in the legend, two marks
});

test('keeps its size with very many paragraphs, and its words inert', () => {
  const many = Array.from({ length: 200 }, (_, i) => `It is day ${i} of the rain.`).join('\n\n');
  const picture = draw(`# Rain <b>& more\n\n“It is late,” said Ann Ode.\n\n${many}`);
  expect(picture?.chart.speakers[0]?.marks.length).toBeLessThanOrEqual(60);
  expect(picture?.alt.length).toBeLessThanOrEqual(1000);
  const svg = chartSvg(picture?.chart ?? fail(), 'dark');
  expect(svg).toContain('&lt;b&gt;&amp;');
  expect(svg).not.toContain('<b>');
});

test.each(['light', 'dark'] as const)('is drawn as PNG with ink in it: %s', async (theme) => {
  const picture = draw(TEXT) ?? fail();
  const png = await renderPng(picture, theme);
  expect([...png.slice(1, 4)]).toEqual([...'PNG'].map((letter) => letter.charCodeAt(0)));
  const blank = await renderPng(
    { ...picture, chart: { ...picture.chart, title: ' ', speakers: nameless(picture) } },
    theme,
  );
  expect(png.length).toBeGreaterThan(blank.length + 1000); // the font draws the names
  expect(widthOf(png)).toBe(1280);
});

test('a strip shows one speaker, each mark a link to its paragraph', () => {
  const chart = draw(TEXT)?.chart ?? fail();
  const strip = stripSvg(chart, 0, (n) => `#p${n}`);
  expect(
    [...strip.matchAll(/<a href="([^"]+)" aria-label="([^"]+)">/g)].map(([, ...one]) => one),
  ).toEqual([
    ['#p1', 'Ann Ode, direct, ¶ 1'],
    ['#p3', 'Ann Ode, direct, ¶ 3'],
  ]);
  expect(strip.match(/<circle/g)).toHaveLength(2);
  expect(stripSvg(chart, 1, (n) => `#p${n}`)).toContain('Jon Lee, reported, ¶ 2');
});

test('a strip of a long story leads to the first of some paragraphs, and says which they are', () => {
  const paragraphs = Array.from({ length: 61 }, (_, i) => `“It is day ${i},” said Ann Ode.`);
  const chart = draw(paragraphs.join('\n\n'))?.chart ?? fail();
  const links = [
    ...stripSvg(chart, 0, (n) => `#p${n}`).matchAll(/href="([^"]+)" aria-label="([^"]+)"/g),
  ];
  expect(links.at(0)?.slice(1)).toEqual(['#p1', 'Ann Ode, direct, ¶ 1 to 2']);
  expect(links.at(-1)?.slice(1)).toEqual(['#p61', 'Ann Ode, direct, ¶ 61']);
});

test('a strip shows hostile names as text, and nobody as an empty line', () => {
  const chart = draw(TEXT)?.chart ?? fail();
  const [first] = chart.speakers;
  const nasty = { ...chart, speakers: [{ marks: first?.marks ?? [], name: '"><script>' }] };
  expect(stripSvg(nasty, 0, () => '"&<')).not.toMatch(/<script>|href=""/);
  expect(stripSvg(nasty, 9, () => '')).not.toContain('<a');
});

function nameless({ chart }: Picture): Picture['chart']['speakers'] {
  return chart.speakers.map(({ marks }) => ({ name: ' ', marks }));
}

/** The width in a PNG's header. */
function widthOf(png: Uint8Array): number {
  return new DataView(png.buffer, png.byteOffset).getUint32(16);
}

function fail(): never {
  throw new Error('there is no picture');
}
