import { expect, test } from 'vitest';
import { readArticle } from '../../src/article/article.ts';
import { readParts } from '../../src/article/parts.ts';
import { readDiscourse } from '../../src/names/discourse.ts';
import { findCandidates } from '../../src/statements/speakers/pronoun.ts';
import { prepare } from '../../src/story/prepare.ts';

/** A story in which another man is named in each sentence. */
function storyOfMen(count: number): string {
  const syllables = ['Ba', 'Dor', 'Fen', 'Gil', 'Hag', 'Kel', 'Lun', 'Mor', 'Nas', 'Pol'];
  const nameOf = (n: number): string =>
    [n % 10, Math.floor(n / 10) % 10, Math.floor(n / 100)]
      .map((i) => syllables[i])
      .join('')
      .toLowerCase();
  const men = Array.from(
    { length: count },
    (_, n) => `Mr. ${nameOf(n).replace(/^./, (c) => c.toUpperCase())}`,
  );
  return men.map((man) => `${man} left on the last train.`).join('\n\n');
}

test.each([200, 600])(
  'of a story of %i people, a pronoun can mean those of the last sentences',
  (count) => {
    const text = `${storyOfMen(count)}\n\nHe said it was late.`;
    const article = readArticle('one', text);
    const discourse = readDiscourse(readParts(article), prepare(article).names);
    expect(discourse.mentions.length).toBeGreaterThanOrEqual(count);
    const candidates = findCandidates(discourse, text.lastIndexOf('He said'), 'male', []);
    expect(candidates.length).toBeGreaterThan(100);
    expect(candidates.length).toBeLessThan(180);
  },
);
