import { expect, test } from 'vitest';
import { readArticle } from '../../src/article/article.ts';
import { findFigures } from '../../src/newsroom/figures.ts';
import { prepare } from '../../src/story/prepare.ts';
import { hearNow } from '../stories.ts';
import { wordsOf } from './gold.ts';

/** The figures of a text as `figure: whose`, those of the reporter's own words bare. */
function read(text: string): readonly string[] {
  const story = hearNow(prepare(readArticle('story', text)));
  return findFigures(story).map(({ span, statement }) => {
    const { name = null, words = null } = statement?.speaker ?? {};
    const owner = name ?? wordsOf(story, words);
    return owner === null ? `${wordsOf(story, span)}` : `${wordsOf(story, span)}: ${owner}`;
  });
}

// marked before the rules for them were written
test.each([
  [
    'Waits have passed 400,000, records released on Monday show, and beds are full.',
    ['400,000: records released on Monday'],
  ],
  ['The inquiry led to a fine that the police put at £700.', ['£700: the police']],
  [
    'A crowd that the police put at 4,000 and the Marl Echo at 9,000 went home.',
    ['4,000: the police', '9,000: Marl Echo'],
  ],
  ['Form Book, a data firm, rates him second, and puts his value at $3m.', ['$3m: Form Book']],
  ['The bank doubts the plan, and puts its cost at $3m.', ['$3m: The bank']],
  ['The forecasts are modest: growth of 2 percent.', ['2']],
  ['An auditor’s report put the loss at $4.2m.', ['$4.2m: An auditor’s report']],
  ['The council put the cost at £90,000.', ['£90,000: The council']],
  ['The Almanac magazine puts the bill at €12,000.', ['€12,000: Almanac']],
  ['Analysts expected a profit of $3.10 a share.', ['$3.10: Analysts']],
  [
    'Economists polled by the Globe had forecast growth of 1.4%.',
    ['1.4%: Economists polled by the Globe'],
  ],
  ['Ministry data show 412 deaths since May.', ['412: Ministry data']],
  ['Its newest model gives a 60 percent chance of snow.', ['60: Its newest model']],
  ['The company expects sales of $5 billion.', ['$5 billion: The company']],
  ['The bank estimates that 30 branches will close.', ['30: The bank']],
  ['Police counted 3,000 marchers.', ['3,000: Police']],
  ['The handbook allows 40 kilograms.', ['40: The handbook']],
  ['The census recorded 311 people.', ['311: The census']],
  ['By the union’s count 17 trees were felled.', ['17: the union’s count']],
  ['Nine people died, according to the coast guard.', ['Nine: the coast guard']],
  ['According to the coast guard, nine people died.', ['nine: the coast guard']],
  ['The firm lost $40m, a filing shows.', ['$40m: a filing']],
  ['The reservoir is at 38%, the water board said.', ['38%: the water board']],
  ['It paid £410,000, records show.', ['£410,000: records']],
  [
    'In new forecasts, the Bank of Marl put growth at 0.4%, half its June estimate, and at 1.1% next year.',
    ['0.4%: Bank of Marl', 'half: Bank of Marl', '1.1%: Bank of Marl'],
  ],
  [
    'Consumer prices rose 7.1% in the year to August, data from the statistics office showed on 12 September, down from 7.4% in July.',
    ['7.1%: data from the statistics office', '7.4%: data from the statistics office'],
  ],
  ['A jeweller has valued it at £1,900.', ['£1,900: A jeweller']],
  ['The ball turned by what BallTrack measured at 9.7 degrees.', ['9.7: BallTrack']],
  ['The list has 300 names; last month it was put at 240 by Mr Orr.', ['300', '240: Mr Orr']],
  ['Nell Brand, who coaches the side, counted 17 penalties.', ['17: Nell Brand']],
  [
    'Kestrel Brokers cut its price target from 260p to 195p for the year.',
    ['260: Kestrel Brokers', '195: Kestrel Brokers'],
  ],
  ['The trust gives a different count, of 66 launches.', ['66: The trust']],
  [
    'Organisers put the crowd at 500,000; police thought 200,000.',
    ['500,000: Organisers', '200,000: police'],
  ],
  [
    'The council says care costs £1.9m, or about £7,300 a week.',
    ['£1.9m: The council', '£7,300: The council'],
  ],
  ['“They say it will be 55 an hour,” said Nell Brand.', ['55: Nell Brand']],
  ['Markets put the odds of a rise at 70%.', ['70%']],
  ['Lee Orr pleaded guilty to four offences.', ['four']],
  ['The bay has lost 55% of its value and trades at 18.4 to the dollar.', ['55%', '18.4']],
  ['“We lost 40 cows,” said Nell Brand.', ['40: Nell Brand']],
  ['Nell Brand, who has 40 cows, said she would sell.', ['40']],
  ['The plant, which employs 900 people, said it would close.', ['900']],
  ['Dan Orr scored with 12 minutes left, and said he was tired.', ['12']],
  ['She walked 12 miles, then told reporters that she was lost.', ['12']],
  ['Sales rose 4% to 900 boats.', ['4%', '900']],
  ['A verdict is expected within 12 days.', ['12']],
  ['The bridge is 340 metres long.', ['340']],
  [
    'A poll found that 52% of anglers had left, but Nell Brand pointed out that only 90 had been asked.',
    ['52%: A poll', '90: Nell Brand'],
  ],
  [
    'Profit was €18m, short of the €24m expected by analysts at Orr Bank.',
    ['€18m', '€24m: analysts at Orr Bank'],
  ],
  ['Marl Foods, which bakes bread, now sees sales flat to up 3%.', ['3%: Marl Foods']],
  [
    'The weather office measured one flake at 4 centimetres.',
    ['one: The weather office', '4: The weather office'],
  ],
  ['Two guards had slept, an inquiry found in May.', ['Two: an inquiry']],
  [
    'Brokers at Orr Bank kept their “sell” advice and cut their target price to 90p.',
    ['90: Brokers at Orr Bank'],
  ],
  ['Marl Foods cut its sales forecast after profit fell by 12%.', ['12%']],
  ['The cost of its roof, estimated at £9,000 in 2001, has doubled.', ['£9,000']],
  ['Nell Brand conceded defeat after 14 years.', ['14']],
  ['In a 12-page letter, Nell Brand wrote that nine cows were ill.', ['12', 'nine: Nell Brand']],
])('"%s" has %j', (text, owners) => expect(read(text)).toEqual(owners));
