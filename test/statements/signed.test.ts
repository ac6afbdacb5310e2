import { expect, test } from 'vitest';
import { storyOf } from '../stories.ts';

test.each([
  [['Green snow on our roof! — Vera Lund (@veralund) March 3, 2021']],
  [['Green snow on our roof! pic.example.com/a1 — Vera Lund (@veralund) 3 March 2021']],
  [['Green snow on our roof!', '— Vera Lund (@veralund) March 3, 2021']],
  [['Green snow on our roof!\n— Vera Lund (@veralund) March 3, 2021']],
  [['Green snow on our roof! — Vera Lund (@vera.lund@ives.social), 3 March 2021']],
  [['Vera Lund @veralund · 3h\nGreen snow on our roof!']],
  [['Vera Lund\n@veralund\nGreen snow on our roof!\n10:41 AM · Mar 3, 2021']],
  [['“Green snow on our roof!” — Vera Lund']],
])('%j is what its signature says', (lines) => {
  const { statements, article } = storyOf(
    [
      'It snowed in Ives on Tuesday, and all the roofs of the town were white.',
      ...lines,
      'It rained.',
    ].join('\n\n'),
  );
  const said = statements.filter(({ speech }) => speech);
  expect(said.map(({ speaker }) => [speaker.name, speaker.basis])).toEqual([
    ['Vera Lund', 'label'],
  ]);
  const [span] = said[0]?.content ?? [];
  expect(article.text.slice(span?.start, span?.end)).toBe('Green snow on our roof!');
});

test('each of several quotations has the name that is signed beneath it', () => {
  const { statements } = storyOf(
    [
      'It snowed on forty roofs of the town.',
      '“I would call it “green” at best.” ― Vera Lund',
      '“It was white.” ― Tom A. Osk',
      '“We saw none at all.”',
    ].join('\n\n'),
  );
  const names = statements.filter(({ nested }) => !nested).map(({ speaker }) => speaker.name);
  expect(names).toEqual(['Vera Lund', 'Tom A. Osk', null]);
});

test('a post of links that end in no link is read at once', () => {
  const links = `t.co${'/pt.co/pt.co'.repeat(60)} ipic.:`;
  const { statements } = storyOf(`It snowed in Ives.\n\n${links} — Vera Lund (@veralund)`);
  expect(statements.map(({ speaker }) => speaker.name)).toEqual(['Vera Lund']);
});

test('a short post without a full stop is no heading', () => {
  const { statements, paragraphs } = storyOf(
    [
      'It snowed in Ives on Tuesday, and all the roofs of the town were white.',
      'Green snow on our roof #snow\n– Vera Lund (@veralund) May 3, 2021',
      'Ask the cat — Tom Osk (@tomosk) 3 May 2021',
      'It rained in the evening, and by then the snow had gone again.',
    ].join('\n\n'),
  );
  expect(statements.map(({ speaker }) => speaker.name)).toEqual(['Vera Lund', 'Tom Osk']);
  expect(paragraphs.filter(({ number }) => number === null)).toEqual([]);
});
