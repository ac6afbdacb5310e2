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
  [['exact', 'typographic', 'house style'], 'exact', 0.97],
  [['ellipsis'], 'exact-marked', 0.95],
  [['clause'], 'cut', 0.85],
  [['clause'], 'exact', 0.9],
  [['number', 'ten times', 'negation', 'name', 'modal', 'quantifier'], 'altered', 0.95],
  [['two words'], 'altered', 0.95],
  [['spliced'], 'spliced', 0.9],
  [['other speaker', 'stranger'], 'other-speaker', 0.95],
  [['other story'], 'absent', 0.95],
])('quotations with the change %j are %s', (changes, verdict, least) => {
  expect(shareRight(changes, verdict)).toBeGreaterThanOrEqual(least);
});

const TURNING: readonly Change[] = ['number', 'ten times', 'negation', 'name', 'modal'];

test('no quotation whose number, negation, name or modal verb was changed is exact, or only spelt otherwise', () => {
  const changed = judged.filter(({ change }) => TURNING.includes(change));
  const mild = changed.filter(
    ({ verdict, wording }) => verdict.startsWith('exact') || wording !== 'meaning',
  );
  expect(mild).toEqual([]);
});

test.each([
  ['exact', 'same'],
  ['typographic', 'same'],
  ['house style', 'spelling'],
] as const)('the wording of %s is %s', (change, wording) => {
  const some = judged.filter((one) => one.change === change);
  expect(some.length).toBeGreaterThan(5);
  expect(some.filter((one) => one.wording !== wording)).toEqual([]);
});

test('nobody is confirmed whose words they are not', () => {
  const asked = judged.filter(({ change }) => change === 'other speaker' || change === 'stranger');
  expect(asked.filter(({ found }) => found !== 'other')).toEqual([]);
});
