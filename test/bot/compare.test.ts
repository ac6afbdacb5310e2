import { describe, expect, test } from 'vitest';
import { parseCommand, type Reply } from '../../src/index.ts';
import { CONSOLE, makeBot, plainStory, readStory } from '../stories.ts';

const seed = readStory('alibaba-ma-trump');
const bridge = plainStory(
  [
    'The old bridge at Marl will be closed to lorries from Monday, the county council has decided.',
    '“The bridge is safe for cars and for buses,” said Vera Lund, the county engineer.',
    '“Nobody who drives a car has to fear the bridge,” said Tom Osk, who keeps the toll house.',
    'Ms Lund said that the repairs would cost two million pounds.',
    'Mr Osk said that his grandfather had planted the chestnut trees.',
    'Petra Lund, a baker, and Ida Brenner, a nurse, were at the meeting. “My bread goes over it each day,” said Petra Lund.',
  ].join('\n\n'),
  'bridge',
);
const river = plainStory(
  [
    'The ferry at Thorpe will stop in the autumn, its owner has said in a letter to the town.',
    'Lorries will have to go round by Marl, whose bridge is closed to lorries from Monday.',
    'The ferry has carried cows, prams and a wedding party since it was built by two brothers.',
  ].join('\n\n'),
  'river',
);

function talk(stories = [bridge]) {
  const { bot } = makeBot(stories);
  return (line: string): Promise<Reply> => bot(parseCommand(line, CONSOLE));
}

/** What a reply shows, a line a block. */
function shown({ blocks }: Reply): readonly string[] {
  return blocks.map((block) =>
    block.kind === 'text' ? block.text : block.kind === 'quote' ? block.citation.words : block.kind,
  );
}

describe('two speakers', () => {
  test('have what is about the same thing side by side, and what only one says', async () => {
    const reply = await talk()('/compare Vera Lund and Tom Osk');
    expect(reply).toMatchObject({ command: 'compare', found: true });
    expect(shown(reply)).toEqual([
      'Vera Lund and Tom Osk: 1 pair of passages about the same thing, most alike first.',
      '“The bridge is safe for cars and for buses,” said Vera Lund, the county engineer.',
      '“Nobody who drives a car has to fear the bridge,” said Tom Osk, who keeps the toll house.',
      'Only Vera Lund:',
      'Ms Lund said that the repairs would cost two million pounds.',
      'Only Tom Osk:',
      'Mr Osk said that his grandfather had planted the chestnut trees.',
    ]);
    expect(reply.rows).toHaveLength(1);
    const [row] = reply.rows ?? [];
    expect(row).toMatchObject({ left: 'Vera Lund', right: 'Tom Osk', paragraph: 2 });
  });

  test('about a topic only what is about that', async () => {
    const reply = await talk()('/compare Vera Lund and Tom Osk about the bridge');
    expect(shown(reply).join()).not.toContain('chestnut');
    expect(reply.rows).toHaveLength(1);
  });

  test('are meant by two names alone, and in free words', async () => {
    const say = talk();
    const whole = shown(await say('/compare Vera Lund and Tom Osk'));
    for (const line of [
      '/compare Vera Lund Tom Osk',
      '/compare Vera Lund, Tom Osk',
      '/compare "Vera Lund" "Tom Osk"',
      'compare Vera Lund with Tom Osk',
    ])
      expect(shown(await say(line)), line).toEqual(whole);
  });

  test('show few at first, and the rest on demand, also after a restart', async () => {
    const first = await talk([seed])('/compare Ma and Trump');
    const [more] = first.actions;
    expect(more?.line).toMatch(/^\/more alibaba-ma-trump /);
    expect(more?.line.length).toBeLessThanOrEqual(100);
    const rest = await talk([seed])(more?.line ?? '');
    const quoted = (reply: Reply) =>
      reply.blocks.flatMap((one) => (one.kind === 'quote' ? one.citation.words : []));
    expect(quoted(rest).length).toBeGreaterThan(0);
    for (const words of quoted(rest)) expect(quoted(first)).not.toContain(words);
    for (const { words } of first.passages) expect(seed.article.text).toContain(words);
  });
});

describe('two stories', () => {
  test('have sentences about the same thing side by side', async () => {
    const reply = await talk([bridge, river])('/compare bridge and river');
    expect(reply.rows?.[0]).toMatchObject({ left: 'bridge', right: 'river' });
    expect(shown(reply)[1]).toContain('closed to lorries');
    expect(shown(reply)[2]).toContain('closed to lorries');
    expect(shown(reply).join()).toContain('Only river');
  });
});

test.each([
  [
    '/compare Vera Lund and Zorro',
    'no-such-person',
    'There is only one story here, and it names nobody like “Zorro”.',
  ],
  [
    '/compare Vera Lund and Vera Lund',
    'no-such-person',
    'That is Vera Lund twice: name two different ones.',
  ],
  [
    '/compare Lund and Osk',
    'ambiguous-person',
    '“Lund” can be Vera Lund or Petra Lund: say which.',
  ],
  ['/compare Tom Osk and Ida Brenner', 'said-nothing', 'The story does not quote “Ida Brenner”.'],
  [
    '/compare Tom Osk and Vera Lund about cheese',
    'said-nothing',
    'The story does not quote “Tom Osk” about that.',
  ],
  [
    '/compare Osk',
    'empty-question',
    'Say which two: /compare PERSON and PERSON, or two stories; add “about …” if you like.',
  ],
])('%s is answered in one line', async (line, reason, text) => {
  const reply = await talk()(line);
  expect(reply).toMatchObject({ command: 'compare', found: false, reason, passages: [] });
  expect(shown(reply)).toEqual([text]);
});

test('of several stories it is said that none is called so', async () => {
  const reply = await talk([bridge, river])('/compare bridge and brigde');
  expect(shown(reply)).toEqual(['No story here names “brigde” or is called that.']);
});

test('a person and a story are not compared', async () => {
  const reply = await talk([bridge, river])('/compare river and Tom Osk');
  expect(shown(reply)).toEqual([
    '“river” is a story, “Tom Osk” is not: name two people, or two stories.',
  ]);
});

test('nothing behind it is told how it is typed', async () => {
  expect(await talk()('/compare')).toMatchObject({ found: false, reason: 'empty-question' });
});
