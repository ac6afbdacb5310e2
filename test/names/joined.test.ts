import { expect, test } from 'vitest';
import { readArticle } from '../../src/article/article.ts';
import { prepare } from '../../src/story/prepare.ts';

const namesOf = (text: string): readonly string[] =>
  prepare(readArticle('story', `${text}\n`)).names.map(({ name }) => name);

test.each([
  // titles of many countries
  ['Lena Orban spoke. “It is late,” said Coun Orban.', ['Lena Orban']],
  [
    'Mdm Vireo Orban left. Adv Kefa Pell stayed. Ir Tam Kell wept.',
    ['Vireo Orban', 'Kefa Pell', 'Tam Kell'],
  ],
  ['Reeve Hal Orban left. Otunba Femi Kell stayed.', ['Hal Orban', 'Femi Kell']],
  ['It was Kelm Union Chief Executive Vireo Orban who left.', ['Vireo Orban']],
  ['“No,” Chief Executive Vireo Orban said. The chief left.', ['Vireo Orban']],
  // a title inside a name is one of its words
  ['Justice Ada Haji Orban left.', ['Ada Haji Orban']],
  ['Jordan King Abdullah Orban left.', ['Abdullah Orban']],
  // who goes by a family's name in front of given ones, or inside
  ['Ong Vei Lun left. Madam Ong wept. Ms Ong ate.', ['Ong Vei Lun']],
  ['Derek Yeoh Kah Meng left. Yeoh wept.', ['Derek Yeoh Kah Meng']],
  ['Hamid Orban Sultani left. Orban wept.', ['Hamid Orban Sultani']],
  [
    'Hamid Orban Sultani left. Tom Orban stayed. Mr Orban wept.',
    ['Hamid Orban Sultani', 'Tom Orban'],
  ],
  ['Nilesh Datta Orban left. Datta Orban wept.', ['Nilesh Datta Orban']],
  ['Bank of Orban left. Orban stayed.', ['Bank of Orban', 'Orban']],
  // names that are taken for words, at a sentence's start too
  ['The minister, Oh Ji-min, left. Lena Oh stayed.', ['Oh Ji-min', 'Lena Oh']],
  ['The pilot, Per-Anders Kelm, left.', ['Per-Anders Kelm']],
  ['Her lawyer, Jun Orban, left in June.', ['Jun Orban']],
  ['Oh Ann, come home.', ['Ann']],
  // offices, people of a place and a party's members name nobody
  ['The DC left. The SHO stayed. The DPP wept. The WHO won.', ['WHO']],
  ['The Attorney-General left. The Ceann Comhairle stayed. The KLP MLA wept.', []],
  ['The South Korean left. The New Zealander stayed.', []],
  ['The South African Coal Board left.', ['South African Coal Board']],
  ['Gardaí left. Firemen stayed. Tenants of Orban wept.', []],
  // organisations whole
  ["The Netmakers' Union left. A union wept.", ["Netmakers' Union"]],
  ['The All Kelm Porters Association left.', ['All Kelm Porters Association']],
  ['The Kelm Growers and Packers Association left.', ['Kelm Growers and Packers Association']],
  ['The Gift of Light Foundation left.', ['Gift of Light Foundation']],
  ['The Regional District of Kelm left.', ['Regional District of Kelm']],
  ['Transport for Kelm left.', ['Transport for Kelm']],
  ['Dockers Local 71 left. The dockers wept.', ['Dockers Local 71']],
  ['The group Save Our Meadow left.', ['Save Our Meadow']],
  ['Water New Zealand said so. The water is cold.', ['Water New Zealand']],
  ['They asked the Kelm Forest Corps. The KFC left.', ['Kelm Forest Corps']],
  ['The Committee for Private Schools left.', ['Committee for Private Schools']],
  // and not one where there are two
  ['The growers of Kelm and Packers Hall left.', ['Kelm', 'Packers Hall']],
])('%s', (text, names) => expect(namesOf(text)).toEqual(names));

test.each([
  ['SYDNEY: A miner said it was late.', []],
  ['HONG KONG: Orban said it was late.', ['Orban']],
])('a place in capitals before a colon is a dateline: %s', (text, names) =>
  expect(namesOf(`Headline here\n\n${text}`)).toEqual(names),
);
