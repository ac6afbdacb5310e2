/** A story as a newsroom has it before it takes a form. */
export interface Told {
  readonly slug: string;
  readonly headline: string;
  readonly byline: string;
  /** A day. */
  readonly date: string;
  readonly publisher: string;
  readonly paragraphs: readonly string[];
}

/** Ten stories, with marks, accents and signs that a format may spoil. */
export const told: readonly Told[] = [
  {
    slug: 'lido-reopens',
    headline: 'Lido reopens after nine years of arguing over a pump',
    byline: 'Rhona Pell',
    date: '2026-05-03',
    publisher: 'Skerrow Gazette',
    paragraphs: [
      'The lido at Skerrow opened its gates on Sunday for the first time since 2017, and 412 people swam before noon.',
      '“My grandmother learned to swim here, and she cried when she saw the water,” said Dilys Marr, who was first in the queue.',
      'The council paid £1.3m for a new pump & filters, after three bids were thrown out as too dear.',
      'Entry costs £4, and children under five are free, the council’s leisure chief, Owen Tarrant, said.',
    ],
  },
  {
    slug: 'kiln-fire',
    headline: 'Fire guts kiln house at Brandle pottery',
    byline: 'Tomas Quill',
    date: '2026-02-17',
    publisher: 'Brandle Courier',
    paragraphs: [
      'A fire that began in a drying room burned for six hours on Tuesday at the Brandle pottery, which has stood since 1841.',
      'Nobody was hurt, but the kiln house is a shell, said station officer Perpetua Lowe of the county brigade.',
      '“We will throw pots in the car park if we have to,” said the owner, Jasper Vane. “The clay is fine. It likes heat.”',
      'Forty-one people work there; all will be paid until Easter, Mr Vane said.',
    ],
  },
  {
    slug: 'eel-count',
    headline: 'Eels return to the Tamble in numbers not seen since the war',
    byline: 'Ines Corrigan',
    date: '2026-06-21',
    publisher: 'Northern Wire',
    paragraphs: [
      'Volunteers counted 11,870 young eels at the weir on the Tamble this spring, four times as many as last year.',
      '“I thought my clicker was broken,” said Bartholomew Frayne, a retired teacher who has counted for 22 years.',
      'Dr Zoë Hallam, who studies rivers at the University of Merrow, said the new fish pass had “done in one season what we hoped for in ten”.',
      'The pass cost €96,000 and was paid for by a brewery.',
    ],
  },
  {
    slug: 'night-buses',
    headline: 'Night buses to run until 3am from September',
    byline: 'Farid Nasser',
    date: '2026-07-08',
    publisher: 'Corran Evening Post',
    paragraphs: [
      'Four night routes that were cut in 2020 will come back in September, the transport board decided by seven votes to two.',
      '“Nurses finish at one and walk home along a dual carriageway; that is a disgrace,” board member Lotte Brandt said.',
      'Her colleague Piers Ambrose voted against. “It’s a lovely idea that nobody has paid for,” he said.',
      'The routes are expected to lose about 18 per cent of their cost in the first year, according to a report by the board’s treasurer.',
    ],
  },
  {
    slug: 'bell-ringers',
    headline: 'Bell ringers, average age 74, look for “anyone with arms”',
    byline: 'Hester Blaine',
    date: '2026-01-30',
    publisher: 'Vale Herald',
    paragraphs: [
      'The six bells of St Odile’s in Upper Vale may fall silent by Whitsun unless the band finds younger ringers.',
      '“We don’t ask for faith, nor an ear for music. Anyone with arms will do,” said the tower captain, Gwendolen Price, who is 81.',
      'An open evening brought nine people and a dog, of whom three came back.',
      'One of them, Rafael Ortúzar, 19, said he had “rung the wrong bell with great conviction”.',
    ],
  },
  {
    slug: 'ferry-fares',
    headline: 'Islanders win two-year freeze on ferry fares',
    byline: 'Mairi Stroud',
    date: '2026-03-12',
    publisher: 'Sound Press Agency',
    paragraphs: [
      'Fares on the ferry to Inch Garve will not rise for two years, the transport ministry said on Thursday, ending a dispute that closed the pier twice.',
      '“It is the first promise from the mainland that came with a date on it,” said Torquil Baird, who speaks for the islanders.',
      'The ministry would not say what the freeze costs; an official who asked not to be named put it at £640,000 a year.',
      'A return ticket for a car is £38.50.',
    ],
  },
  {
    slug: 'tax-clinic',
    headline: 'Law students open free tax clinic above a chip shop',
    byline: 'Dov Lerner',
    date: '2026-04-02',
    publisher: 'Merrow Student Press',
    paragraphs: [
      'Second-year law students at Merrow have opened a tax clinic in a room above a chip shop, and the queue went down the stairs on its first day.',
      '“People brought carrier bags of letters that they had been too scared to open,” said Aoife Kerrigan, one of the founders.',
      'Their tutor, Professor Lionel Amadi, checks every form before it is sent. “They are slower than I am, and kinder,” he said.',
      'The clinic has won back $12,400 for 31 people, it says.',
    ],
  },
  {
    slug: 'snow-gates',
    headline: 'Snow gates on pass road to close by remote control',
    byline: 'Elspeth Roan',
    date: '2026-11-05',
    publisher: 'Highland Dispatch',
    paragraphs: [
      'The snow gates on the Carrick pass will be closed from a desk 60 miles away this winter, police said on Thursday.',
      'Until now a farmer, Hamish Dunbar, has shut them by hand, at any hour, for 34 winters.',
      '“I’ll not miss the phone ringing at four,” Mr Dunbar said. “I might miss the hot pies they brought me.”',
      'The motors were tested in a wind tunnel at minus 20C.',
    ],
  },
  {
    slug: 'quarry-vote',
    headline: 'Villagers vote 203 to 11 against bigger quarry',
    byline: 'Callum Frith',
    date: '2026-09-28',
    publisher: 'Dale Observer',
    paragraphs: [
      'A ballot in Threlby, where a quarry wants to grow by a third, ended with 203 votes against and 11 for on Monday night.',
      '“Eleven. I could name them, and I won’t,” said the chair of the parish council, Margery Thwaite, to laughter.',
      'The company, Aldous Stone, said in a statement that it “respects the mood of the village” and would go ahead with its application.',
      'The county decides in December.',
    ],
  },
  {
    slug: 'library-cat',
    headline: 'Library cat keeps its job after petition',
    byline: 'Nell Aske',
    date: '2026-08-14',
    publisher: 'Tolland Times',
    paragraphs: [
      'Pamphlet, a tabby that has slept on the returns desk of Tolland library since 2019, may stay, the district council said after 9,000 people signed a petition.',
      'A new rule on animals in public buildings had given the cat until Friday.',
      '“He has never been late, and he has never shushed anyone,” said the librarian, Constance Ebbers.',
      'Councillor Ravi Menon, who wrote the rule, said he was “a dog person, on the record”.',
    ],
  },
];
