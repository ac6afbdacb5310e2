import { expect, test } from 'vitest';
import { attribute } from '../../src/answer/attribute.ts';
import { memoryArchive } from '../../src/archive/memory.ts';
import { storyOf } from '../stories.ts';

const COURT = `Brekke’s lawyer, Omar Haddad, said that was not surprising because the engine was older than its skipper.
A spokeswoman, Freya Lindgren, said no captain had ever been disciplined for staying in harbour.
Rubbish was not collected on Monday, the council said.`;

function whoSaid(words: string): readonly (string | null)[] {
  const archive = memoryArchive();
  archive.add(storyOf(COURT));
  return attribute(archive, words, null).map(({ statement }) => statement?.speaker.name ?? null);
}

test.each([
  ['no captain had ever been disciplined', ['Freya Lindgren']],
  ['the engine is older than the skipper', ['Omar Haddad']],
  // a negation and one word more are no paraphrase: rather nobody than the wrong one
  ['no skipper was ever punished for not sailing', []],
  ['the council will not plant trees', []],
])('%j: %j', (words, names) => {
  expect(whoSaid(words)).toEqual(names);
});
