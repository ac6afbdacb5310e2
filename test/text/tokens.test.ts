import { expect, test } from 'vitest';
import { readTokens } from '../../src/text/tokens.ts';

test.each([
  ['Żaneta Kőszegi met Łukasz', ['Żaneta', 'Kőszegi', 'met', 'Łukasz']],
  ['in Đakovo, İzmir and Œuvre', ['in', 'Đakovo', ',', 'İzmir', 'and', 'Œuvre']],
  ['‘A warning,’ he said', ['‘', 'A', 'warning', ',', '’', 'he', 'said']],
  ['It wasn’t ‘fair’', ['It', 'was', 'n’t', '‘', 'fair', '’']],
])('%s is cut into %j', (text, words) => {
  const tokens = readTokens(text);
  expect(tokens.map((token) => token.text)).toEqual(words);
  expect(tokens.map(({ start, end }) => text.slice(start, end))).toEqual(words);
});
