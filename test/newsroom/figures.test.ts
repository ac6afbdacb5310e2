import { expect, test } from 'vitest';
import { readArticle } from '../../src/article/article.ts';
import { findUnequallySure } from '../../src/newsroom/certainty.ts';
import { type Figure, findFigures } from '../../src/newsroom/figures.ts';
import { hear } from '../../src/story/hear.ts';
import { prepare } from '../../src/story/prepare.ts';
import type { Story } from '../../src/story/story.ts';
import { hearNow, readGold, readStory } from '../stories.ts';
import { plainName, wordsOf } from './gold.ts';

interface GoldFigure {
  readonly figure: string;
  readonly unit: string | null;
  readonly sentence: string;
  readonly owner: string | null;
}

const STORIES = ['council-bins', 'court-ferry', 'harbour-regatta', 'mill-takeover', 'reef-study'];

test('finds the figures of five stories, with unit and owner', async () => {
  const count = { all: 0, found: 0, units: 0, owners: 0, given: 0 };
  for (const id of STORIES) {
    const story = await hear(readStory(id));
    const left = [...findFigures(story)];
    count.given += left.length;
    for (const gold of readGold<GoldFigure>('numbers', id)) {
      count.all += 1;
      const at = left.findIndex((one) => isSame(story, one, gold));
      const [figure] = at < 0 ? [] : left.splice(at, 1);
      if (figure === undefined) continue;
      count.found += 1;
      if (wordsOf(story, figure.unit) === gold.unit) count.units += 1;
      if (plainName(ownerOf(story, figure)) === plainName(gold.owner)) count.owners += 1;
    }
  }
  expect(count.found / count.all).toBeGreaterThanOrEqual(0.95);
  expect(count.found / count.given).toBeGreaterThanOrEqual(0.95);
  expect(count.units / count.all).toBeGreaterThanOrEqual(0.95);
  expect(count.owners / count.all).toBeGreaterThanOrEqual(0.9);
}, 60_000);

function isSame(story: Story, figure: Figure, gold: GoldFigure): boolean {
  const sentence = wordsOf(story, figure.sentence) ?? '';
  return wordsOf(story, figure.span) === gold.figure && gold.sentence.endsWith(sentence);
}

function ownerOf(story: Story, { statement }: Figure): string | null {
  return statement && (statement.speaker.name ?? wordsOf(story, statement.speaker.words));
}

/** The figures of one sentence as `figure·unit·what of`. */
function read(text: string): readonly string[] {
  const story = hearNow(prepare(readArticle('story', text)));
  return findFigures(story).map((one) =>
    [one.span, one.unit, one.counts].flatMap((span) => wordsOf(story, span) ?? []).join('·'),
  );
}

test.each([
  ['The plan costs USD 150 billion over ten years.', ['USD 150 billion', 'ten·years']],
  ['It sold for £12 000, up from $9,500.', ['£12 000', '$9,500']],
  ['About 34% of the shares changed hands.', ['34%·the shares']],
  [
    'Turnout was 61 per cent, 2.5 percentage points more.',
    ['61·per cent', '2.5·percentage points'],
  ],
  ['They hired one million small American firms.', ['one million·small American firms']],
  ['A six-month trial ran in twenty-one villages.', ['six·month', 'twenty-one·villages']],
  ['The vote was lost by 20 votes to 22.', ['20·votes', '22·votes']],
  [
    'Two-thirds of voters and half a dozen lords agreed.',
    ['Two-thirds·voters', 'half a dozen·lords'],
  ],
  ['Fewer than one household in fifteen replied.', ['one household in fifteen']],
  ['Dozens of rescuers dug for 12 to 18 hours.', ['Dozens·rescuers', '12 to 18·hours']],
  ['Two of the five people aboard died.', ['Two·people', 'five·people']],
  // whole, however they are written
  ['The eel was 5-to-6 feet long.', ['5-to-6·feet']],
  ['It was -9C at Ives and minus 12 on the fell.', ['-9·C', 'minus 12']],
  ['She is a 5-foot-11 keeper who ran 40m in 5.2 secs.', ['5-foot-11', '40·m', '5.2·secs']],
  ['Vale beat Ives 4-1 and Odemouth lost 18–20.', ['4-1', '18–20']],
  ['The No. 7 seed won her fourth title, her sixth in a row.', ['No. 7', 'fourth·title', 'sixth']],
  [
    'About six and a half million watched it in two and a half weeks.',
    ['six and a half million', 'two and a half·weeks'],
  ],
  ['The yard is 4,000sq ft, sold for between £2m and £3m.', ['4,000·sq ft', '£2m and £3m']],
  ['One in every six hens died, a one-in-ten risk.', ['One in every six·hens', 'one-in-ten·risk']],
  [
    'He scored 31 points, 12 rebounds and two assists.',
    ['31·points', '12·rebounds', 'two·assists'],
  ],
])('reads the figures of "%s"', (text, figures) => expect(read(text)).toEqual(figures));

test.each([
  'She lives at 9 Quay Street, near the 14B bus.',
  'Call (555) 010-0199 or write to 12@acme.example.',
  'The Four Vales choir sang at 7.40pm on 3-5 May.',
  'Version 3.2 came in Week 9 of the 1998/99 season.',
  'She was born on March 3, 1951, and left in 1972.',
  'The 2016 election was held on 8 November.',
  'He came third, then first, in the second half of the 20th century.',
  'The train leaves at 9:25 p.m. and arrives at ten past six.',
  'The line is 020-7946-0018 or 555-010-0199.',
  'Turn off Highway 12 to see No. 4 and berth 14.',
  'Formula One is one of the best, and no one said so one day.',
  'The two shared ideas in the first quarter of next year.',
])('finds no figure in "%s"', (text) => expect(read(text)).toEqual([]));

test('puts side by side what is not equally sure', async () => {
  const story = await hear(readStory('alibaba-ma-trump'));
  const groups = findUnequallySure(findFigures(story)).map((mentions) =>
    mentions.map(({ figure, hedges }) => [
      wordsOf(story, figure.span),
      hedges.map((one) => wordsOf(story, one)),
    ]),
  );
  expect(groups).toContainEqual([
    ['a million', ['would']],
    ['one million', ['likely', 'estimated']],
  ]);
});
