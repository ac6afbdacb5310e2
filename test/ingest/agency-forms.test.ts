import { expect, test, vi } from 'vitest';
import { previewStory } from '../../src/ingest/preview.ts';
import { wrap } from './form-parts.ts';
import { FIRST, read, SECOND } from './kept-files.ts';
import { told } from './told.ts';
import { iptc } from './wire-forms.ts';

vi.setConfig({ testTimeout: 60_000 }); // a busy machine takes its time

test.each<[string, string, string]>([
  [
    'a name in its parts',
    '<person><name.given>Ann</name.given><name.family>Ode</name.family></person>',
    'Ann Ode',
  ],
  [
    'two people in parts',
    '<person><name.given>Ann</name.given> <name.family>Ode</name.family></person> and <person>Jo Lee</person>',
    'Ann Ode, Jo Lee',
  ],
  [
    'a person with an office',
    '<person><function>Editor</function><name.given>Ann</name.given><name.family>Ode</name.family></person>',
    'Ann Ode',
  ],
  ['a house behind the name', 'By Ann Ode <org>Coast News</org>', 'Ann Ode'],
  ['a title and a place', 'By Ann Ode<byttl>Writer</byttl><location>Marl</location>', 'Ann Ode'],
  ['a house alone', '<org>Coast News</org>', 'Coast News'],
])('a byline in NITF with %s is who wrote it', async (_, byline, name) => {
  const { story } = await read(
    'byline.nitf',
    `<nitf><body><body.head><hedline><hl1><location>Marl</location> <em>bridge</em> shut</hl1></hedline><byline>${byline}</byline></body.head><body.content><p>${FIRST}</p></body.content></body></nitf>`,
  );
  expect(story?.byline).toBe(name);
  expect(story?.known?.headline).toBe('Marl bridge shut');
});

test.each<[string, readonly object[]]>([
  [
    'a teaser before it',
    [
      { role: 'teaser', value: 'Cracks were found.' },
      { role: 'main', value: `<p>${FIRST}</p><p>${SECOND}</p>` },
    ],
  ],
  [
    'a summary of no role behind it',
    [{ role: 'body', value: `${FIRST}\n\n${SECOND}` }, { value: 'Cracks were found.' }],
  ],
  [
    'the same with tags',
    [
      { contentType: 'text/plain', value: 'Cracks were found, and so on.' },
      { contentType: 'application/xhtml+xml', value: `<p>${FIRST}</p><p>${SECOND}</p>` },
    ],
  ],
])('of several bodies in ninjs the main one is the story: %s', async (_, bodies) => {
  const item = {
    uri: 'urn:x:1',
    type: 'text',
    headlines: [{ role: 'main', value: 'Bridge shut' }],
    bodies,
  };
  const { incoming } = await read('bodies.json', JSON.stringify(item));
  expect(incoming.map(previewStory)[0]?.paragraphs).toEqual([FIRST, SECOND]);
});

test('a spool of wires is as many stories, and a bad one costs only itself', async () => {
  const [first, second] = told;
  if (first === undefined || second === undefined) throw new Error('there are no stories');
  const empty = Buffer.from('\x01NWA0199 3 i 0140\r\n\x02\r\n\x03\r\n\x04');
  const { incoming, problems } = await read(
    'day.spool',
    Buffer.concat([iptc(first), empty, iptc(second)]),
  );
  const previews = incoming.map(previewStory);
  expect(previews.map(({ article }) => article.headline)).toEqual([
    first.headline,
    second.headline,
  ]);
  expect(previews[1]?.paragraphs).toHaveLength(second.paragraphs.length);
  expect(problems).toEqual([expect.stringContaining('there is no text between its marks')]);
});

test('a spool of ANPA keeps each story’s headline and writer', async () => {
  const take = (n: number, headline: string, writer: string, body: string): string =>
    `\x16\x16\x01a000${n}\x1fab-\r\nr a\r\n\x02^${headline}<\r\n^By ${writer}<\r\n\t${wrap(body, 60).replaceAll('\n', '\r\n')}\r\n\x0303-06-26 0815GMT\r\n\x04`;
  const spool =
    take(1, 'Bridge shut', 'ANN ODE', FIRST) + take(2, 'Mayor speaks', 'JO LEE', SECOND);
  const { incoming } = await read('spool.anpa', Buffer.from(spool));
  expect(incoming.map(({ known, byline }) => [known?.headline, byline])).toEqual([
    ['Bridge shut', 'Ann Ode'],
    ['Mayor speaks', 'Jo Lee'],
  ]);
});
