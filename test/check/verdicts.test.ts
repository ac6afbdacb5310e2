import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { memoryArchive } from '../../src/archive/memory.ts';
import { checkQuotations } from '../../src/check/check.ts';
import { storyOf } from '../stories.ts';
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
  ])('%s is exact or cut: %s', async (typed) => {
    expect(['exact', 'cut']).toContain((await verdictsOf(typed))[0]);
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
])('%s by %s is %s', async (typed, person, verdict) => {
  expect(await verdictsOf(typed, person)).toEqual([verdict]);
});

const DOCKS = `The council said 80 jobs at the docks would be cut before Christmas.

Anna Ode, the harbour master, said nobody had ever drowned in the basin. Ben Lund said the company should pay for new cranes by selling its warehouse on the waterfront.`;

test.each([
  [
    '“the firm ought to fund modern cranes by disposing of its property on the waterfront”',
    'paraphrase',
  ],
  // another number, another name, a negation more: near in meaning, and said by nobody
  ['“90 jobs at the port will be lost before the holidays”', 'absent'],
  ['“people have drowned in the basin of the harbour”', 'absent'],
  ['“the firm ought to fund modern cranes by disposing of Garside’s property”', 'absent'],
  ['“the cranes are a danger to those who work beneath them”', 'absent'],
])('in other words %s is %s', async (typed, verdict) => {
  const archive = memoryArchive();
  archive.add(storyOf(DOCKS));
  const [checked] = await checkQuotations(archive, typed, null, null);
  expect(checked?.finding?.verdict ?? 'absent').toBe(verdict);
});

const YARD = `Selma Ridge, the yard's director, said the shipyard was likely to take on an estimated forty welders in Norham by helping smaller firms along the river.

The union's Jo Pell told members that the wages of apprentices would rise again in spring.`;

test.each([
  ['“by helping smaller firms along the river, the shipyard would take on welders”', 'paraphrase'],
  ['“forty welders taken on by the shipyard in Norham”', 'paraphrase'],
  // the same words, and a number, a name or a negation that nobody said
  ['“sixty welders taken on by the shipyard in Norham”', 'absent'],
  ['“by helping smaller firms along the river, the shipyard takes on 5,000 welders”', 'absent'],
  [
    '“by helping smaller firms along the river, the shipyard in Garside takes on welders”',
    'absent',
  ],
  ['“welders would not be taken on by the shipyard along the river”', 'absent'],
  ['“in spring the wages of apprentices would never rise again”', 'absent'],
])('in another order %s is %s', async (typed, verdict) => {
  const archive = memoryArchive();
  archive.add(storyOf(YARD));
  const [checked] = await checkQuotations(archive, typed, null, null);
  expect(checked?.finding?.verdict ?? 'absent').toBe(verdict);
});

test('names first what changes the meaning', async () => {
  const [checked] = await checkBridge('“Some of these girders are not sound”');
  expect(checked?.finding?.changes.map(({ sense }) => sense)).toEqual(['negation', 'quantifier']);
});

test('sees a negation that dots of the story’s own would hide', async () => {
  expect(await verdictsOf('“it was safe ... I don’t believe them”')).toEqual(['altered']);
});

test('says which words of a paraphrase are quoted', async () => {
  const [checked] = await checkBridge(
    '“the repair would cost £1.2 million, which she called a fair price”',
  );
  expect(checked?.finding).toMatchObject({ verdict: 'paraphrase', quoted: [{}] });
});

test('gives each part of the comparison as it stands in the story and in the quotation', async () => {
  const [checked] = await checkBridge('“most of these girders are really sound”');
  expect(checked?.finding?.difference).toEqual([
    { kind: 'same', story: 'Most of', quote: 'most of' },
    { kind: 'changed', story: 'the', quote: 'these' },
    { kind: 'same', story: 'girders are', quote: 'girders are' },
    { kind: 'added', story: '', quote: 'really' },
    { kind: 'same', story: 'sound', quote: 'sound' },
  ]);
});

test('checks each quotation of a message, five at most', async () => {
  const message =
    'Ode says “a fair price”, he says “I don’t believe them” and “it grows on trees”.';
  expect(await verdictsOf(message)).toEqual(['exact', 'exact', 'absent']);
  expect(await verdictsOf('“a fair price” and '.repeat(9))).toHaveLength(5);
});

test('takes words that look like a person for the quotation’s own where they are', async () => {
  const [own] = await checkBridge('We found one crack', 'the deck');
  expect(own?.finding?.verdict).not.toBe('exact');
  const [whole] = await checkBridge('Most of the girders are sound by nature', 'Ode');
  expect(whole).toMatchObject({ known: true, finding: { verdict: 'altered' } });
});

test('never throws, whatever is typed', async () => {
  const typedBy = [fc.string({ unit: 'grapheme', maxLength: 80 }), fc.string()] as const;
  await fc.assert(
    fc.asyncProperty(...typedBy, async (typed, person) => {
      const marked = `“We found ${typed} […] deck [${person}]”`;
      expect(Array.isArray(await checkBridge(typed, person))).toBe(true);
      expect(Array.isArray(await checkBridge(marked))).toBe(true);
    }),
    { numRuns: 60 },
  );
});
