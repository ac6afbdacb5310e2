import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkBridge, verdictsOf } from './story.ts';

describe('the same words', () => {
  test.each([
    ['“We found one crack in the deck”', 'the beginning of a quotation'],
    ['"we found one crack in the deck"', 'other marks, and a small letter'],
    ['We found one crack in the deck.', 'no marks at all'],
    ['«We\u00a0found  one crack in the deck»', 'spaces of other kinds'],
    ['“We found one crack in the de- ck”', 'a word broken at a line end'],
    ['‘They told us (twice) that it was safe … and I don’t believe them’', 'what the story prints'],
    ['“They told us twice that it was safe... and I don’t believe them.”', 'its brackets left out'],
    ['“we will close the road as well. Most of the girders are sound”', 'over two sentences'],
    ['“Nobody asked the bus drivers, but they probably know the bridge best.”', 'over the cue'],
    ['“crack in the deck […] and it has not grown since May”', 'the story’s own mark'],
  ])('%s is exact or cut: %s', (typed) => {
    expect(['exact', 'cut']).toContain(verdictsOf(typed)[0]);
  });
});

test.each([
  ['“Most of the girders are sound.”', null, 'exact'],
  ['“Most of the girders are sound.”', 'the chief engineer', 'exact'],
  ['“a fair price”', 'Ann Ode', 'exact'],
  ['“Most [girders] are sound”', null, 'exact-marked'],
  ['“[M]ost of the girders are sound”', null, 'exact-marked'],
  ['“Nobody asked […] but they probably know the bridge best”', 'Lund', 'exact-marked'],
  ['“we will close the road as well”', 'Ode', 'cut'],
  ['“Nobody asked the bus drivers”', 'Lund', 'cut'],
  ['“the repair would cost £1.2 million”', 'Ode', 'paraphrase'],
  ['“the bridge at Lower Cope was shut on Friday after a crack was found”', null, 'paraphrase'],
  ['“has been shut since 2009”', null, 'not-quoted'],
  ['“ghost lane”', null, 'not-quoted'],
  ['“Most of the girders are sound. Nobody asked the bus drivers.”', null, 'spliced'],
  ['“They told us (twice) that it was safe, a fair price”', null, 'spliced'],
  ['“Some of the girders are sound”', 'Ode', 'altered'],
  ['“We found two cracks in the deck and it has not grown since May”', null, 'altered'],
  ['“it has grown since May”', null, 'altered'],
  ['“the repair would cost $1.2 million”', null, 'altered'],
  ['“Most of the girders are sound.”', 'Ben Lund', 'other-speaker'],
  ['“Some of the girders are sound.”', 'Ben Lund', 'other-speaker'],
  ['“Most of the girders are sound.”', 'Zed Zander', 'other-speaker'],
  ['“The ferry will never sail again”', 'Ode', 'absent'],
])('%s by %s is %s', (typed, person, verdict) => {
  expect(verdictsOf(typed, person)).toEqual([verdict]);
});

test('names first what changes the meaning', () => {
  const [checked] = checkBridge('“Some of these girders are not sound”');
  expect(checked?.finding?.changes.map(({ sense }) => sense)).toEqual(['negation', 'quantifier']);
});

test('sees a negation that dots of the story’s own would hide', () => {
  expect(verdictsOf('“it was safe ... I don’t believe them”')).toEqual(['altered']);
});

test('says which words of a paraphrase are quoted', () => {
  const [checked] = checkBridge(
    '“the repair would cost £1.2 million, which she called a fair price”',
  );
  expect(checked?.finding).toMatchObject({ verdict: 'paraphrase', quoted: [{}] });
});

test('gives each part of the comparison as it stands in the story and in the quotation', () => {
  const [checked] = checkBridge('“most of these girders are really sound”');
  expect(checked?.finding?.difference).toEqual([
    { kind: 'same', story: 'Most of', quote: 'most of' },
    { kind: 'changed', story: 'the', quote: 'these' },
    { kind: 'same', story: 'girders are', quote: 'girders are' },
    { kind: 'added', story: '', quote: 'really' },
    { kind: 'same', story: 'sound', quote: 'sound' },
  ]);
});

test('checks each quotation of a message, five at most', () => {
  const message =
    'Ode says “a fair price”, he says “I don’t believe them” and “it grows on trees”.';
  expect(verdictsOf(message)).toEqual(['exact', 'exact', 'absent']);
  expect(verdictsOf('“a fair price” and '.repeat(9))).toHaveLength(5);
});

test('takes words that look like a person for the quotation’s own where they are', () => {
  const [own] = checkBridge('We found one crack', 'the deck');
  expect(own?.finding?.verdict).not.toBe('exact');
  const [whole] = checkBridge('Most of the girders are sound by nature', 'Ode');
  expect(whole).toMatchObject({ known: true, finding: { verdict: 'altered' } });
});

test('never throws, whatever is typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.string(), (typed, person) => {
      expect(Array.isArray(checkBridge(typed, person))).toBe(true);
      expect(Array.isArray(checkBridge(`“We found ${typed} […] deck [${person}]”`))).toBe(true);
    }),
    { numRuns: 60 },
  );
});
