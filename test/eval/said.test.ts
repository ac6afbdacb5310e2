import { describe, expect, test } from 'vitest';
import { SAID_IDS, SAID_LATER_IDS, SAID_MORE_IDS, SAID_UNSEEN_IDS } from '../stories.ts';
import { measureSaid } from './said.ts';

/** The least share of each measure: a little below what was reached, so that what falls is seen. */
type Floors = readonly (readonly [measure: string, least: number])[];

const LOOKED_AT: Floors = [
  ['statements found and rightly named', 0.89],
  ['found: no wrong name', 0.95],
  ['found: stance', 0.98],
  ['what is found is a statement', 0.91],
  ['/who-said: speaker', 0.8],
  ['/who-said: stance', 0.9],
  ['/check: verdict', 0.82],
  ['/check: person', 0.87],
  ['/check: wording', 0.92],
];

const UNSEEN: Floors = [
  ['statements found and rightly named', 0.8],
  ['found: no wrong name', 0.97],
  ['found: stance', 0.96],
  ['what is found is a statement', 0.9],
  ['/who-said: speaker', 0.8],
  ['/who-said: stance', 0.8],
  ['/check: verdict', 0.87],
];

const LATER: Floors = [
  ['statements found and rightly named', 0.84],
  ['found: no wrong name', 0.96],
  ['found: stance', 0.98],
  ['what is found is a statement', 0.92],
  ['/who-said: speaker', 0.82],
];

const MORE: Floors = [
  ['statements found and rightly named', 0.75],
  ['found: no wrong name', 0.95],
  ['found: stance', 0.96],
  ['what is found is a statement', 0.88],
  ['/check: verdict', 0.83],
  ['/check: person', 0.78],
];

describe.each([
  ['that were looked at', SAID_IDS, LOOKED_AT],
  ['that were looked at later', SAID_UNSEEN_IDS, UNSEEN],
  ['that were looked at after those', SAID_LATER_IDS, LATER],
  ['that were looked at last', SAID_MORE_IDS, MORE],
])('who said what, over stories %s', (_, ids, floors) => {
  const measured = measureSaid(ids);

  test.each(floors)('%s: at least %d', async (measure, least) => {
    const { share } = (await measured).find((one) => one.measure === measure) ?? { share: [0, 1] };
    const [right = 0, all = 1] = share;
    expect(right / all).toBeGreaterThanOrEqual(least);
  });
});
