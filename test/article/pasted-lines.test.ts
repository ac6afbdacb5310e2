import { expect, test } from 'vitest';
import { readArticle } from '../../src/article/article.ts';
import { prepare } from '../../src/story/prepare.ts';

const H = 'The rain in Ives that would not stop';
const TOLD =
  'The mayor of Ives said on Monday that her town had done all that it could against the rain.';
const MORE =
  'It would not stop before Friday, she said, and nobody had asked for a third wet week.';
const LAST =
  'Roofs were mended all over the town, but the hall of the fishermen still lets water in.';
const STORY = [TOLD, MORE, LAST].join('\n\n');
const MENU = 'Home\nNews\nSport\nLog in';

test.each([
  ['its site', `Ives Echo\n${H}\nBy Tom Bell`],
  ['its address, as made for reading', `ives-echo.example\n${H}\nTom Bell\n4-5 minutes`],
])('a headline under %s needs no menus', (_, above) => {
  const article = readArticle('story', `${above}\n\n${STORY}`);
  expect([article.headline, prepare(article).paragraphCount]).toEqual([H, 3]);
});

test.each<[string, string, string]>([
  [
    'over the date of the day',
    `Tuesday, 5 March 2024\n${MENU}\n\n${H}\n\nBy Tom Bell\n3 March 2024`,
    H,
  ],
  [
    'under the headline of another story',
    `${MENU}\nTrending\nCup draw sends minnows to the capital\n${H}\nBy Tom Bell`,
    H,
  ],
  [
    'under another that no word leads to',
    `${MENU}\nCup draw sends minnows to the capital\n${H}\nBy Tom Bell`,
    H,
  ],
  ['under the name of a section', `${MENU}\nThe far west coast\n${H}\nBy Tom Bell`, H],
  [
    'over what sums it up',
    `${MENU}\n\n${H}\n\nHow the rain took the roof of a hall and more in one night`,
    H,
  ],
  [
    'over buttons',
    `${MENU}\n\n${H}\n\nShare this story with your friends\nCopy link to this article`,
    H,
  ],
  ['over the age of the page', `${MENU}\n\n${H}\n\nThis article is more than 2 years old`, H],
  ['over a picture', `${MENU}\n\n${H}\n\nThe hall of the fishermen last May (Ann Ode)`, H],
  [
    'over “Written by”',
    `Skip to content\nHome | News | Sport\n\n${H}\n\nWritten by Tom Bell\nLast updated: 3 March 2024`,
    H,
  ],
  ['over a line with bars', `${MENU}\n\n${H}\n\nTom Bell | Ives Echo | Mar 3, 2024`, H],
  [
    'right over its byline, long as it is',
    `${MENU}\n${H} and takes roofs\nBy Tom Bell`,
    `${H} and takes roofs`,
  ],
  ['under the way to it', `${MENU}\nHome > News > Weather of the west\n${H}`, H],
  [
    'under a word on cookies',
    `This website uses cookies to give you the best experience. By clicking accept you agree to that.\nAccept\n${MENU}\n\n${H}`,
    H,
  ],
  ['under menus parted by tabs', `Home\tNews\tSport\tLog in\n\n${H}\nBy Tom Bell\t3 March 2024`, H],
])('the headline of a pasted page is told %s', (_, above, headline) => {
  const article = readArticle('story', `${above}\n\n${STORY}\n\nContact\nPrivacy policy`);
  expect([article.headline, prepare(article).paragraphCount]).toEqual([headline, 3]);
});

test.each([
  [
    'comments',
    '3 comments\nCrab67\nIt is about time that somebody put this right again, if you ask me.\nReply',
  ],
  [
    'a letter to sign up for',
    'Get the best of the coast in your inbox every morning, whatever the weather.\nSign up',
  ],
  [
    'teasers',
    'You may also like\nFerry sold to the north\nThe ferry that nobody wanted has found a home at last, its new owners said.\nPier shut again\nThe pier will be shut until May, as the paint has not dried in the long rain.',
  ],
  ['a wall', 'This article is for subscribers. Already a subscriber? Log in'],
])('a pasted page ends above %s', (_, below) => {
  const article = readArticle(
    'story',
    `${MENU}\n${H}\nBy Tom Bell\n\n${STORY}\n\n${below}\n\nTerms of use`,
  );
  expect(prepare(article).paragraphCount).toBe(3);
});

test.each([
  ['a list of titles', 'Related stories\nFerry sold to the north\nPier shut again'],
  [
    'a sentence about newsletters',
    '“Our newsletter is read by more people than the paper,” she said.',
  ],
])('a pasted page goes on below %s', (_, inside) => {
  const text = `${MENU}\n${H}\nBy Tom Bell\n\n${TOLD}\n\n${inside}\n\n${MORE}\n\n${LAST}\n\nTerms of use`;
  const { paragraphs } = prepare(readArticle('story', text));
  const numbered = paragraphs.filter(({ number }) => number !== null);
  expect(numbered.map(({ start, end }) => text.slice(start, end)).at(-1)).toBe(LAST);
});

test.each(['3. Dezember 2022, 10:15 Uhr', '3 mars 2024 à 9h15', '5 de marzo de 2026'])(
  'a date alone in another language is set aside: %s',
  (line) => {
    const { paragraphs } = prepare(readArticle('story', `${H}\n\n${line}\n\n${STORY}`));
    expect(paragraphs.map(({ setAside }) => setAside)).toContain('date');
  },
);
