import { expect, test } from 'vitest';
import { readArticle } from '../../src/article/article.ts';
import { readParts } from '../../src/article/parts.ts';

const STORY = [
  'The old swing bridge at Marl will be closed for the whole of the winter, the county said on Monday.',
  'Its bearings, which are a hundred years old, have worn out, and the parts have to be made by hand.',
  'Buses will go round by Thorpe, and the school will open half an hour later until the spring.',
];

/** Whether a line over (or under) a story of three paragraphs is set aside. */
function isAside(line: string, isUnder: boolean): boolean {
  const lines = isUnder ? [...STORY, line] : [line, ...STORY];
  const { paragraphs, article } = readParts(
    readArticle('story', `Bridge to close for the winter\n\n${lines.join('\n\n')}`),
  );
  const found = paragraphs.find(({ start, end }) => article.text.slice(start, end) === line);
  return found?.number === null;
}

// marked before the rules for them were written
test.each([
  ['5 hours ago'],
  ['Updated 20 minutes ago'],
  ['Yesterday at 16:40'],
  ['09:12, 3 MAR 2024'],
  ['09:12, 3 MAR 2024 | UPDATED 11:40'],
  ['Tue 4 Feb 2025 09.00 GMT'],
  ['Last modified on Tue 4 Feb 2025 12.10 GMT'],
  ['Fri., March 4, 2022 at 5:12 p.m. EST'],
  ['18:45'],
  ['7.05am'],
  ['Listen to this article · 6 min'],
  ['Listen to article: 3 minutes'],
  ['Listen (5 min)'],
  ['Reading time: 4 minutes'],
  ['4 min read'],
  ['Watch: the bridge swings for the last time'],
  ['Above: the bridge in 1931, when it opened to trams'],
  ['Left: the bridge keeper’s hut, which burned down in May'],
  ['Top: engineers at the pier on Monday'],
  ['Pictured: Ann Ode on the bridge she has kept for 20 years'],
  ['The bridge in its last week. Ann Ode for the Marl Echo'],
  ['The bridge in 1966 with its keeper, the third of four. Ode family'],
  ['The bridge at dusk © Ann Ode'],
  ['Serves 4 | Prep 10 min | Cook 1 hr'],
  ['Serves 6 to 8'],
  ['Makes about 24 biscuits'],
  ['Prep time: 20 minutes'],
  ['Difficulty: easy'],
  ['Rating: ★★★★☆'],
  ['Share this article'],
  ['SPONSORED'],
  ['ADVERTISEMENT'],
  ['Photo essay'],
  ['Transport correspondent'],
  ['By Ann Ode, Transport Correspondent'],
  ['Ann Ode | Marl Echo'],
  ['MARL, Norland'],
  ['Pressemitteilung'],
  ['COMMUNIQUÉ DE PRESSE'],
  ['Sperrfrist: 5. März 2026, 10 Uhr'],
  ['Foto: Ann Ode/Marl Echo'],
  ['Crédit photo : Ann Ode'],
  ['Publié le 3 avril 2026 à 10h30'],
  ['Publicado el 5 de marzo de 2026'],
  ['Donnerstag, 5. März 2026'],
  ['2026年4月3日'],
  ['Listen to this article'],
  ['Artikel anhören'],
  ['広告'],
  ['View this email in your browser'],
  ['Ann Ode in Marl and Jo Lee in Thorpe'],
])('"%s" over a story is set aside', (line) => expect(isAside(line, false)).toBe(true));

test.each([
  ['Ann Ode is the author of Six Bridges and a Ferry.'],
  ['Jo Lee is a columnist for the Marl Echo.'],
  ['Ann Ode contributed reporting.'],
  ['Additional reporting by Jo Lee and Sam Orr.'],
  ['Reporting by Jo Lee; editing by Sam Orr'],
  ['(Reporting by Jo Lee in Marl; Editing by Sam Orr)'],
  ['Player of the match: Dan Orr'],
  ['Man of the match: Dan Orr (Marl)'],
  ['Referee: P Lunn (Thorpe)'],
  ['Attendance: 4,118'],
  ['Her new album, Low Water, is out now on Thorpe Records.'],
  ['The Last Keeper by Ann Ode is published by Marl Press (£12.99).'],
  ['Six Bridges is at the Marl Playhouse until 4 May.'],
  ['Tickets: marlplayhouse.example'],
  ['Traffic figures are from the County Roads Office.'],
  ['Follow Ann Ode on Twitter @annode'],
  ['Sign up for our newsletter'],
  ['© 2024 Marl Echo'],
  ['(c) Marl Press 2024. All rights reserved.'],
  ['Bildquelle: Marl Echo'],
  ['Pressekontakt:'],
  ['Ann Ode, Tel. +49 40 1234567, presse@marl.example'],
  ['Mit freundlichen Grüßen'],
  ['Kind regards,'],
  ['This e-mail and any attachments are confidential and intended solely for the addressee.'],
  ['Unsubscribe | Update preferences'],
])('"%s" under a story is set aside', (line) => expect(isAside(line, true)).toBe(true));

test.each([
  ['Nobody was hurt.'],
  ['It is the third closure in ten years, after those of 2016 and 2021.'],
  ['The keeper, Ann Ode, is the author of a book about the bridge, and said she would miss it.'],
  ['Above the pier the water is forty feet deep, and below it nobody has ever looked.'],
  ['Watch your step, the keeper told us.'],
  ['Left to rust, the bridge will fall.'],
  ['The figures are from 2019, the county said, and have not been checked since.'],
  ['At 18:45 the last tram crossed.'],
  ['Am 5. März 2026 war die Brücke noch offen.'],
  ['Kontakt hatte niemand mit ihr.'],
  ['Fotografieren darf man dort.'],
  ['This message was intended for nobody, she said.'],
  ['Unsubscribed for years, he had missed it.'],
  ['Listen to this article of faith, the keeper said.'],
  ['Five hours later it was gone.'],
  ['Her album is out now and she is on the road again, singing of bridges to whoever will listen.'],
])('"%s" under a story is the story’s', (line) => expect(isAside(line, true)).toBe(false));

const ENTRIES = [
  'The ferry to Fell has been cancelled for the rest of the day.',
  'A tree has come down at Lisk, and the road is shut until tomorrow.',
  'Schools in the north closed at noon, says the council.',
];

// one form of live blog a row
test.each([
  ['5.42pm BST', '4.55pm BST', '4.10pm BST'],
  ['2:15 p.m. ET', '1:55 p.m. ET', '1:10 p.m. ET'],
  ['3m ago', '2h ago', '5 hours ago'],
  ['12 minutes ago', '1 hour ago', 'Yesterday at 17:10'],
  ['09:15 Ann Ode', '08:55 Ann Ode', '08:10 Max Orr'],
  ['17.42 BST Ann Ode', '16.55 BST Ann Ode', '16.10 BST Max Orr'],
  ['14:20 | Ann Ode', '13:20 | Ann Ode', '12:20 | Ann Ode'],
  ['15:48 Ann Ode in court', '14:20 Ann Ode in court', '12:02 Ann Ode in court'],
  ['[14:20] Posted by Ann Ode', '[13:05] Posted by Ann Ode', '[11:30] Posted by Max Orr'],
  ['Post by Ann Ode at 17:42', 'Post by Ann Ode at 16:55', 'Post by Max Orr at 16:10'],
  ['Wed 14:20', 'Wed 13:20', 'Tue 12:20'],
  ['90+4’', '67’', 'HT'],
  ['1742hrs', '1655hrs', '1610hrs'],
  ['UPDATE 17:42', 'UPDATE 16:55', '16:10 Key event'],
  ['17:42 Ferry off', '16:55 Tree down on the road to Lisk', '16:10 Schools shut'],
])('the times of a live blog are set aside: %s, %s, %s', (...stamps) => {
  const text = ['Storm Ulla: live', ...ENTRIES.flatMap((entry, i) => [stamps[i] ?? '', entry])];
  const { paragraphs, article } = readParts(readArticle('live', text.join('\n\n')));
  const told = paragraphs.filter(({ number }) => number !== null);
  expect(told.map(({ start, end }) => article.text.slice(start, end))).toEqual(ENTRIES);
});

test('titles of entries under their times are set aside', () => {
  const titles = ['Ferry off', 'Boss: ‘Nobody asked me’', 'What has happened?'];
  const text = ENTRIES.flatMap((entry, i) => [`${i + 1} hours ago`, titles[i] ?? '', entry]);
  const { paragraphs, article } = readParts(readArticle('live', text.join('\n\n')));
  const told = paragraphs.filter(({ number }) => number !== null);
  expect(told.map(({ start, end }) => article.text.slice(start, end))).toEqual(ENTRIES);
});

test('a list of times is the story’s', () => {
  const text = `The fair in Marl has a new order this year, the county said on Monday.

10:30 Opening by the mayor

12:15 Sheep are judged

16:00 Tug of war on the green`;
  const { paragraphs } = readParts(readArticle('fair', text));
  expect(paragraphs.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
});
