import { expect, test } from 'vitest';
import { readArticle } from '../../src/story/article.ts';
import type { Named } from '../../src/story/names.ts';
import { prepare } from '../../src/story/prepare.ts';

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
])('%s', (text, name, role) => expect(read(text).role(name)).toBe(role));

test.each([
  ['He saw Anna Ode in the hall.', 'Anna Ode', 'person', 'female'],
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
