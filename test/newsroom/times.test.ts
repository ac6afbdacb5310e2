import { expect, test } from 'vitest';
import { readArticle } from '../../src/article/article.ts';
import { formatDate } from '../../src/newsroom/calendar.ts';
import { findTimes } from '../../src/newsroom/times.ts';
import { prepare } from '../../src/story/prepare.ts';
import { hearNow, readStory } from '../stories.ts';
import { wordsOf } from './gold.ts';

/** The times of a text as `words` or `words=date`. */
function read(text: string, published: string | null): readonly string[] {
  const front = published === null ? '' : `---\npublished: ${published}\n---\n`;
  const story = hearNow(prepare(readArticle('story', `${front}${text}`)));
  return findTimes(story).map(
    ({ span, date }) => `${wordsOf(story, span)}${date === null ? '' : `=${formatDate(date)}`}`,
  );
}

// 10 November 2016 was a Thursday
test.each([
  ['They met yesterday.', ['yesterday=2016-11-09']],
  ['They met on Thursday at the White House.', ['Thursday=2016-11-10']],
  ['They met on Saturday.', ['Saturday=2016-11-05']],
  ['They will meet on Saturday.', ['Saturday=2016-11-12']],
  ['They can go home from Saturday.', ['Saturday=2016-11-12']],
  ['The pool will shut, the town said on Tuesday.', ['Tuesday=2016-11-08']],
  ['On Monday the court heard that she will appeal.', ['Monday=2016-11-07']],
  ['They agreed to meet on Friday.', ['Friday=2016-11-11']],
  ['Hearings resume on Friday.', ['Friday=2016-11-11']],
  ['The bridge was shut on Sunday.', ['Sunday=2016-11-06']],
  ['It must be mended by Wednesday.', ['Wednesday=2016-11-16']],
  ['Talks scheduled for Monday were put off.', ['Monday=2016-11-14']],
  ['It fell, according to a paper published on Tuesday.', ['Tuesday=2016-11-08']],
  ['The lake is closed on Monday.', ['Monday']],
  ['A deal at last on Sunday.', ['Sunday']],
  [
    'They met on Nov. 3 and on 30 December 2015.',
    ['Nov. 3=2016-11-03', '30 December 2015=2015-12-30'],
  ],
  ['The deal was made in 1972 and ends by 2020.', ['1972=1972', '2020=2020']],
  [
    'It opened two years ago, or three months ago.',
    ['two years ago=2014', 'three months ago=2016-08'],
  ],
  ['Sales fell last year, and rose last month.', ['last year=2015', 'last month=2016-10']],
  ['It was found at 5:40 a.m. on Tuesday.', ['5:40 a.m. on Tuesday=2016-11-08']],
  ['They expect it in May.', ['May']],
])('"%s" has %j', (text, times) => expect(read(text, '2016-11-10')).toEqual(times));

test.each([
  ['They met yesterday, on Thursday.', ['yesterday', 'Thursday']],
  ['They may march on, as 300 people did in March.', ['March']],
  ['Nothing happened.', []],
])('without a date "%s" has %j', (text, times) => expect(read(text, null)).toEqual(times));

test('counts from the dateline where it is later than what the page says', () => {
  const text = '---\npublished: 2016-11-12\n---\nWASHINGTON, Nov. 10 (Wire) — They met yesterday.';
  const story = hearNow(prepare(readArticle('story', text)));
  expect(findTimes(story).map(({ date }) => date && formatDate(date))).toEqual(['2016-11-09']);
});

test('names every time of a story in its own words, in story order', () => {
  const story = hearNow(readStory('alibaba-ma-trump'));
  const times = findTimes(story);
  expect(times.map(({ span }) => wordsOf(story, span))).toEqual(['yesterday', '2020', '1972']);
  expect(times[0]?.date).toBeNull();
});
