import { expect, test } from 'vitest';
import { readArticle } from '../../src/article/article.ts';
import { prepare } from '../../src/story/prepare.ts';
import { hearNow } from '../stories.ts';

test.each([
  ['“The hall is closed,” Anna Ode said. “We should have opened it in May,” Ben Lee replied.'],
  ['“The hall is closed,” said Anna Ode. “The garden will be open all summer,” added Ben Lee.'],
])('two quotations side by side have a speaker each: %s', (text) => {
  const { statements } = hearNow(prepare(readArticle('story', `${text}\n\nIt rained.`)));
  expect(statements.map(({ speaker }) => speaker.name)).toEqual(['Anna Ode', 'Ben Lee']);
});

test.each([
  [
    '‘It is late,’ Anna Ode said. A man with a dog shouted: ‘Go home, all of you!’',
    'A man with a dog',
  ],
  ['“It is late,” Anna Ode said. Her deputy, in tears, wrote: “We tried.”', 'Her deputy'],
  ['“It is late,” Anna Ode said. She added: “We tried very hard.”', 'Anna Ode'],
])('what is announced with a colon is of whoever announces it: %s', (text, speaker) => {
  const { article, statements } = hearNow(prepare(readArticle('story', `${text}\n\nIt rained.`)));
  const last = statements.at(-1)?.speaker;
  const shown = last?.name ?? article.text.slice(last?.words?.start, last?.words?.end);
  expect(shown).toBe(speaker);
});

test.each([
  // the widow, not whose widow she is
  ['Red Vireo, 67, died. Then Vireo’s widow, Ondine, left. It was cold, she said.', 'Ondine'],
  // someone described before is meant by the description, and by a pronoun after it
  [
    'Its president, Ivo Lund, came late. Gil Ode was there.\nThe president did not stay. At noon he said that it was cold.',
    'Ivo Lund',
  ],
  ['Her sister Ondine came. So did Ann Ode.\n“It is cold,” her sister said.', 'Ondine'],
  ['His lawyer, Ann Ode, came.\n“It is cold,” her lawyer said.', 'her lawyer'],
  // the nearest woman is not the one with a name
  [
    'Ann Ode left.\nHer mother, who is ill, stayed. She has a wish: the hall, she says, is cold.',
    'Her mother',
  ],
  ['“Colder,” said Ann Ode finally. It rained.', 'Ann Ode'],
  // `her` daughter is not `she`, when nobody has named her again
  [
    'Her daughter Ann said that it was over. “She was kind,” her daughter said.\nThe hall was cold.\n“I did not mind,” she said in a letter.',
    'she',
  ],
  // in a story about one woman, a woman is that one, when nobody else is near
  [
    'Vireo Ode, Who Kept the Bees of Ives Alive, Dies at 91\n\nVireo Ode, who was a bee keeper, died in May. Mrs. Ode was 91.\n\nThe bees were ill.\n\nIt rained for years.\n\nThe hall was full.\n\nIt was cold.\n\nThe last hive was lost. “I did not mind,” she said.',
    'Vireo Ode',
  ],
])('who speaks in %s', (text, speaker) => {
  const { article, statements } = hearNow(prepare(readArticle('story', `${text}\n\nIt rained.`)));
  const last = statements.at(-1)?.speaker;
  expect(last?.name ?? article.text.slice(last?.words?.start, last?.words?.end)).toBe(speaker);
});
