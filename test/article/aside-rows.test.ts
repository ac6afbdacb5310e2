import { expect, test } from 'vitest';
import { readArticle } from '../../src/article/article.ts';
import { readParts } from '../../src/article/parts.ts';

const STORY = [
  'The old swing bridge at Marl will be closed for the whole of the winter, the county said on Monday.',
  'Its bearings, which are a hundred years old, have worn out, and the parts have to be made by hand.',
  'Buses will go round by Thorpe, and the school will open half an hour later until the spring.',
  'Nell Orr, who has kept the bridge since 2004, said that she would miss the noise.',
];

const PLACES = { over: 0, within: 2, under: STORY.length };

/** Whether a line over, within or under a story of four paragraphs is set aside. */
function isAside(line: string, place: keyof typeof PLACES): boolean {
  const lines = STORY.toSpliced(PLACES[place], 0, line);
  const { paragraphs, article } = readParts(
    readArticle('story', `Bridge to close for the winter\n\n${lines.join('\n\n')}`),
  );
  const found = paragraphs.find(({ start, end }) => article.text.slice(start, end) === line);
  return found?.number === null;
}

// All rows were marked before the rules for them were written, in two batches.
test.each([
  ['The bridge keeper, Nell Orr, at her window on Monday. (Staff photo by Dan Ives)', 'within'],
  ['Nell Orr at her window. (Photo: Dan Ives)', 'within'],
  ['Nell Orr at her window. (Dan Ives / Special to the Echo)', 'within'],
  ['Nell Orr at her window (photo by Dan Ives)', 'within'],
  ['The bridge swings for the last time. | Photo Credit: D. Ives', 'within'],
  ['The bridge in 1931. Photo courtesy of the Orr family', 'within'],
  ['The bridge in 1931. Courtesy of the Marl Museum', 'within'],
  ['The bridge seen from the quay on Monday. Picture by Dan Ives', 'within'],
  ['A drawing of the bearing. Illustration: Jo Lee', 'within'],
  ['Figure 2 | Wear of the bearing since 1920. Scale bar, 5 cm.', 'within'],
  ['Fig. 3: The bearing from below', 'within'],
  ['Table 1. Tolls by year', 'within'],
  ['Chart: Tolls taken at Marl, 1990-2024', 'within'],
  ['• Bridge shut until the spring', 'over'],
  ['• Buses go round by Thorpe', 'over'],
  ['• Stuck at the bridge? Text us on 07700 900123', 'over'],
  ['SPONSORED: Cold house? Ives Boilers can halve your bills – call 01632 960001', 'within'],
  ['PROMOTED: The five best bridges to visit this spring', 'within'],
  ['4:45pm, 3 March 2024', 'over'],
  ['3 March 2024 · 21:05', 'over'],
  ['Worried about your water? The county helpline: 0800 555 0142', 'under'],
  ['How the closure affects you: ring our reporters on 0800 555 0142 until 5pm', 'under'],
  ['Marl Bridge Works plc: 88p, up 3p', 'under'],
  ['PAID POST: How to save on your winter fuel', 'under'],
  ['Top stories: Ferry fares to rise by 10% in May', 'under'],
  ['In other news: Ferry fares to rise by 10% in May', 'under'],
  ['Most read: Ferry fares to rise by 10% in May', 'within'],
  ['Recommended: Six bridges that swing', 'within'],
  ['WATCH | The bridge swings for the last time', 'within'],
  ['EXPLAINED | Why do bearings wear out?', 'within'],
  ['What do you think of the closure? Email letters@marlecho.example', 'under'],
  ['Know more about the bridge? Get in touch at tips@marlecho.example', 'under'],
  ['Comments are moderated and must be in English.', 'under'],
  ['Comments are closed on this article.', 'under'],
  ['© Marl Echo 2024. Sign up to our weekly letter', 'under'],
  ['Copyright 2024 The Marl Echo. All rights reserved.', 'under'],
  [
    '(Reporting by Ann Ode in Marl and Jo Lee in Thorpe; Additional reporting by Tim Hay; Editing by Sue Fry)',
    'under',
  ],
  ['Reporting by Ann Ode; Editing by Sue Fry', 'under'],
  ['doi: 10.5555/marl.2024.00012', 'under'],
  ['https://doi.org/10.5555/marl.2024.00012', 'under'],
  ['Journal reference: Bearings, vol. 12, p. 41', 'under'],
  ['Ticker: MRLB ($14.20, -1.1%)', 'over'],
  ['Nell Orr, bridge keeper, born 3 May 1931; died 12 March 2024', 'under'],
  ['Nell Mary Orr, 3 May 1931 – 12 March 2024', 'under'],
  [
    'Marl: Tries Orr 2; Cons Lee; Pen Lee. Thorpe: Tries Hay. Referee: D. Ives. Att: 2,110.',
    'under',
  ],
  [
    'Marl (4-4-2): Orr; Lee, Hay, Fry, Ode; Ives, Marsh, Cole, Penn; Dunn, Abel. Subs: Kerr, Lowe.',
    'under',
  ],
  ['Scorers: Orr 12, 40; Hay 77', 'under'],
  ['What do you do with a bridge that will not swing? Tell us below.', 'under'],
  ['Follow the Marl Echo on Facebook and X', 'under'],
  ['Support local journalism: subscribe from £2 a month', 'within'],
  ['This story is part of a series on the bridges of the Wend.', 'under'],
  ['A version of this article appears in print on page A4.', 'under'],
  ['First published in the Marl Echo, 3 May 2024', 'under'],
  // the second batch
  ['Divers at the pier on Tuesday. Photograph by Sue Fry', 'within'],
  ['Divers at the pier [File photo]', 'within'],
  ['Divers at the pier on Tuesday • Image credit: Sue Fry/Coast Pictures', 'within'],
  ['Sue Fry, left, with the divers. Credit: Coast Pictures', 'within'],
  ['Map: Where the piers are', 'within'],
  ['Graph 4. Tides at Marl, 1950–2020', 'within'],
  ['Key takeaways', 'over'],
  ['* Ferries will run until midnight', 'over'],
  ['ICYMI: Who paid for the pier?', 'within'],
  ['WATCH: Divers free a seal from the pier', 'within'],
  ['LISTEN | The sound of the swing bridge', 'within'],
  ['Partner content: Five winter breaks by the sea', 'under'],
  ['ALSO READ: Pier to reopen in June', 'within'],
  ['Were you on the bridge? Call our newsdesk on 01632 960999', 'under'],
  ['Has this happened to you? Let us know in the comments.', 'under'],
  ['Comments on this story have been turned off.', 'under'],
  ['Copyright © 2023 Coast Media Ltd', 'under'],
  ['Writing by Jo Lee; Editing by Tim Hay and Sue Fry', 'under'],
  ['With additional reporting by Jo Lee', 'under'],
  ['With inputs from PTI', 'under'],
  ['Compiled from agency reports', 'under'],
  ['ISBN 978-0-00-000000-2', 'under'],
  ['Shares: MRLB up 2.1% at 340p', 'over'],
  ['Dan Marsh, diver, 1948-2023', 'under'],
  ['Thorpe: Goals Hay 12, Dunn 80; Booked Lowe. Referee: P. Ives.', 'under'],
  ['Thorpe (3-5-2): Hay; Dunn, Lowe, Fry; Penn, Cole, Orr, Lee, Ode; Abel, Kerr.', 'under'],
  ['This report was first published by the Thorpe Courier.', 'under'],
  ['Filed under: bridges, winter', 'under'],
  ['Topics: Bridges | Transport', 'under'],
  ['Report a typo', 'under'],
  ['Thank you for reading the Marl Echo.', 'under'],
  // what a page says to its readers when the story is over
  ['Support local journalism. Subscribe today.', 'under'],
  ['Sign up for Bridge Briefing, delivered weekdays at 7 a.m.', 'under'],
  ['Subscribe to the Marl Echo from £1 a month.', 'under'],
  ['Download our free app for the latest from Marl.', 'under'],
  ['We want to hear from you.', 'under'],
  ['This is a developing story and will be updated.', 'under'],
  ['This is a breaking news story. Check back for updates.', 'under'],
  ['More to follow.', 'under'],
  ['Copyright. All rights reserved.', 'under'],
  ['Terms and conditions apply.', 'under'],
  ['The Echo is not responsible for the content of external sites.', 'under'],
  ['That’s all from us tonight. We will be back at 6am. Good night.', 'under'],
  ['This live page is now closed. You can read our full story here.', 'under'],
  ['Live reporting, edited by Ann Ode', 'under'],
  ['Edited by: Ann Ode', 'under'],
  ['– with files from Ann Ode', 'under'],
  ['- AFP', 'under'],
  ['Associated writer Dan Ives in Thorpe contributed.', 'under'],
  ['Ann Ode covers rivers for the Marl Echo.', 'under'],
  ['Email: ann.ode@marlecho.example', 'under'],
  ['Updated at 9:12 a.m. ET, Tuesday: Added comment from the county.', 'under'],
] as const)('"%s" %s a story is set aside', (line, place) => {
  expect(isAside(line, place)).toBe(true);
});

test.each([
  ['It is the third bridge on the Wend to be closed this year.', 'within'],
  ['“I will miss the noise,” she said. (She has kept a log of it.)', 'within'],
  ['She took a photo of the keeper, who was at her window.', 'within'],
  ['What do the people of Marl think? Most of them shrug.', 'within'],
  ['• The bridge shuts on 4 November and opens on 1 April, the county said.', 'within'],
  ['Comments by the mayor last week had suggested that it would stay open.', 'within'],
  ['The correction will cost £4m, the engineers reckon.', 'under'],
  ['Copyright in the drawings belongs to the county.', 'within'],
  ['Marl: a town of 4,000 people, two pubs and a bridge that does not swing.', 'within'],
  ['Figures 2 and 3 on the dial have been rubbed away by a century of sleeves.', 'within'],
  ['Sponsored by the county, the swim raised £4,000.', 'within'],
  ['Subscribers to the scheme will get their money back by May.', 'under'],
  ['Nell Orr, a bridge keeper born in Marl in 1931, died in March.', 'under'],
  ['Support for local shops will end in May, the county said.', 'under'],
  ['Sign-ups for the swim closed on Friday.', 'under'],
  ['Edited by her daughter, the diary sold 4,000 copies in a week.', 'under'],
  ['Nell Orr covers the bearings with grease every Monday.', 'under'],
  ['We want to hear the bell again, she said.', 'under'],
  ['More to follow him than to lead him, said the keeper.', 'under'],
] as const)('"%s" %s a story is a paragraph', (line, place) => {
  expect(isAside(line, place)).toBe(false);
});
