import { expect, test } from 'vitest';
import { stem } from '../../src/text/stem.ts';

test.each([
  ['Elections', 'elect'],
  ['Miller’s', 'miller'],
  ['U.S.', 'us'],
  ['began', stem('begin')],
  ['Broken', stem('break')],
  ['fell', stem('falls')],
  ['children', stem('child')],
  ['found', stem('finding')],
  ['founded', 'found'],
  ['Gov.', stem('governor')],
  ['Sept.', stem('September')],
  ['3', 'three'],
  ['organized', stem('organise')],
  ['organization', stem('organisation')],
  ['neighbouring', stem('neighboring')],
  ['hours', 'hour'],
  ['travelled', stem('travel')],
  ['cancelling', stem('cancel')],
  ['recalled', stem('recall')],
  ['installing', stem('install')],
  ['called', 'call'],
  ['centre', stem('center')],
])('%s: %s', (word, expected) => {
  expect(stem(word)).toBe(expected);
});
