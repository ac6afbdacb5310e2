import { expect, test } from 'vitest';
import { createTagger, readTokens } from '../../src/text/tokens.ts';

test.each([
  ['Żaneta Kőszegi met Łukasz', ['Żaneta', 'Kőszegi', 'met', 'Łukasz']],
  ['in Đakovo, İzmir and Œuvre', ['in', 'Đakovo', ',', 'İzmir', 'and', 'Œuvre']],
  ['‘A warning,’ he said', ['‘', 'A', 'warning', ',', '’', 'he', 'said']],
  ['Tidewire.com.au has it.', ['Tidewire.com.au', 'has', 'it', '.']],
  ['told gull-post.co.uk’s man', ['told', 'gull-post.co.uk', '’s', 'man']],
  ['I left.In May I came back', ['I', 'left', '.', 'In', 'May', 'I', 'came', 'back']],
  ['to ann@gull.com', ['to', 'ann@gull.com']],
  ['It wasn’t ‘fair’', ['It', 'was', 'n’t', '‘', 'fair', '’']],
])('%s is cut into %j', (text, words) => {
  const tokens = readTokens(text);
  expect(tokens.map((token) => token.text)).toEqual(words);
  expect(tokens.map(({ start, end }) => text.slice(start, end))).toEqual(words);
});

test.each([
  ['Hattie Orban-Grant posted it', 'Grant', 'PROPN'],
  ['Ida Kelm-Ward, a nurse, left', 'Ward', 'PROPN'],
  ['they Grant it', 'Grant', 'VERB'],
])('%s: %s is tagged %s', (text, word, tag) =>
  expect(readTokens(text).find((token) => token.text === word)?.tag).toBe(tag),
);

test('a tagger that has been rebuilt many times still reads', () => {
  const { readWith } = createTagger(0);
  const words = Array.from({ length: 30 }, (_, i) => `zqx${String.fromCharCode(97 + i)}bl`);
  for (const word of words) expect(readWith(`the ${word}`).at(0)?.text).toBe('the');
});

test('the same text has the same tokens whatever was read before it', () => {
  const read = () => readTokens("My sister's cat is old.").map(({ text }) => text);
  const first = read();
  readTokens("She was asleep at her sister's, he said.");
  expect(read()).toEqual(first);
});
