import { expect, test } from 'vitest';
import { contentStems, standingStems } from '../../src/text/terms.ts';
import { readTokens } from '../../src/text/tokens.ts';

test.each([
  ['The U.S. envoy left.', ['us', 'envoy', 'leav']],
  ['An envoy of the United States', ['envoy', 'unit', 'us', 'state']],
  ['Tell us about the united front', ['unit', 'front']],
  ['He passed away.', ['pass', 'pass_away', 'away']],
  ['They put the general election off.', ['put', 'put_off', 'general', 'elect']],
  ['She lives in Leeds.', ['live', 'leed']],
  ['They called off the march.', ['call', 'call_off', 'march']],
])('%s', (text, stems) => {
  expect([...standingStems(readTokens(text))]).toEqual(stems);
});

test('a curly apostrophe is as good as a straight one', () => {
  const typed = "What is the pilot's name, and who's she?";
  expect(contentStems(readTokens(typed.replaceAll("'", '’')))).toEqual(
    contentStems(readTokens(typed)),
  );
});
