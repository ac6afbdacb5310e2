import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { memoryArchive } from '../../src/archive/memory.ts';
import { NO_NAME, parseCommand } from '../../src/index.ts';
import { attribute } from '../../src/quotes/attribute.ts';
import {
  ASKED_IDS,
  CONSOLE,
  HEARD_IDS,
  makeBot,
  PLAUSIBLE_IDS,
  plainStory,
  REPHRASED_IDS,
  readStory,
  root,
  storyOf,
} from '../stories.ts';

const COURT = `Brekke’s lawyer, Omar Haddad, said that was not surprising because the engine was older than its skipper.
A spokeswoman, Freya Lindgren, said no captain had ever been disciplined for staying in harbour.
Rubbish was not collected on Monday, the council said.`;

async function whoSaid(words: string): Promise<readonly (string | null)[]> {
  const archive = memoryArchive();
  archive.add(storyOf(COURT));
  const found = await attribute(archive, words, null);
  return found.map(({ statement }) => statement?.speaker.name ?? null);
}

test.each([
  ['no captain had ever been disciplined', ['Freya Lindgren']],
  ['the engine is older than the skipper', ['Omar Haddad']],
  ['no skipper was ever punished for not sailing', ['Freya Lindgren']],
  // a word or two of the story's, and nothing else that is said of them
  ['the council will not plant trees', []],
  ['the engine had been stolen', []],
  ['the captain was drunk', []],
])('%j: %j', async (words, names) => {
  expect(await whoSaid(words)).toEqual(names);
});

// What people paste holds the speaker too: it is asked who said what is said in it.
const FERRY = `The ferry will sail again by June, the mayor, Ola Lund, told reporters on Friday.
“The council is an old one, but has many new members; it has to answer for its accounts well, because they are very important papers for the town,” Brekke said.
Mia Brekke is the council’s auditor.
The harbour was closed on Monday and the town’s shops were shut.`;

test.each([
  ['Brekke said it has to answer', 'Mia Brekke'],
  ['Did Brekke really say it has to answer for its accounts?', 'Mia Brekke'],
  ['Lund told everyone that the ferry will sail again by June', 'Ola Lund'],
  ['according to Ola Lund, the ferry will sail again by June', 'Ola Lund'],
  ['Brekke: “It has to answer well for its accounts”. We run this at five', 'Mia Brekke'],
  ['Brekke has to answer for accounts', 'Mia Brekke'],
  ['The harbour was closed on Monday', null],
  ['Lund says the harbour was closed on Monday', null],
])('with the speaker in it, %j: %s', async (words, name) => {
  const archive = memoryArchive();
  archive.add(storyOf(FERRY));
  const [first] = await attribute(archive, words, null);
  expect(first?.statement?.speaker.name ?? null).toBe(name);
});

test.each(['called the bishop “a rat”', 'rat'])(
  'of what is denied and reported, the denial: %s',
  async (words) => {
    const text =
      'Ann Ode denied that she had called the bishop “a rat”, as reported by the Ives Herald.\n\nIt rained.\n';
    const archive = memoryArchive();
    archive.add(storyOf(text));
    const [first] = await attribute(archive, words, null);
    expect([first?.statement?.stance, first?.statement?.speaker.name]).toEqual([
      'denies',
      'Ann Ode',
    ]);
  },
);

test('of stories that tell much the same it is the one that means it', async () => {
  const archive = memoryArchive();
  archive.add(storyOf(COURT, 'court'));
  archive.add(storyOf('The captain of the tug, Ben Lund, said the harbour was too small.', 'tug'));
  const [found] = await attribute(archive, 'no captain was ever punished for not sailing', null);
  expect(found).toMatchObject({ byMeaning: true, story: { article: { id: 'court' } } });
});

test('/why tells that it was found by meaning', async () => {
  const { bot } = makeBot([plainStory(COURT)]);
  await bot(parseCommand('/who-said no skipper was ever punished for not sailing', CONSOLE));
  const { rows } = await bot(parseCommand('/why', CONSOLE));
  expect(rows).toMatchObject([{ match: 'by meaning' }]);
});

describe('words between quotation marks are never the reporter’s own', () => {
  const story = storyOf(
    [
      'It rained on the mill of Ives, and nobody came to open its gate.',
      '“We waited for the whole night.”',
      'Vera Lund was in no hurry. “Soon. Not now.”',
      'The “old fox” of the mill left by the back door.',
    ].join('\n\n'),
  );

  test('where the story does not tell who speaks, it is said so', async () => {
    const { bot } = makeBot([story]);
    const reply = await bot(parseCommand('/who-said we waited for the whole night', CONSOLE));
    expect(reply).toMatchObject({ found: true, answer: null, reason: 'speaker-not-told' });
    expect(reply.passages[0]?.speaker).toMatchObject({ name: null, words: null, basis: 'none' });
    expect(reply.blocks[0]).toEqual({ kind: 'text', text: NO_NAME });
  });

  test('where it shows who speaks, it is said how', async () => {
    const { bot } = makeBot([story]);
    const reply = await bot(parseCommand('/who-said soon, not now', CONSOLE));
    expect(reply).toMatchObject({ answer: 'Vera Lund', reason: null });
    expect(reply.passages[0]?.speaker?.basis).toBe('carried');
    expect(JSON.stringify(reply.blocks)).toContain(
      'How that is known: by whoever acts right before it, in ¶ 3.',
    );
  });

  test('a nickname between marks is the reporter’s', async () => {
    const { bot } = makeBot([story]);
    const reply = await bot(parseCommand('/who-said the old fox of the mill left', CONSOLE));
    expect(reply.reason).toBe('reporters-own-words');
  });
});

test('what one tells of another is the other’s', async () => {
  const archive = memoryArchive();
  archive.add(
    storyOf('“My aunt told me, ‘Never sell a boat in May,’ and I laughed,” Anna Ode said.'),
  );
  const [found] = await attribute(archive, 'never sell a boat in May', null);
  expect(found?.statement?.speaker.via).toEqual(['Anna Ode']);
});

interface Claim {
  readonly story: string;
  readonly words: string;
  /** Null: nobody says anything like it. */
  readonly speaker: string | null;
}

const stories = new Map(
  [...HEARD_IDS, ...ASKED_IDS, ...REPHRASED_IDS, ...PLAUSIBLE_IDS].map((id) => [id, readStory(id)]),
);

/** Who is found to have said some words in a story; null for nobody, and for whoever is only asked about them. */
async function ask(id: string, words: string): Promise<string | null> {
  const story = stories.get(id);
  if (story === undefined) throw new Error(`there is no story ${id}`);
  const archive = memoryArchive();
  archive.add(story);
  const [found] = await attribute(archive, words, null);
  if (found === undefined || /^(?:asks|refuses)$/.test(found.statement?.stance ?? '')) return null;
  const { name = null, words: own = null } = found.statement?.speaker ?? {};
  return name ?? (own === null ? '' : story.article.text.slice(own.start, own.end));
}

describe.each([
  ['paraphrases of what is said in eight stories', 'paraphrases', 0.4, 0],
  ['claims about twenty more, written for the choice of thresholds', 'claims', 0.35, 0.06],
])('on %s', async (_, file, least, most) => {
  const lines = readFileSync(new URL(`test/eval/${file}.jsonl`, root), 'utf8').trim();
  const all = lines.split('\n').map((line) => JSON.parse(line) as Claim);
  const said = all.filter(({ speaker }) => speaker !== null);
  const answered = await Promise.all(
    all.map(async (one) => ({ ...one, got: await ask(one.story, one.words) })),
  );

  test('finds many of those that are made, and hardly ever the wrong speaker', () => {
    const given = answered.filter(({ speaker, got }) => speaker !== null && got !== null);
    const right = given.filter(({ speaker, got }) => got === speaker);
    expect(right.length / said.length).toBeGreaterThan(least);
    expect(right.length / given.length).toBeGreaterThan(0.85);
  });

  test('knows nothing, or next to nothing, of what nobody says', () => {
    const unsaid = answered.filter(({ speaker }) => speaker === null);
    const found = unsaid.filter(({ got }) => got !== null);
    expect(found.length / unsaid.length, JSON.stringify(found)).toBeLessThanOrEqual(most);
  });

  test('asked of the other stories, one in fifty is found at most', async () => {
    const ids = [...new Set(all.map(({ story }) => story))];
    const elsewhere = await Promise.all(
      said.flatMap(({ story, words }) =>
        ids.filter((id) => id !== story).map((id) => ask(id, words)),
      ),
    );
    const found = elsewhere.filter((got) => got !== null);
    expect(found.length / elsewhere.length).toBeLessThan(0.02);
  });
});
