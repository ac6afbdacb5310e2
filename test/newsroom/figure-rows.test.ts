import { expect, test } from 'vitest';
import { readArticle } from '../../src/article/article.ts';
import { findFigures } from '../../src/newsroom/figures.ts';
import { prepare } from '../../src/story/prepare.ts';
import { wordsOf } from './gold.ts';

/** The figures of a text, each with the unit that stands right behind it. */
function read(text: string): readonly string[] {
  const story = prepare(readArticle('story', text));
  return findFigures(story).map(({ span, unit }) => {
    const behind = unit !== null && unit.start >= span.end && unit.start - span.end < 3;
    return wordsOf(story, behind ? { start: span.start, end: unit.end } : span) ?? '';
  });
}

// marked before the rules for them were written
test.each([
  ['The swimmer touched in 51.38 seconds, a hand ahead.', ['51.38 seconds']],
  ['She ran the marathon in 2:21:07, her best by 48 seconds.', ['2:21:07', '48 seconds']],
  ['The climb took 4hr 20min and the descent 55min.', ['4hr 20min', '55min']],
  ['He was timed at 1m 42s over the lap.', ['1m 42s']],
  ['The film runs for two hours and 14 minutes.', ['two hours', '14 minutes']],
  ['The wait averaged an hour and forty minutes.', ['an hour and forty minutes']],
  ['They had the lake to themselves for half an hour.', ['half an hour']],
  ['A quarter of a million people have signed.', ['A quarter of a million people']],
  ['Three-quarters of an inch of rain fell.', ['Three-quarters of an inch']],
  ['Surgeons removed 3/4 of the stomach.', ['3/4']],
  ['The gap is 1/32 of an inch.', ['1/32']],
  [
    'Rates will rise by a quarter-point, less than the half-point forecast.',
    ['quarter-point', 'half-point'],
  ],
  ['Two or three nurses share a ward.', ['Two or three nurses']],
  ['He owes five or six thousand pounds.', ['five or six thousand pounds']],
  ['Hatcheries lose 20 or 30 chicks a night.', ['20 or 30 chicks a night']],
  ['Only one in a hundred thousand births is affected.', ['one in a hundred thousand births']],
  ['One in every eight adults owes tax.', ['One in every eight adults']],
  ['The odds were put at 15 to 1 on Friday.', ['15 to 1']],
  ['Votes split by two to one in the south.', ['two to one']],
  ['Members backed the strike by a ratio of four to one.', ['four to one']],
  ['The reservoir stands at 38% and falls by 0.4% a day.', ['38%', '0.4%']],
  ['The chimney sends 90 tonnes a day over the town.', ['90 tonnes a day']],
  ['The line makes 14 engines an hour.', ['14 engines an hour']],
  ['Gusts of 31 metres per second were logged.', ['31 metres per second']],
  ['The train reached 186 miles an hour.', ['186 miles an hour']],
  ['He drinks 12 cups a day.', ['12 cups a day']],
  [
    "Staff were given three months' notice and six weeks' pay.",
    ["three months' notice", "six weeks' pay"],
  ],
  ['The union won eight years in a row.', ['eight years in a row']],
  ['Basis points matter: it rose 35 basis points.', ['35 basis points']],
  ['The harvest is twice what it was and costs half as much.', ['twice', 'half']],
  ['The mayor has twice refused, and once agreed.', ['twice']],
  ['Once the rain stops, crews will start.', []],
  ['Demand has doubled and double the usual stock is needed.', ['double']],
  ['She took her third wicket and later her fourth.', ['third wicket', 'fourth']],
  ['It was his twelfth.', ['twelfth']],
  ['The index fell for a sixth day.', ['sixth day']],
  ['Rain fell for the third week running.', ['third week']],
  ['It is the first new bridge in forty years.', ['forty years']],
  ['The second half began late, and the third quarter was poor.', []],
  ['She finished third and he came in fifth.', []],
  ['Nurses on Ward 7 moved patients to Room 212B.', []],
  ['The A380 and two 737s sat at Gate 14.', ['two 737s']],
  ['Police released the 911 call; a 999 call followed.', []],
  ['The Nikkei 225 gained 1.1% and the FTSE 100 lost 12 points.', ['1.1%', '12 points']],
  ['Her Galaxy 9 phone runs version 8.2.', []],
  ['The chair cited Section 12 and Article 50.', []],
  ['The lorry left Junction 14 of the M62.', []],
  ['Lot 19 made $4,200, and lots 20 and 21 were withdrawn.', ['$4,200']],
  ['He lives at 27 Harbour Terrace with two dogs.', ['two dogs']],
  ['The plant at 1500 Mill Parkway employs 85.', ['85']],
  ['The choir sang Psalm 23 and Hymn 104.', []],
  ['He left two years ago and came back three days later.', []],
  ['Six weeks earlier the well had run dry.', []],
  ['It lasted six weeks.', ['six weeks']],
  ['Results come within 10 days.', ['10 days']],
  ['The patient, 46, and her son, 9, were sent home.', ['46', '9']],
  ['It sank in waves of 4 to 6 metres.', ['4 to 6 metres']],
  ['Water warmed from 4C to 11C.', ['4C', '11C']],
  ['It fell from -3C to minus 11.', ['-3C', 'minus 11']],
  ['Bake at 180C (160C fan) for 25 to 30 minutes.', ['180C', '160C', '25 to 30 minutes']],
  ['Fold in 250g of flour and 2 tsp of salt.', ['250g', '2 tsp']],
  ['The gun fires 5.56mm rounds at 940 metres a second.', ['5.56mm', '940 metres a second']],
  ['A £3.4bn bid, or 212p a share, was refused.', ['£3.4bn', '212p']],
  ['The tax bill is £2.2m.', ['£2.2m']],
  ['Shares fell 14p to 96½p.', ['14p', '96½p']],
  ['Tickets are a fiver; a taxi is thirty quid.', ['a fiver', 'thirty quid']],
  ['The score was 2-2 before a 4-3 win on penalties.', ['2-2', '4-3']],
  ['Seven of the nine judges agreed.', ['Seven', 'nine judges']],
  ['The second-largest bank employs 4,000 people.', ['4,000 people']],
  ['Nine were hurt, four of them badly.', ['Nine', 'four']],
  ['Two died.', ['Two']],
  ['The vote was 9 to 4, with two abstaining.', ['9 to 4', 'two']],
  ['The shed is 6ft 2in high and a 12-by-8-foot box.', ['6ft 2in', '12-by-8-foot']],
  ['The tile measures 30cm by 60cm.', ['30cm', '60cm']],
  ['The quake had a magnitude of 6.4.', ['6.4']],
  ['The charge holds 4,000 mAh at 45W.', ['4,000 mAh', '45W']],
  ['With 2:14 left the visitors led by nine.', ['2:14', 'nine']],
  ['More than 40,000, mostly children, need food.', ['40,000']],
  ['A dozen eggs cost $3.', ['A dozen eggs', '$3']],
  ['Half a dozen boats and scores of divers joined.', ['Half a dozen boats', 'scores']],
])('"%s" has %j', (text, figures) => expect(read(text)).toEqual(figures));
