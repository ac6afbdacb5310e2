import { expect, test } from 'vitest';
import { readArticle } from '../../src/article/article.ts';
import { parseCommand } from '../../src/index.ts';
import type { Named } from '../../src/names/named.ts';
import { findNames } from '../../src/names/names.ts';
import { prepare } from '../../src/story/prepare.ts';
import { CONSOLE, makeBot, plainStory } from '../stories.ts';

function read(text: string) {
  const story = prepare(readArticle('story', `${text}\n`));
  const named = (name: string): Named | undefined => story.names.find((one) => one.name === name);
  const role = (name: string): string | null => {
    const span = named(name)?.role ?? null;
    return span === null ? null : text.slice(span.start, span.end);
  };
  return { names: story.names.map(({ name }) => name), named, role };
}

test('joins short forms to the longest form, titles taken off', () => {
  const { named } = read('Mrs. Jane Ode won. Ode was pleased. “Well done,” Ms. Ode was told.');
  expect(named('Jane Ode')?.aliases).toEqual(['Jane Ode', 'Ode']);
  expect(named('Jane Ode')?.mentions).toHaveLength(3);
});

test('tells two people of one surname apart by their titles, and leaves the bare name to both', () => {
  const { named } = read(
    'Peter Lane met Anna Lane. Mrs. Lane left. Mr. Lane stayed. Lane was cold that night.',
  );
  expect(named('Anna Lane')?.mentions).toHaveLength(3);
  expect(named('Peter Lane')?.mentions).toHaveLength(3);
});

test('does not take a man for a woman of his surname', () => {
  const { names } = read('Michelle Odembo spoke first. Mr. Odembo spoke next.');
  expect(names).toEqual(['Michelle Odembo', 'Odembo']);
});

test.each([
  ['Alder’s founder Jack Ode has resigned.', 'Jack Ode', 'Alder’s founder'],
  [
    'Bai Ode, a research fellow at the academy told the court.',
    'Bai Ode',
    'a research fellow at the academy',
  ],
  ['The council’s leader, Ann Ode, said no.', 'Ann Ode', 'The council’s leader'],
  ['It hit the ferry Maud Ode in the fog.', 'Maud Ode', null],
  ['Ann Ode, 58, a beekeeper from Ives, said no.', 'Ann Ode', 'a beekeeper from Ives'],
  ['Ann Ode, a teacher who was on holiday, said no.', 'Ann Ode', 'a teacher'],
  ['Ann Ode, a geochemist at the institute, said no.', 'Ann Ode', 'a geochemist at the institute'],
  ['At a school in Odemouth, a porter gave him a key.', 'Odemouth', null],
  ['Ann Ode, 79, whose husband left, said yes.', 'Ann Ode', null],
  ['He ate a slice of Widow’s Purse there.', 'Purse', null],
  ['He left Odean Arms, the maker of guns, in May.', 'Odean Arms', 'the maker of guns'],
  ['The mayor, Ann Ode, his hair wet, said no.', 'Ann Ode', 'The mayor'],
  ['A locksmith, Ann Ode, came at noon.', 'Ann Ode', 'A locksmith'],
  ['Ann Ode, a steeplejack from Ives, said no.', 'Ann Ode', 'a steeplejack from Ives'],
  ['Tom Reed left, but his colleague Senator Ann Ode stayed.', 'Ann Ode', 'Senator'],
])('%s', (text, name, role) => expect(read(text).role(name)).toBe(role));

test.each([
  ['He saw Anna Ode in the hall.', 'Anna Ode', 'person', 'female'],
  ['He met the cellist Oskari Vireo in the hall.', 'Oskari Vireo', 'person', null],
  ['He met Cllr Vireo Ode in the hall.', 'Vireo Ode', 'person', null],
  ['Landlady Oskari Vireo left the hall.', 'Oskari Vireo', 'person', null],
  [
    'The Leader of the Opposition, Douglas Vireo, is first up. He asks why.',
    'Douglas Vireo',
    'person',
    'male',
  ],
  // `Ms Ode` tells nothing of Orrin
  ['Orrin Ode met Vireo Ode. Mr Ode spoke. Ms Ode left.', 'Orrin Ode', 'person', null],
  ['He saw Sir Gray Ode in the hall.', 'Gray Ode', 'person', 'male'],
  ['He works for the Ministry of Commerce now.', 'Ministry of Commerce', 'organisation', null],
  ['He flew to New Zealand.', 'New Zealand', 'place', null],
  ['He met a spokeswoman, Robin Ode, there.', 'Robin Ode', 'person', 'female'],
  ['Vireo Ode spoke. He thanked Miss Ode.', 'Vireo Ode', 'person', 'female'],
  ['Afterward Lane’s widow, Vireo, left the hall.', 'Vireo', 'person', 'female'],
  ['Vireo Ode, 66, a granddaughter of the founder, left.', 'Vireo Ode', 'person', 'female'],
  ['He met Vireo Ode, the wife of a salesman, there.', 'Vireo Ode', 'person', 'female'],
  // a firm goes by its first word, also where `who` or `whose` makes a team of it
  ['It sold Vireo Lanes. Vireo, whose shops are shut, won.', 'Vireo Lanes', 'organisation', null],
  ['Vireo Lanes won. Vireo, who are top, beat them all.', 'Vireo Lanes', 'organisation', null],
])('%s', (text, name, kind, gender) =>
  expect(read(text).named(name)).toMatchObject({ kind, gender }),
);

test('a headline with a capital on every word names nobody new', () => {
  const { names } = read('Council Votes For Bigger Bins Today.\nAnn Ode was glad of the vote.');
  expect(names).toEqual(['Ann Ode']);
});

test.each([
  // a surname with its particles, whatever the case of their letters
  ['Ilse van der Ode spoke. Van der Ode left. VAN DER ODE won.', ['Ilse van der Ode']],
  ['The mayor, Áine Ní Ode, came. “It is late,” said Ní Ode.', ['Áine Ní Ode']],
  ['A spokesman, Rémy d’Ode, left. D’Ode came back.', ['Rémy d’Ode']],
  [
    'Kiprono arap Odeki spoke. Arap Odeki left. Siti binti Ode stayed.',
    ['Kiprono arap Odeki', 'Siti binti Ode'],
  ],
  [
    'Salim ould Ode left. Zia ul Ode stayed. Ilse vom Ode wept.',
    ['Salim ould Ode', 'Zia ul Ode', 'Ilse vom Ode'],
  ],
  // a title that belongs to the name
  ['The judge, Mr Justice Ode, told him so. Mr Justice Ode left.', ['Mr Justice Ode']],
  ['The judge, Lady Justice Ní Ode, left.', ['Lady Justice Ní Ode']],
  ['Pope Odo came. Mrs Lane met him.', ['Pope Odo', 'Lane']],
  // a firm is not called by its last name, a paper may be named for a day
  ['The chairman of Ode & Lane, Sir Guy Lane, left. Lane was 70.', ['Ode & Lane', 'Guy Lane']],
  ['Glassmaker Orrin & Ode said no. It is said that Orrin & Ode is rich.', ['Orrin & Ode']],
  ['On Sunday the Sunday Ledger named Ann Ode.', ['Sunday Ledger', 'Ann Ode']],
  ['He met Ana do Carmo Ode there. Ode left.', ['Ana do Carmo Ode']],
  ['He led the Guild of Odean Bakers there.', ['Guild of Odean Bakers']],
  // people of a kind, at a sentence's start only
  ['Tens of thousands came. Prosecutors wept. Lawyers left. Ann Ode stayed.', ['Ann Ode']],
  ['The court let Rangers play. Rangers won it.', ['Rangers']],
])('%s', (text, names) => expect(read(text).names).toEqual(names));

test.each([
  ['It hangs in St Ode’s, with one assistant.', 'St Ode', 'place'],
  ['That day Zoë Kägi sold it.', 'Zoë Kägi', 'person'],
  ['“It is late,” said Jörg Ängström-Żmuda.', 'Jörg Ängström-Żmuda', 'person'],
])('%s', (text, name, kind) => expect(read(text).named(name)).toMatchObject({ kind, role: null }));

test.each([
  // every kind of space, hyphens, initials
  ['“It is late,” said Jo\u00a0Orban. Han\u2009Pell left.', ['Jo Orban', 'Han Pell']],
  [
    'Han Ji-min left. Kim Jong-woo stayed. The Orrin-led talks failed.',
    ['Han Ji-min', 'Kim Jong-woo', 'Orrin'],
  ],
  [
    'B. S. Orban left. R Venkat stayed. Mr Venkat wept. A J Marr left.',
    ['B. S. Orban', 'R Venkat', 'A J Marr'],
  ],
  // a surname of two, of which one is a word: also where the story writes it small
  ['Hattie Orban-Grant left. The grant was small. “No,” said Orban-Grant.', ['Hattie Orban-Grant']],
  [
    'Katya Vireo-Moor walked up the hill. Ida Kelm-Ward KC wept.',
    ['Katya Vireo-Moor', 'Ida Kelm-Ward'],
  ],
  ['Leopold Adeyo-Stone, first trumpet, left. It hit a stone.', ['Leopold Adeyo-Stone']],
  ['The Kelm-Orban line is shut - Kelm is glad.', ['Kelm-Orban', 'Kelm']],
  // words, months and days that are names
  ['The actor Will Grant left. Will said so. Will it rain?', ['Will Grant']],
  ['Mark Rush left. Rush said so. They rush off.', ['Mark Rush']],
  ['June Hart left in June. Theresa May left in May. May said so.', ['June Hart', 'Theresa May']],
  ['May Long said it rained. It rained in May.', ['May Long']],
  // what stands behind a name
  [
    'Helen Orban KC left. Tom Pell MP stayed. Jane Gant OBE wept.',
    ['Helen Orban', 'Tom Pell', 'Jane Gant'],
  ],
  ['Sen. Tom Marr (R-Ohio) left with Sam Vane Jr. and others.', ['Tom Marr', 'Sam Vane']],
  // what stands before it
  [
    'Leader of the Council Tom Kell left. Mayor of Orban Ida Vane stayed.',
    ['Tom Kell', 'Ida Vane'],
  ],
  ['Leader of the Greens left. The Dean wept. The Chief Executive stayed.', ['Greens']],
  ['Labour MP Ann Marr left. Vice-President Lee Pell stayed.', ['Ann Marr', 'Lee Pell']],
  ['Forest Ranger Tom Orban left. Investigator Ida Vane stayed.', ['Tom Orban', 'Ida Vane']],
  [
    'The head of the N.B.I. Tom B. Orban left. The Rev. Sam Kell stayed.',
    ['Tom B. Orban', 'Sam Kell'],
  ],
  // no names: an office, a word that only opens its sentence, what a score is called
  ['The Transport Secretary left. The Prime Minister stayed. Ann Pell wept.', ['Ann Pell']],
  ['Leaks were found. Experience shows it. However, Ann Pell left. Maths was hard.', ['Ann Pell']],
  ['Cons Marr 3. Pens Marr 2. The scorer, Ann Marr, left.', ['Ann Marr']],
  // organisations
  ['The Coal and River Staff Union (CRSU) left. The CRSU is back.', ['Coal and River Staff Union']],
  [
    'The Kelm Institute for Cold Research left. Kelm is back. The Kelm Institute wept.',
    ['Kelm Institute for Cold Research'],
  ],
  [
    'He asked the Department for Culture, Media and Sport.',
    ['Department for Culture, Media and Sport'],
  ],
  [
    "The Women's Institute left. St Orban's Hospital wept. The Bakers' Union is back.",
    ["Women's Institute", "St Orban's Hospital", "Bakers' Union"],
  ],
  ['It went to Orrin Infra Works. Orrin left.', ['Orrin Infra Works']],
  [
    'The Pell campaign wept. Later the Pell campaign won. Ann Pell left.',
    ['the Pell campaign', 'Ann Pell'],
  ],
  ['They read the journal Marine Systems Letters.', ['Marine Systems Letters']],
  // an organisation with `of`, `for`, `and` inside
  [
    'Orban Coast Search and Rescue left. Kelm Fire and Rescue Service wept.',
    ['Orban Coast Search and Rescue', 'Kelm Fire and Rescue Service'],
  ],
  [
    'Orban and District Council left. Kelm and District NHS Trust wept.',
    ['Orban and District Council', 'Kelm and District NHS Trust'],
  ],
  ['The Department of Fishing and the Coast left.', ['Department of Fishing and the Coast']],
  ['The Government of Orban left. Then the Government wept.', ['Government of Orban']],
  [
    'The Diocese of Kelm left. It was the Division of Forestry.',
    ['Diocese of Kelm', 'Division of Forestry'],
  ],
  [
    'The Coast Guard of Kelm left. The City of Orban wept.',
    ['Coast Guard of Kelm', 'City of Orban'],
  ],
  ['The Human Rights League of Kelm left.', ['Human Rights League of Kelm']],
  [
    'The Auditor of Public Works left. The Registrar of Births wept.',
    ['Auditor of Public Works', 'Registrar of Births'],
  ],
  ['The group Justice for Night Porters left.', ['Justice for Night Porters']],
  ['The Kelm Chamber of Commerce left.', ['Kelm Chamber of Commerce']],
  [
    'The Centers for Disease Control and Prevention left.',
    ['Centers for Disease Control and Prevention'],
  ],
  // and not one where there are two, or a title
  ['Ann Orban and Rescue workers left.', ['Ann Orban', 'Rescue']],
  ['The Ministry of Defence and the Army left.', ['Ministry of Defence', 'Army']],
  ['The Bank of Orban and the Council of Kelm left.', ['Bank of Orban', 'Council of Kelm']],
  ['The Registrar of Births Ann Orban left.', ['Ann Orban']],
  ['Police and Crime Commissioner Ann Orban left.', ['Ann Orban']],
  // who owns it, in the plural
  [
    "The Fishworkers' Guild left. The Dancers' Fellowship wept.",
    ["Fishworkers' Guild", "Dancers' Fellowship"],
  ],
  ["He met Ann Rogers' Council friends.", ['Ann Rogers']],
])('%s', (text, names) => expect(read(text).names).toEqual(names));

test.each([
  // the first name alone, before the full name is there
  ['Craig, his brother, left. Craig Orban was 39.', 'Craig Orban', 2],
  ['“Jonas came in,” she said. The student, Jonas Kell, wept.', 'Jonas Kell', 2],
  // a surname that two bear: of the one who is there already, of the other where only he is spoken of
  ['Ann Orban left. Orban wept.\n\nTom Orban is her cousin.', 'Ann Orban', 2],
  [
    'Ann Orban left. Orban wept.\n\nTom Orban stayed. Orban ate.\n\nLater Orban slept.',
    'Tom Orban',
    2,
  ],
  [
    'Ann Orban left. Orban wept.\n\nTom Orban stayed. Orban ate.\n\nLater Orban slept.',
    'Ann Orban',
    3,
  ],
  ['Mayor Tom Vane left. Councillor Ann Vane stayed. Mayor Vane ate.', 'Tom Vane', 2],
  // by a courtesy that the first was not shown
  [
    'Ann Orban left. Ms Orban wept.\n\nHer mother, Ida Orban, stayed.\n\nMrs Orban ate.',
    'Ida Orban',
    2,
  ],
  // who is there already, before who comes later; not a relative for his forename alone
  ['Vireo Orban left. Mr Orban wept.\n\nHis uncle Tom Orban stayed.', 'Vireo Orban', 2],
  [
    'Vireo Orban left.\n\nMr Orban wept.\n\nHis brother Tom Orban died.\n\nMr Orban ate.',
    'Vireo Orban',
    3,
  ],
  // whose relative is spoken of
  [
    'Tom Orban left. Orban wept.\n\nIda Orban stayed.\n\nOrban said her husband was cold.',
    'Ida Orban',
    2,
  ],
  // though a judge of that name has a title
  [
    'Mrs Justice Orban left.\n\nThe barrister, Tom Orban, stayed. Orban ate.\n\nMrs Justice Ida Orban slept.',
    'Tom Orban',
    2,
  ],
  // a name taken by marriage
  ['Tom Pell met Ann Lane. They married in 1980. Mrs Pell ran the shop.', 'Ann Lane', 2],
])('%s: %s', (text, name, count) => expect(read(text).named(name)?.mentions).toHaveLength(count));

test('takes the full name from under a picture', () => {
  const text =
    'Tries win it\n\nJac Orban after his try. Photograph: Lowri Kell\n\nHis brother Jac wept for joy all night.';
  expect(read(text).names).toEqual(['Jac Orban']);
});

test.each([
  [
    'The night porter and union member Tom Orban left.',
    'Tom Orban',
    'night porter and union member',
  ],
  [
    'Leader of the Opposition in the council Ann Orban left.',
    'Ann Orban',
    'Leader of the Opposition in the council',
  ],
  [
    'Tom Orban, then the rector of a parish in Lund, left.',
    'Tom Orban',
    'the rector of a parish in Lund',
  ],
  ['Asked by the prosecutor, Ann Orban, he wept.', 'Ann Orban', 'the prosecutor'],
  ['The head of waste, Councillor Ann Orban, left.', 'Ann Orban', 'The head of waste'],
  ['In an interview with Reel Daily, the director said so.', 'Reel Daily', null],
  ['Gov. Al Orban, whom aides called tired, left.', 'Al Orban', null],
  ["The pilots' union, Avitas, left.", 'Avitas', "The pilots' union"],
  ['It went to Orrin Works, the firm behind the mill.', 'Orrin Works', 'the firm behind the mill'],
])('%s', (text, name, role) => expect(read(text).role(name)).toBe(role));

test.each([
  ['She told Coast Weekly so. He asked Coast Weekly.', 'Coast Weekly', 'organisation'],
  ['They left in Sankt Orban, who knows why.', 'Sankt Orban', 'place'],
  ['The band Cold Harbour left.', 'Cold Harbour', 'organisation'],
  ['Salim ould Vireo left.', 'Salim ould Vireo', 'person'],
  ['He lives in the City of Orban.', 'City of Orban', 'place'],
  ['The City of Orban sued him.', 'City of Orban', 'organisation'],
])('%s: %s is a %s', (text, name, kind) => expect(read(text).named(name)).toMatchObject({ kind }));

test('takes no longer than in proportion to the story', () => {
  const names = Array.from(
    { length: 1200 },
    (_, i) => `Ann${i % 293} Orban${i % 599} left Mr Orban${i % 7}.`,
  );
  const { sentences } = prepare(readArticle('story', `${names.join(' ')}\n`));
  const quarter = sentences.slice(0, sentences.length / 4);
  const time = (some: typeof sentences): number => {
    const start = process.cpuUsage();
    findNames(names.join(' '), some, []);
    return process.cpuUsage(start).user;
  };
  time(quarter); // so that both run as compiled
  expect(time(sentences)).toBeLessThan(9 * time(quarter));
});

test('capitals without end are no name, and hide none', async () => {
  const text = `${'Ann Ode\u00a0 '.repeat(12_000)}stood there.\n\n“It rains,” said Bo Ives.`;
  const story = plainStory(text);
  expect(story.names.map(({ name }) => name)).toEqual(['Bo Ives']);
  const { bot, errors } = makeBot([story]);
  for (const line of ['/speakers', '/sources', '/quotes Ives'])
    await bot(parseCommand(line, CONSOLE));
  expect(errors).toEqual([]);
});
