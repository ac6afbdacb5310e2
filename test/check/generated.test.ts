import { expect, test } from 'vitest';
import type { Change } from '../eval/check-variants.ts';
import { checkVariants, type Judged } from '../eval/checks.ts';
import { readStory, STORY_IDS } from '../stories.ts';

const judged = await checkVariants(STORY_IDS.map(readStory));

function shareRight(changes: readonly Change[], verdict?: string): number {
  const some = judged.filter(
    ({ change, verdicts }) =>
      changes.includes(change) && (verdict === undefined || verdicts.includes(verdict)),
  );
  expect(some.length).toBeGreaterThan(5);
  return some.filter(isRight).length / some.length;
}

function isRight({ verdict, verdicts }: Judged): boolean {
  return verdicts.includes(verdict);
}

test.each<readonly [readonly Change[], string, number]>([
  [['exact', 'typographic'], 'exact', 0.97],
  [['ellipsis'], 'exact-marked', 0.95],
  [['clause'], 'cut', 0.85],
  [['clause'], 'exact', 0.9],
  [['number', 'negation', 'name', 'quantifier', 'two words'], 'altered', 0.95],
  [['spliced'], 'spliced', 0.9],
  [['other speaker'], 'other-speaker', 0.95],
  [['other story'], 'absent', 0.95],
])('quotations with the change %j are %s', (changes, verdict, least) => {
  expect(shareRight(changes, verdict)).toBeGreaterThanOrEqual(least);
});

test('no quotation whose number, negation or name was changed is exact', () => {
  const changed = judged.filter(({ change }) => ['number', 'negation', 'name'].includes(change));
  expect(changed.filter(({ verdict }) => verdict.startsWith('exact'))).toEqual([]);
});
