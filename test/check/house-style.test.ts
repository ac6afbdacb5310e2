import { expect, test } from 'vitest';
import { memoryArchive } from '../../src/archive/memory.ts';
import { checkQuotations } from '../../src/check/check.ts';
import { readCheckWords } from '../../src/check/quoted-words.ts';
import { storyOf } from '../stories.ts';

/** The finding on a quotation, in a story in which somebody says some words. */
async function findingOn(said: string, quote: string) {
  const archive = memoryArchive();
  archive.add(storyOf(`“${said},” said Ada Venn, the harbour master. The tide was out.\n`));
  const [checked] = await checkQuotations(archive, `“${quote}”`, null, null);
  return checked?.finding ?? null;
}

test.each([
  ['We wont sell the boats', 'We won’t sell the boats'],
  ['The ships crew couldn’t see it', 'The ship’s crew couldnt see it'],
  ['About 15% of it leaked', 'About 15 per cent of it leaked'],
  ['About fifteen percent of it leaked', 'About 15% of it leaked'],
  ['It took nine men', 'It took 9 men'],
  ['It took twenty-three men', 'It took 23 men'],
  ['It took a hundred and five men', 'It took 105 men'],
  ['It cost two and they paid £3m for it', 'It cost 2 and they paid £3 million for it'],
  ['They paid €40 for it', 'They paid forty euros for it'],
  ['They paid 1,250,000 dollars for it', 'They paid $1.25 million for it'],
  ['It lies 12km from here', 'It lies 12 kilometres from here'],
  ['The second mate left at 06:00', 'The 2nd mate left at 6:00'],
  ['They travelled here to apologise', 'They traveled here to apologize'],
  ['The theatres and harbours are shut', 'The theaters and harbors are shut'],
  ['We practised with grey cheques', 'We practiced with gray checks'],
  ['They were burnt whilst we re-opened it', 'They were burned while we reopened it'],
  ['It is a well-known, old-fashioned boat', 'It is a well known, old fashioned boat'],
  ['The Café Brûlé and the Council agreed', 'The Cafe Brule and the council agreed'],
  ['He’s no thief and they don’t say so', 'He is no thief and they do not say so'],
  ['I have seen the boats and we will go', 'I’ve seen the boats and we’ll go'],
  ['We can’t sell the boats', 'We can not sell the boats'],
  ['Salt & tar hold it together', 'Salt and tar hold it together'],
  ['Dr Ode came in September', 'Doctor Ode came in Sept.'],
])('%s and %s differ in spelling only', async (said, quote) => {
  expect(await findingOn(said, quote)).toMatchObject({ verdict: 'exact', wording: 'spelling' });
});

test.each([
  ['We can’t sell the boats', 'We cant sell the boats', 'spelling'],
  ['We can’t sell the boats', 'We can sell the boats', 'meaning'],
  ['We can sell the boats', 'We cant sell the boats', 'meaning'],
  ['We cannot sell the boats', 'We cant sell the boats', 'wording'],
  ['They’re late with the boats', 'They were late with the boats', 'wording'],
  ['He’s paid and he has a boat', 'He is paid and he is a boat', 'wording'],
  ['We don’t sell the boats', 'We do sell the boats', 'meaning'],
  ['We’ll see the boats', 'We would see the boats', 'meaning'],
  ['We’ll see the boats', 'Well see the boats', 'meaning'],
  ['It took 2 men all day', 'It took 20 men all day', 'meaning'],
  ['It took two men all day', 'It took twenty men all day', 'meaning'],
  ['It took twice the men', 'It took double the men', 'wording'],
  ['About 15% of it leaked', 'About 15 of it leaked', 'meaning'],
  ['They paid £90 for it', 'They paid $90 for it', 'meaning'],
  ['They paid £3m for it', 'They paid £3bn for it', 'meaning'],
  ['It was hundreds of men', 'It was a hundred of men', 'meaning'],
  ['The man called Gray sold it', 'The man called Grey sold it', 'meaning'],
  ['The crew must re-sign today', 'The crew must resign today', 'wording'],
  ['If I’d seen it I would have left', 'If I had seen it I would have left', 'wording'],
  ['It is a great old boat', 'It is a fantastic old boat', 'wording'],
])('%s, quoted as %s, differs in %s', async (said, quote, wording) => {
  const found = await findingOn(said, quote);
  const verdict = wording === 'spelling' ? 'exact' : 'altered';
  expect(found).toMatchObject({ verdict, wording });
});

test.each([
  ['We opened it in May', 'we opened it in May'],
  [
    'It was Ode’s boat; it cost £12 000 and sank',
    "It was Ode's boat - it cost £12\u00a0000 and sank",
  ],
])('%s and %s are the same to the letter', async (said, quote) => {
  expect(await findingOn(said, quote)).toMatchObject({ verdict: 'exact', wording: 'same' });
});

test.each([
  ['a great meeting...And then', ['a', 'great', 'meeting', 'and', 'then']],
  [
    'the har\u00adbour mas\u200bter’s 6.8 m',
    ['the', 'har\u00adbour', 'mas\u200bter’s', '6.8', 'm'],
  ],
])('the words of %j', (text, words) => {
  const found = readCheckWords(text, { start: 0, end: text.length });
  expect(found.map(({ start, end }) => text.slice(start, end).toLowerCase())).toEqual(words);
});
