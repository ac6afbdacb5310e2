import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { attribute } from '../../src/answer/attribute.ts';
import { memoryArchive } from '../../src/archive/memory.ts';
import type { Story } from '../../src/story/story.ts';
import { HEARD_IDS, readStory, root, storyOf } from '../stories.ts';

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

test('what one tells of another is the other’s', () => {
  const archive = memoryArchive();
  archive.add(
    storyOf('“My aunt told me, ‘Never sell a boat in May,’ and I laughed,” Anna Ode said.'),
  );
  const [found] = attribute(archive, 'never sell a boat in May', null);
  expect(found?.statement?.speaker.via).toEqual(['Anna Ode']);
});

interface Paraphrase {
  readonly story: string;
  readonly words: string;
  /** Null: nobody says anything like it. */
  readonly speaker: string | null;
}

describe('on paraphrases of what is said in eight stories', () => {
  const lines = readFileSync(new URL('test/eval/paraphrases.jsonl', root), 'utf8').trim();
  const all = lines.split('\n').map((line) => JSON.parse(line) as Paraphrase);
  const stories = new Map(HEARD_IDS.map((id) => [id, readStory(id)]));
  const ask = (story: Story | undefined, words: string): string | null => {
    const archive = memoryArchive();
    if (story !== undefined) archive.add(story);
    const [found] = attribute(archive, words, null);
    if (found === undefined || story === undefined) return null;
    const { name = null, words: own = null } = found.statement?.speaker ?? {};
    return name ?? (own === null ? '' : story.article.text.slice(own.start, own.end));
  };
  const answered = all.map((one) => ({ ...one, got: ask(stories.get(one.story), one.words) }));

  test('finds more than one in three, and seldom the wrong one', () => {
    const said = answered.filter(({ speaker }) => speaker !== null);
    const given = said.filter(({ got }) => got !== null);
    const right = given.filter(({ speaker, got }) => got === speaker);
    expect(right.length / said.length).toBeGreaterThan(0.33);
    expect(right.length / given.length).toBeGreaterThan(0.8);
  });

  test('knows nothing of what nobody says', () => {
    expect(answered.filter(({ speaker, got }) => speaker === null && got !== null)).toEqual([]);
  });

  test('asked of the other stories, one in fifty is found at most', () => {
    const elsewhere = all
      .filter(({ speaker }) => speaker !== null)
      .flatMap(({ story, words }) =>
        [...stories].filter(([id]) => id !== story).map(([, other]) => ask(other, words)),
      );
    const found = elsewhere.filter((got) => got !== null);
    expect(found.length / elsewhere.length).toBeLessThan(0.02);
  });
});
