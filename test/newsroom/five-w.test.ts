import { expect, test } from 'vitest';
import { readArticle } from '../../src/article/article.ts';
import { findFiveW } from '../../src/newsroom/five-w.ts';
import { endingWell } from '../../src/newsroom/five-w-candidates.ts';
import { readChoices } from '../../src/newsroom/five-w-model.ts';
import { hear } from '../../src/story/hear.ts';
import { prepare } from '../../src/story/prepare.ts';
import { hearNow, readStory, STORY_IDS } from '../stories.ts';

const REGATTA = `# Marrow Point crew win Harbour Cup at Westhaven

The Marrow Point crew won the Harbour Cup at Westhaven on Saturday after the wind turned.

“We were lucky,” said Ann Ode, the stroke. Castle Quay came second.`;

test('answers who, what, when and where in the words of the story', () => {
  const story = hearNow(prepare(readArticle('story', REGATTA)));
  const answers = new Map(findFiveW(story).map((one) => [one.question, one]));
  expect(answers.get('who')?.words).toContain('Marrow Point');
  expect(answers.get('what')?.passage).toContain('win Harbour Cup');
  expect(answers.get('when')?.words).toBe('Saturday');
  expect(answers.get('where')?.words).toContain('Westhaven');
});

test('is silent on when and where a story does not say them', () => {
  const text = 'Ann Ode blamed her rival for the loss.\n\nShe was sorry.';
  const story = hearNow(prepare(readArticle('story', text)));
  const asked = findFiveW(story).map((one) => one.question);
  expect(asked).not.toContain('when');
  expect(asked).not.toContain('where');
});

test('is silent on why where no word of the passage tells of a reason', async () => {
  const asked = findFiveW(await hear(readStory('court-ferry'))).map((one) => one.question);
  expect(asked).toContain('when');
  expect(asked).not.toContain('why');
});

/** The words that may answer a question about a text. */
function candidatesOf(text: string, question: 'where' | 'why' | 'how'): readonly string[] {
  const choices = readChoices(hearNow(prepare(readArticle('story', text))));
  return choices[question].candidates.map(({ phrase }) => text.slice(phrase.start, phrase.end));
}

test.each([
  ['how', 'A barge sank off Orrel on Friday. The owner said in a short statement it was sorry.'],
  ['how', 'A barge sank off Orrel on Friday. In a statement, said the owner, all was well.'],
  [
    'how',
    'A barge sank off Orrel on Friday. The owner told the Echo in an interview he was sorry.',
  ],
  [
    'why',
    'A barge sank off Orrel on Friday, a pilot said, because she is not allowed to speak out.',
  ],
  ['why', 'A barge sank, said a pilot, as he had not been authorised to talk to reporters.'],
  ['where', 'A barge sank on Friday, and questions were asked at the Board.'],
  ['where', 'A barge sank on Friday, and its papers lie in the Office.'],
  ['where', 'A barge sank on Friday. Its price had gone up to DKK 4m by then.'],
] as const)('%s it happened such words do not tell: %s', (question, text) => {
  const told = candidatesOf(text, question);
  const aside = /statement|interview|allowed|authorised|Board|Office|DKK/;
  expect(told.filter((words) => aside.test(words))).toEqual([]);
});

test.each([
  ['how', 'The board was sacked in a letter of two lines.', 'in a letter of two lines'],
  [
    'why',
    'The pilot left because she was not allowed to fly.',
    'because she was not allowed to fly',
  ],
  ['where', 'The pilot was heard at the Office of Ports.', 'Office of Ports'],
] as const)('%s it happened other words do: %s', (question, text, words) => {
  const told = candidatesOf(text, question);
  expect(told).toContain(words);
});

test.each(STORY_IDS)('%s: no feature of a candidate hides another of its name', async (id) => {
  const choices = Object.values(readChoices(await hear(readStory(id))));
  const names = choices
    .flatMap(({ candidates }) => candidates)
    .map(({ features }) => features.flatMap((part) => Object.keys(part)));
  expect(names.filter((all) => new Set(all).size < all.length)).toEqual([]);
});

test.each(STORY_IDS)(
  '%s: passages are slices of at most 40 words that hold the answer',
  async (id) => {
    const story = await hear(readStory(id));
    const answers = findFiveW(story);
    expect(answers.length).toBeGreaterThan(2);
    for (const { words, passage, citation } of answers) {
      expect(story.article.text).toContain(passage);
      expect(passage).toContain(words);
      expect(passage.split(/\s+/).length).toBeLessThanOrEqual(40);
      expect(citation?.words ?? passage).toContain(words);
    }
  },
);

test.each([
  ['met the mayor', 3, 'met the mayor'],
  [
    'has met the mayor and pledged to mend the bridge by raising tolls',
    9,
    'has met the mayor and pledged',
  ],
  [
    'by selling goods in ports amid a row over trade and growing ties',
    10,
    'by selling goods in ports amid a row over trade',
  ],
  ['closed two bridges four tunnels seven roads', 5, 'closed two bridges four tunnels'],
  [
    'to ease a quarrel that has gone on for months between the harbour’s last two pilots',
    13,
    'to ease a quarrel that has gone on for months',
  ],
])('%s, within %d words, is %s', (text, most, words) => {
  expect(endingWell(text, most)).toBe(words);
});

test.each([
  ['who', /^Ann Ode$/],
  ['when', /^Tuesday$/],
  ['where', /^Marl$/],
])('an opening scene does not answer %s', (question, words) => {
  const text = `# Ode jailed for theft of church lead in Marl

It was cold, and the pigeons had gone, in the year when Peter Vale climbed the tower of Thorpe.

Ann Ode was jailed in Marl on Tuesday for stealing the lead from the roof of the church.

Ode, 40, sold it to pay her debts, the court heard.`;
  const story = hearNow(prepare(readArticle('story', text)));
  const answers = new Map(findFiveW(story).map((one) => [String(one.question), one.words]));
  expect(answers.get(question)).toMatch(words);
});

test('the place of a dateline answers where nothing else does', () => {
  const text = `# Talks end without a deal

GENEVA, June 8 (Newswire) -- Negotiators ended a fourth round of talks on Saturday without agreement on quotas.

They will go on, both sides said.`;
  const story = hearNow(prepare(readArticle('story', text)));
  const where = findFiveW(story).find((one) => one.question === 'where');
  expect(where?.words).toBe('GENEVA');
  expect(where?.citation?.words).toContain('GENEVA');
});
