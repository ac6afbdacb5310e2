import { expect, test } from 'vitest';
import { memoryArchive } from '../../src/archive/memory.ts';
import { checkQuotations } from '../../src/check/check.ts';
import { composeCheck } from '../../src/reply/check-reply.ts';
import { storyOf } from '../stories.ts';

const TEXT = `The bell at Marrow Chapel fell on Sunday.

“The sexton, Ivor Pell, leaned in and told me, ‘Ring it twice and run’, so I did,” said Greta Holm, a teacher. “It was already swinging.”

“I never said ‘Sell the tower’ to a soul,” the vicar, Owen Lisk, told parishioners. “People hear what they want.”

“If the roof were sound, I would say ‘come and sing’,” Mr. Lisk said.

“Someone at the back yelled, ‘Mind the rope’, but nobody moved,” said Bram Teal, the verger.`;

const story = storyOf(TEXT);

async function check(quote: string, person: string) {
  const archive = memoryArchive();
  archive.add(story);
  const reply = composeCheck(await checkQuotations(archive, `“${quote}”`, person, null));
  const [first] = reply.passages;
  return {
    verdict: reply.verdict,
    person: reply.person,
    speaker: first?.speaker?.name,
    stance: first?.speaker?.stance,
  };
}

test.each([
  // whose words they are, told by another
  ['Ring it twice and run', 'Ivor Pell', 'exact', 'confirmed', 'Ivor Pell', 'says'],
  ['Ring it twice and run', 'Greta Holm', 'other-speaker', 'other', 'Ivor Pell', 'says'],
  ['Ring it once and run', 'Greta Holm', 'other-speaker', 'other', 'Ivor Pell', 'says'],
  ['so I did', 'Greta Holm', 'exact', 'confirmed', 'Greta Holm', 'says'],
  ['told me, Ring it twice and run', 'Greta Holm', 'exact', 'confirmed', 'Greta Holm', 'says'],
  ['Mind the rope', 'Bram Teal', 'other-speaker', 'other', null, 'says'],
  ['Mind the rope', 'Owen Lisk', 'exact', 'not-told', null, 'says'],
  // what somebody says of their own words
  ['Sell the tower', 'Owen Lisk', 'exact', 'not-told', 'Owen Lisk', 'denies'],
  ['People hear what they want', 'Owen Lisk', 'exact', 'confirmed', 'Owen Lisk', 'says'],
  ['come and sing', 'Owen Lisk', 'exact', 'not-told', 'Owen Lisk', 'conditional'],
])('“%s” by %s: %s, %s', async (quote, asked, verdict, person, speaker, stance) => {
  expect(await check(quote, asked)).toEqual({ verdict, person, speaker, stance });
});
