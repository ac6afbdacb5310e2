import { expect, test } from 'vitest';
import { readArticle } from '../../src/article/article.ts';
import { findFigures } from '../../src/newsroom/figures.ts';
import { prepare } from '../../src/story/prepare.ts';
import { hearNow } from '../stories.ts';
import { wordsOf } from './gold.ts';

/** The figures of a text, each with the unit behind it. */
function read(text: string): readonly string[] {
  const story = hearNow(prepare(readArticle('story', text)));
  return findFigures(story).map(({ span, unit }) =>
    unit === null || unit.start < span.end || unit.start - span.end > 1
      ? `${wordsOf(story, span)}`
      : story.article.text.slice(span.start, unit.end),
  );
}

// All rows were marked before the rules for them were written, in two batches.
test.each([
  // ranges with a unit on both sides
  ['The store is kept at 4C to 6C.', ['4C to 6C']],
  ['Between 20 mm and 35 mm of rain fell.', ['20 mm and 35 mm']],
  ['It forecast 80 mm to 120 mm of rain.', ['80 mm to 120 mm']],
  ['Gusts of 60mph to 75mph were felt.', ['60mph to 75mph']],
  ['It weighs 2.5 kg to 3 kg.', ['2.5 kg to 3 kg']],
  ['Guidance is $1.2bn to $1.4bn.', ['$1.2bn to $1.4bn']],
  ['They range from 10.7m to 11.8m tonnes.', ['10.7m to 11.8m']],
  ['A loaf costs 2p or 3p more.', ['2p or 3p']],
  ['Payments of £200 or £300 would stop.', ['£200 or £300']],
  ['She puts it at 60,000 to 75,000.', ['60,000 to 75,000']],
  ['They sold fewer than 300 tickets.', ['fewer than 300 tickets']],
  // `one`, ordinals and numbers without a noun, judged by what is around them
  ['It went to two of them and one vented.', ['two', 'one']],
  // a sign, a rate
  ['Its score was +1.42 this summer.', ['+1.42']],
  ['The margin was plus or minus 2.5 percentage points.', ['2.5 percentage points']],
  ['That is 4.9 per billion miles.', ['4.9 per billion miles']],
  ['It hit 39 in every 1,000 adults.', ['39 in every 1,000 adults']],
  ['Tax falls by a penny in the pound.', ['a penny in the pound']],
  ['She took a 0.5ml dose.', ['0.5ml']],
  ['He made 12 in 34 games.', ['12', '34 games']],
  ['They gave up on the 1.55 million hectares.', ['1.55 million hectares']],
  ['They scored in the last six minutes.', ['six minutes']],
  // scores
  ['They voted by 91% to 9% for it.', ['91%', '9%']],
  ['They came from 14-3 down to win 21-20.', ['14-3', '21-20']],
  ['It finished 18-all.', ['18-all']],
  ['It was 2-2 at the break.', ['2-2']],
  ['He lost by 11,310 to 11,298.', ['11,310 to 11,298']],
  ['The motion passed by 31 votes to 12.', ['31 votes', '12']],
  ['Shots were 19 shots to two.', ['19 shots', 'two']],
  // lists after names
  ['Labour won 40 seats, the Liberals 22 and the Greens 7.', ['40 seats', '22', '7']],
  ['Turnout was 61 per cent, Harvest took 44 and the Greens 39.', ['61 per cent', '44', '39']],
  // durations
  ['She ran it in 1hr 12min 5sec.', ['1hr 12min 5sec']],
  ['He held his breath for 4min 30sec.', ['4min 30sec']],
  // parts
  ['Costs were a tenth higher.', ['a tenth']],
  ['Prices are a third lower than in May.', ['a third']],
  ['The richest fifth of households pay most.', ['fifth of households']],
  ['It lost half of its value.', ['half']],
  ['Just one in 5,000 survives.', ['one in 5,000']],
  // ordinals that count
  ['It was a buyback, the first since the float.', ['first']],
  // cricket and golf
  ['Kerala were 212 for 4 at the close.', ['212 for 4']],
  ['Rao was on 61 not out.', ['61 not out']],
  ['In reply to the visitors’ 402 they were 98 all out.', ['402', '98 all out']],
  ['They closed on 250 for six declared.', ['250 for six declared']],
  ['He finished on four under par after a 69.', ['four under par', '69']],
  ['A five-under-par 67 was enough.', ['five-under-par', '67']],
  ['She was two over through nine holes.', ['two over', 'nine holes']],
  ['Vance is on minus eight.', ['minus eight']],
  ['The par-three eighth cost him a shot on the par 72 course.', []],
  ['He bought 200 for 6 weeks.', ['200', '6 weeks']],
  // a unit stays with its own number
  ['He holed a 30-foot putt at the fourth and took two more.', ['30-foot', 'two']],
  // by the piece
  ['He paid £40 a year ago.', ['£40']],
  ['Winter wheat made 7.3 tonnes a hectare.', ['7.3 tonnes a hectare']],
  // `m` is a million where people or things are counted by it
  ['The app has 2.4m users and lost 1.2m customers.', ['2.4m users', '1.2m customers']],
  ['She ran the 400m hurdles.', ['400m']],
  ['Waves of 5m hit the wall.', ['5m']],
  // none of these are figures
  ['Rice is number two in the list.', []],
  ['Scrum-half Dan Orr and fly-half Lee Marsh were hurt.', []],
  ['He can be reached, day or night, on 07700 900123.', []],
  ['She lives at 2207 E. 14th St.', []],
  ['He lives at 31 W. 3rd Street.', []],
  ['It was struck at 0340 local time.', []],
  ['The desk is open from 9 to 4 on weekdays.', []],
  ['It was made with his first two paintings.', ['two paintings']],
  ['Reactor No. 3 and Gate 12 were shut.', []],
  // ordinals that count or place
  ['It is the fourth strike in two years.', ['fourth strike', 'two years']],
  ['She was the ninth of ten sisters.', ['ninth', 'ten sisters']],
  ['Marl drop to sixth. Ives go up to second in the table.', ['sixth', 'second']],
  ['Rovers, ninth before the match, won 2-0.', ['ninth', '2-0']],
  ['He was shown a second yellow card for a trip.', ['second yellow card']],
  ['His third, from 12 yards, won it.', ['third', '12 yards']],
  ['They talked in second place.', ['second']],
  ['Orr ended the day with 3 for 52.', ['3 for 52']],
  // money and ranges of other countries
  ['They owe R45-million and P310 million.', ['R45-million', 'P310 million']],
  ['He paid between Rs 3 lakh and Rs 5 lakh.', ['Rs 3 lakh and Rs 5 lakh']],
  // numbers that are names, pronouns, times
  ['One of the boats sank, and one of Ode’s drivers fled.', []],
  ['One neighbour said it was dark.', []],
  ['He is held under sections 12 (theft), 319 (fraud) and 40 (arson).', []],
  ['The children of Year 6 sang.', []],
  ['07.45 The first train has left with 40 people.', ['40 people']],
  ['A gust of 95 km/h was felt.', ['95 km/h']],
  ['He made 30 cents an hour.', ['30 cents']],
])('"%s" has %j', (text, figures) => expect(read(text)).toEqual(figures));

test.each([
  ['Gas was $3.49 a gallon.', ['a gallon']],
  ['She earns £12.21 an hour and pays €9.50 per head.', ['an hour', 'per head']],
  ['It paid 212p a share.', ['a share']],
  ['He paid £40 a year ago.', [null]],
])('by what an amount of "%s" is paid', (text, rates) => {
  const story = hearNow(prepare(readArticle('story', text)));
  expect(findFigures(story).map(({ counts }) => counts && wordsOf(story, counts))).toEqual(rates);
});
