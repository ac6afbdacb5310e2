import { describe, expect, test } from 'vitest';
import { ArticleError, readArticle, storyId } from '../../src/article/article.ts';
import { prepare } from '../../src/story/prepare.ts';
import { readStory } from '../stories.ts';

const STORY = 'It rained in Ives all day.\nThe mayor wept about it at noon.\n';

const LONG =
  'The mayor of Ives said on Monday that her town had done all that it could against the rain.';

/** The reason each line was set aside for, or its number. */
function read(text: string) {
  const { article, paragraphs } = prepare(readArticle('story', text));
  return paragraphs.map(({ number, setAside, start, end }) => [
    setAside ?? number,
    article.text.slice(start, end),
  ]);
}

test.each([
  ['More From This Section', 'related link'],
  ['Read more: How your bins change', 'related link'],
  ['ALSO READ | Ten things about rain', 'related link'],
  ['(Reopens FGN 9)', 'agency slug'],
  ['[AW-WEATHER, 3rd Ld-Writethru]', 'agency slug'],
  ['* * *', 'separator'],
  ['-30-', 'separator'],
  ['ENDS', 'separator'],
  ['FILE - The mayor at work, May 3, 2019. (Echo archive)', 'caption'],
  ['The mayor at work. Photograph: Ives Echo', 'caption'],
  ['What happens next', 'heading'],
  ['## What happens next', 'heading'],
  ['A crane on the quay at dusk. Source: Supplied', 'caption'],
  ['A crane on the quay at dusk. (Tom Bell/Ives Echo)', 'caption'],
  ['Image caption, The quay at dusk', 'caption'],
  ['Tuesday, 3 March 2026', 'date'],
  ['Published: 03/04/2026 10:15 GMT', 'date'],
  ['Lire aussi : La pluie à Ives', 'related link'],
  ['Anzeige', 'related link'],
  ['It rained from 3 March 2026 to May.', 3],
  ['The line opened in 2019 (then closed).', 3],
  ['(He laughs.)', 3],
  ['And for Ives, as it looks ahead.', 3],
  ['Ode: We are done here.', 3],
  ['- 500 homes without power', 3],
  ['More from the mayor came later, when she spoke of “rain”.', 3],
])('%s in the middle of a story is %s', (line, expected) => {
  expect(read(`${STORY}${line}\nThen it stopped.`)[2]?.[0]).toBe(expected);
});

test.each<[string, string, string | null]>([
  ['a first line without an end mark', `Rain stops Ives\n\n${STORY}`, 'Rain stops Ives'],
  ['a question above a story', `Will it ever stop?\n\n${STORY}`, 'Will it ever stop?'],
  ['a Markdown title', `# Rain stops Ives\n\n${STORY}`, 'Rain stops Ives'],
  ['front matter', `---\nheadline: "Rain: again"\n---\n\n${STORY}`, 'Rain: again'],
  ['none', STORY, null],
  ['a story of one line', 'Rain stops Ives', null],
  ['an interview that starts at once', 'Q: Will it stop?\nA: No. It never does that here.', null],
])('headline: %s', (_name, text, headline) => {
  expect(readArticle('story', text).headline).toBe(headline);
});

describe('paragraphs', () => {
  test.each<[string, string, number]>([
    ['lines', 'One is here.\nTwo is here.\n', 2],
    ['CRLF and blank lines', 'One is here.\r\n\r\nTwo is here.\r\n', 2],
    ['old Mac line ends', 'One is here.\rTwo is here.', 2],
    ['one line only', 'One. Two. Three.', 1],
    [
      'lines broken at a width',
      'The mayor of Ives said on Monday that the old bridge would\nstay shut until spring because the river was still too\nhigh.\n\nShe wept.\n',
      2,
    ],
    ['lines without any end mark', 'rain\nmore rain\nstill rain', 3],
  ])('%s', (_name, text, many) => {
    expect(prepare(readArticle('story', text)).paragraphCount).toBe(many);
  });
});

test.each([
  ['WESTHAVEN, March 3 (Coast News) — It rained.', 'It rained.'],
  ['GRENNE, Ardenia, Sept. 21 - It rained.', 'It rained.'],
  ['LONDON (Reuters) - It rained.', 'It rained.'],
  ['The mayor — who wept — left.', 'The mayor — who wept — left.'],
  ['NATO members met - it rained.', 'NATO members met - it rained.'],
])('the first sentence of %s', (text, first) => {
  const { sentences } = prepare(readArticle('story', text));
  expect(text.slice(sentences[0]?.start, sentences[0]?.end)).toBe(first);
});

test('the seed story keeps its flaws in place, and numbers none of them', () => {
  const { paragraphCount, paragraphs, article } = readStory('alibaba-ma-trump');
  const aside = paragraphs.filter((one) => one.setAside !== null);
  expect(paragraphCount).toBe(20);
  expect(article.headline).toBeNull();
  expect(aside.map(({ start, end }) => article.text.slice(start, end))).toEqual([
    'More From This Section',
    '(Reopens FGN 9)',
  ]);
});

test.each([
  ['---\npublished: soon\n---\nIt rained.', 'published is no date'],
  ['---\nurl: javascript:alert(1)\n---\nIt rained.', 'url is no'],
  ['***', 'no paragraph'],
  ['---\nheadline: Rain\n---\n', 'no paragraph'],
])('%j cannot be read: %s', (text, problem) => {
  expect(() => readArticle('story', text)).toThrow(ArticleError);
  expect(() => readArticle('story', text)).toThrow(problem);
});

test.each([
  ['Harbour Race.txt', 'harbour-race'],
  ['000_3ef6.txt', '000_3ef6'],
  ['Żurawska übt.md', 'zurawska-ubt'],
  ['日本.txt', 'story'],
  ['Lido opens.eml', 'lido-opens'],
  ['hearing.vtt', 'hearing'],
  [`${'long'.repeat(30)}.txt`, 'long'.repeat(10)],
])('the file %s is the story %s', (name, id) => expect(storyId(name)).toBe(id));

test.each<[string, string, string, number]>([
  [
    'above and below',
    `Skip to main content\nHome\nNews\nSport\nLog in\nThe rain that would not stop\nBy Tom Bell\n3 March 2026\nShare\n${LONG}\nMore than that, she said, nobody could ask of a town of its size.\nRelated topics\nWeather\nPrivacy policy\n© 2026 Ives Echo`,
    'The rain that would not stop',
    2,
  ],
  [
    'around short sentences',
    `Home\nNews\nSport\nLog in\nThe rain that would not stop\nIt rained for nine days on end.\n${LONG}\nThe roof was gone by noon.\nShare\nPrivacy policy`,
    'The rain that would not stop',
    3,
  ],
  [
    'in between',
    `☰ Menu\nSearch\nSubscribe\nHow Ives lost its roof in one night\n${LONG}\nShare\nImage caption, The roof\nMore than that, she said, nobody could ask of a town of its size.\nComments`,
    'How Ives lost its roof in one night',
    2,
  ],
  [
    'with what stands between its headline and its text',
    `Your account\nHome\nNews\nSport\nMore menu\nSearch\nThe rain that would not stop\n3 hours ago\nShare\nTom Bell\nReporting from Ives\nGetty Images The roof of the hall at Ives\n${LONG}\nRelated topics\nCookies`,
    'The rain that would not stop',
    1,
  ],
  [
    'in one line',
    `☰\nSubscribe\nSign in\nNews Politics Opinion Sport Culture\nIves\nRain without end\nBy Tom Bell\nListen\n4 min\n${LONG}\nPrivacy policy`,
    'Rain without end',
    1,
  ],
  [
    'in French',
    `Aller au contenu\nAccueil\nSe connecter\nRain without end\nPar Tom Bell\nPublié le 4 mars 2026 à 10h12\nPartager\n${LONG}\nMentions légales`,
    'Rain without end',
    1,
  ],
  [
    'with a line under its headline and a reporter',
    `Skip to content\nHome\nNews\nSport\n\nThe rain that would not stop\nHow Ives lost its roof in one night\nTom Bell, environment reporter\nThu 5 Mar 2026 12.00 GMT\nShare\n${LONG}\nPrivacy policy`,
    'The rain that would not stop',
    1,
  ],
  [
    'in one line with bars',
    `Home | News | Sport | Log in\n\nThe rain that would not stop\n\nThu 5 Mar 2026 10.30 GMT\n\n${LONG}\n\nAdvertisement\n\nMost viewed\n\n1 Roofs are back`,
    'The rain that would not stop',
    1,
  ],
  [
    'in German, under two words',
    `Zum Inhalt springen\nStartseite\nPolitik\nAnmelden\nDauerregen endet\nVON TOM BELL\n4. März 2026\nTeilen\n${LONG}\nImpressum\nDatenschutz`,
    'Dauerregen endet',
    1,
  ],
  [
    'in Spanish',
    `Ir al contenido\nInicio\nDeportes\nIniciar sesión\nLa lluvia que no para\nPor Ana Oda\n5 de marzo de 2026\nCompartir\n${LONG}\nAviso legal`,
    'La lluvia que no para',
    1,
  ],
  [
    'in German',
    `Zum Inhalt springen\nStartseite\nPolitik\nAnmelden\nThe rain that would not stop\nVon Tom Bell\n04.03.2026, 10:12 Uhr\nTeilen\n${LONG}\nImpressum\nDatenschutz`,
    'The rain that would not stop',
    1,
  ],
])('a page pasted with its menus %s is its story', (_, text, headline, many) => {
  const article = readArticle('story', text);
  expect([article.headline, prepare(article).paragraphCount]).toEqual([headline, many]);
});

test.each([
  'FOR IMMEDIATE RELEASE',
  'Press release – for immediate release:',
  'EMBARGOED UNTIL 9am on Friday, 6 March',
  '- ENDS -',
  '*** End of release ***',
  'Notes for editors:',
  'Leer más: la lluvia que no para',
])('%s is no paragraph of a press release', (line) => {
  const article = readArticle('story', `The rain that would not stop\n\n${line}\n\n${LONG}`);
  expect(prepare(article).paragraphCount).toBe(1);
});

test.each([
  'Ends meet in the middle, she said.',
  'Embargoed goods were found in the hold of the ship.',
])('%s is one', (line) => {
  const article = readArticle('story', `The rain that would not stop\n\n${line}\n\n${LONG}`);
  expect(prepare(article).paragraphCount).toBe(2);
});

test.each([
  ['published: 03.04.2026', '2026-04-03'],
  ['published: 31/12/2026', '2026-12-31'],
  ['published: 2026-12-31', '2026-12-31'],
  ['published: 31 December 2026', '31 December 2026'],
])('front matter %s', (field, published) => {
  expect(readArticle('story', `---\n${field}\n---\n${STORY}`).published).toBe(published);
});

test('a date in front matter that may be two days is refused, with how to write it', () => {
  const text = `---\npublished: 03/04/2026\n---\n${STORY}`;
  expect(() => readArticle('story', text)).toThrow('write it as 2022-12-31');
});
