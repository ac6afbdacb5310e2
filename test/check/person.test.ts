import { expect, test } from 'vitest';
import { memoryArchive } from '../../src/archive/memory.ts';
import { checkQuotations } from '../../src/check/check.ts';
import { composeCheck } from '../../src/reply/check-reply.ts';
import { stanceLine } from '../../src/reply/reply.ts';
import type { Stance } from '../../src/statements/statement.ts';
import { type CitedSpeaker, citeSpeaker } from '../../src/story/citation.ts';
import type { HeardStory } from '../../src/story/story.ts';
import { storyOf } from '../stories.ts';

const TEXT = `The harbour at Nordhaven stays shut until spring, the council said on Monday.

“The cranes were never greased,” said Ada Venn, the harbour master. Prime Minister Ostrow said he would “look at every bolt”.

“Nobody asked us about the cranes,” a source close to the inquiry said. Residents said the noise was “worse than thunder”. A friend of Ms. Venn said she had “slept on the quay for a week”.

The wind blew from the east all day.

“It smells of tar and money.”

The pilots’ union, Fairlead, has 300 members. A Fairlead spokesman said the pilots would “row if they must”.

“Let the crane rust,” reads a memo found in a drawer. A letter seen by the council called the quay “a tooth that must come out”.

The cranes were painted in 1998.`;

const story = storyOf(TEXT);

async function check(quote: string, person: string | null, within: HeardStory = story) {
  const archive = memoryArchive();
  archive.add(within);
  const checked = await checkQuotations(archive, `“${quote}”`, person, null);
  const reply = composeCheck(checked);
  const [opening] = reply.blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []));
  return { ...reply, opening };
}

test.each([
  // named, and by whatever a reader calls them
  ['The cranes were never greased', null, 'exact', 'not-asked'],
  ['The cranes were never greased', 'Venn', 'exact', 'confirmed'],
  ['The cranes were not greased', 'Ada Venn', 'altered', 'confirmed'],
  ['look at every bolt', 'Karl Ostrow', 'exact', 'confirmed'],
  ['the pilots would row if they must', 'Fairlead', 'paraphrase', 'confirmed'],
  ['The cranes were never greased', 'Ostrow', 'other-speaker', 'other'],
  ['The cranes were never greased', 'Piet Zoller', 'other-speaker', 'other'],
  // whom the story keeps unnamed may be whoever is asked about, unless it cannot be
  ['Nobody asked us about the cranes', 'Ada Venn', 'exact', 'not-told'],
  ['Nobody asked us about the cranes', 'Piet Zoller', 'exact', 'not-told'],
  ['Nobody asked about those cranes', 'Ada Venn', 'altered', 'not-told'],
  ['worse than thunder', 'Ada Venn', 'other-speaker', 'other'],
  ['slept on the quay for a week', 'Ada Venn', 'other-speaker', 'other'],
  ['slept on the quay for a week', 'Ostrow', 'exact', 'not-told'],
  // somebody wrote it, and the story does not say who
  ['Let the crane rust', 'Ada Venn', 'exact', 'not-told'],
  ['a tooth that must come out', 'Ostrow', 'exact', 'not-told'],
  // nobody is told, or nobody says it
  ['It smells of tar and money', 'Piet Zoller', 'exact', 'not-told'],
  ['The cranes were painted in 1998', 'Ada Venn', 'not-quoted', 'not-told'],
  // the story describes nobody so: neither confirmed nor denied
  ['The cranes were never greased', 'the night watchman', 'exact', 'not-told'],
])('“%s” by %s: %s, %s', async (quote, asked, verdict, person) => {
  expect(await check(quote, asked)).toMatchObject({ verdict, person });
});

test.each([
  ['Prime Minister Ostrow', 'Karl Ostrow', 'confirmed'],
  ['Mrs Ostrow', 'Karl Ostrow', 'not-told'],
  ['Lena Ostrow', 'Karl Ostrow', 'other'],
  ['Lena B. Ostrow', 'Lena Ostrow', 'confirmed'],
  ['Lena Ostrow', 'L. Ostrow', 'confirmed'],
  ['Benjamin Ostrow', 'Ben Ostrow', 'confirmed'],
])('words of %s, asked by %s, are %s', async (speaker, asked, person) => {
  const text = `“We have time to look at every bolt,” said ${speaker} on Monday.\n\nIt rained.\n`;
  expect((await check('time to look at every bolt', asked, storyOf(text))).person).toBe(person);
});

const NOT_TOLD = 'The words are in the story; it does not say whose.';

test.each([
  ['The cranes were never greased', 'Venn', 'Exact: these are the words of Ada Venn.'],
  ['The cranes were never cleaned', 'Venn', 'Altered in wording: Ada Venn said it differently.'],
  [
    'The cranes were greased',
    'Ostrow',
    'Someone else’s words, altered in meaning (negation): said by Ada Venn.',
  ],
  [
    'It smells of tar & money',
    'Venn',
    `${NOT_TOLD} Exact: the story quotes these words, but for spelling or house style (story: and, quoted: &).`,
  ],
  [
    'Nobody asked us about the cranes',
    null,
    'Exact: these are the words of “a source close to the inquiry”, an unnamed source.',
  ],
  [
    'The cranes were never greased',
    'the night watchman',
    'Exact: these are the words of Ada Venn. The story does not name anyone like the night watchman.',
  ],
])('“%s” by %s reads: %s', async (quote, person, text) => {
  expect((await check(quote, person)).opening).toBe(text);
});

test('what nobody is said to have said confirms nobody, and opens the reply', async () => {
  const statements = story.statements.map((one) => ({ ...one, stance: 'denies' as const }));
  const denied = await check('The cranes were never greased', 'Venn', { ...story, statements });
  expect(denied).toMatchObject({ verdict: 'exact', person: 'not-told' });
  expect(denied.opening).toBe('Ada Venn denies saying it. Exact: the story quotes these words.');
});

test('what is posted without quotation marks is checked as its writer’s words', async () => {
  const posted = storyOf(`${TEXT}\n\nLovely night for a swim off the quay\n`);
  const start = posted.article.text.indexOf('Lovely');
  const [first] = posted.statements.filter(({ speaker }) => speaker.name === 'Ada Venn');
  if (first === undefined) throw new Error('nobody speaks');
  const content = [{ start, end: start + 'Lovely night for a swim off the quay'.length }];
  const statements = [...posted.statements, { ...first, content, kind: 'direct' as const }];
  const found = await check('lovely night for a swim', 'Venn', { ...posted, statements });
  expect(found).toMatchObject({ verdict: 'exact', person: 'confirmed' });
});

test.each([
  ['says', null],
  ['denies', 'Ada Venn denies saying it.'],
  ['refuses', 'Ada Venn does not say whether it is so.'],
  ['asks', null],
  ['expected', 'Ada Venn is expected to say it; it has not been said yet.'],
] as const)('a statement with the stance %s opens a reply with: %s', (stance, line) => {
  expect(stanceLine(speakerWith(stance))).toBe(line);
});

function speakerWith(stance: Stance): CitedSpeaker {
  const [first] = story.statements.filter(({ speaker }) => speaker.name === 'Ada Venn');
  if (first === undefined) throw new Error('nobody speaks');
  return citeSpeaker(story.article, { ...first, stance });
}
