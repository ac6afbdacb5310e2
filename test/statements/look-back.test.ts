import { expect, test } from 'vitest';
import { readArticle } from '../../src/article/article.ts';
import { readParts } from '../../src/article/parts.ts';
import { readDiscourse } from '../../src/names/discourse.ts';
import { findAttributions } from '../../src/statements/attributions.ts';
import { readAsked } from '../../src/statements/speakers/asked.ts';
import { type Option, readOptions } from '../../src/statements/speakers/options.ts';
import { findCandidates } from '../../src/statements/speakers/pronoun.ts';
import { nameSpeakers } from '../../src/statements/speakers/speaker.ts';
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

/** Who may have made the last statement of a text, and why. */
function lastOptions(text: string): readonly Option[] {
  const article = readArticle('one', text);
  const [parts, { names }] = [readParts(article), prepare(article)];
  let options: readonly Option[] = [];
  nameSpeakers(parts, names, findAttributions(parts, names), (told, attribution, ruled) => {
    const asked = readAsked(told, attribution, ruled);
    if (asked !== null) options = readOptions(told, asked);
    return ruled;
  });
  return options;
}

test.each([
  [5, 10],
  [300, 8],
])(
  '%i sentences after they are named, at least and at most so many of ten men may be meant',
  (far, most) => {
    const text = `${storyOfMen(10)}\n\n${'It rained.\n\n'.repeat(far)}He said it was late.`;
    const men = lastOptions(text).filter(({ named }) => named !== null).length;
    expect(men).toBeLessThanOrEqual(most);
    if (far < 10) expect(men).toBe(10);
  },
);

test.each([
  [5, true],
  [90, false],
])('%i statements later, that the same words said something counts: %s', (far, counts) => {
  const between = 'Mrs. Ann Ode said it was fine.\n\n'.repeat(far);
  const text = `Mr. Bo Lund left.\n\nHe said it was over.\n\n${between}He said it was late.`;
  const signs = lastOptions(text).flatMap((option) => option.signs);
  expect(signs.length).toBeGreaterThan(0);
  expect(signs.some((sign) => sign.includes('in these words'))).toBe(counts);
});
