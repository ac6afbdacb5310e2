import { describe, expect, test } from 'vitest';
import { parseCommand } from '../../src/commands/parse.ts';
import { isChatter, type Known } from '../../src/talk/chatter.ts';
import type { TalkKind } from '../../src/talk/talk-kind.ts';
import { unwrap } from '../../src/talk/wrapping.ts';
import { stem } from '../../src/text/stem.ts';
import { CONSOLE, makeBot, readGold, readStory } from '../stories.ts';

function parse(typed: string) {
  const { place: _place, input: _input, ...ask } = parseCommand(typed, CONSOLE);
  return ask;
}

const TALK: Readonly<Record<TalkKind, readonly string[]>> = {
  greeting: [
    'hiya bot',
    'Guten Morgen',
    'whats up',
    'hellooo',
    'bye for today',
    'merry christmas!',
  ],
  thanks: [
    'thx a bunch',
    'merci bcp',
    'well done bot',
    'brilliant, just what I needed',
    'u r the best',
  ],
  write: [
    'summarise the article for me please',
    'TL;DR',
    'summary?',
    'explain it like i am five',
    "explain like I'm five",
    'translate to Spanish',
    'come up with a catchy title',
    'make this shorter',
    'can you write a poem about it?',
    'hi, gimme the short version',
    '/ask summarize this',
  ],
  judge: [
    'is that for real?',
    'can I trust this',
    'your thoughts?',
    'do you agree with him',
    'is it biased?',
  ],
  self: [
    'how old are you',
    'do you ever sleep?',
    'why are you so slow',
    'what languages do you speak',
    'where do you get your information?',
  ],
  other: [
    'k',
    'nope',
    'lol',
    '+100',
    '1234',
    '<@U02ABC123>',
    '<@U02ABC123> can you check this?',
    '@here deploy is done',
    'qwertyuiop',
    'zzzzzz',
    'afk 10 min',
    'tell me something funny',
    'what time is it?',
    'stop it',
    'wrong answer',
    'you did not answer',
    "I'm starving",
    '/ask never mind',
  ],
};

describe.each(Object.entries(TALK))('%s', (talk, lines) => {
  test.each(lines)('%j', (line) => expect(parse(line)).toEqual({ kind: 'talk', talk }));
});

test.each([
  ['who made you', 'about'],
  ['are you chatgpt?', 'about'],
  ["what's your name", 'about'],
  ['help me', 'help'],
  ['what can I ask you', 'help'],
  ['what else can you do?', 'help'],
  ['the story', 'story'],
  ["what's this about?", 'story'],
  ['any more details', 'more'],
  ['anything else?', 'more'],
  ['is that all', 'more'],
])('%j is for /%s', (line, kind) => expect(parse(line)).toMatchObject({ kind }));

test.each([
  ['hi, who won?', 'who won?'],
  ['Good morning everyone! When does it start', 'When does it start'],
  ['thanks, and how much is it?', 'and how much is it?'],
  ['can you tell me who the mayor is', 'who the mayor is'],
  ['please could someone explain why they closed it', 'why they closed it'],
  ["I'd really like to know whether it's open", "whether it's open"],
  ['lol what happened to the goat', 'what happened to the goat'],
  ["that's sad. who found her?", 'who found her?'],
  ['what the hell happened', 'what happened'],
  ['<@U123> who won', 'who won'],
  ['who won, thanks!', 'who won'],
  ['does anyone know where it is please?', 'where it is?'],
  ['🙏 where is it', 'where is it'],
  // what belongs to the question stays
  ['who said please?', 'who said please?'],
  ['how many died, and who were they?', 'how many died, and who were they?'],
  ['and the union, what did they want?', 'and the union, what did they want?'],
  ['what did he say about the thanks', 'what did he say about the thanks'],
  ['hi', 'hi'],
])('%j asks %j', (line, question) => expect(unwrap(line)).toBe(question));

test.each([
  'is it true that the mayor resigned?',
  'who is to blame for the flood',
  'does anyone support it',
  'do you have to pay',
  'what did the bot do',
  'why not?',
  'is the plan legal',
  'summary judgment granted?',
  'what do residents think of it',
  'what is it about?',
  'is that all they asked for?',
  'where do the police get their information',
])('%j is asked of the story', (line) => expect(parse(line)).toMatchObject({ kind: 'ask' }));

const STORY = new Set('mayor bridge vote closure engineer jobs'.split(' ').map(stem));
const look = (word: string): Known => (STORY.has(stem(word)) ? 'word' : null);

test.each([
  ['brb dentist', true],
  ['standup moved to noon', true],
  ['who wants coffee?', true],
  ['does someone have a charger', true],
  ['back at 3pm folks', true],
  ['thnaks a lto', true],
  ['bridge vote', false],
  ['number of goats', false],
  ['who wants the bridge?', false],
  ['goats?', false],
  ['how old is she', false],
  ['did anybody object', false],
  ['I forgot who resigned', false],
])('%j is chatter beside a story of a bridge: %s', async (line, isTalk) => {
  expect(await isChatter(line, async (word) => look(word))).toBe(isTalk);
});

describe('the reply', () => {
  const { bot } = makeBot([readStory('alibaba-ma-trump')]);
  const say = (line: string) => bot(parseCommand(line, CONSOLE));

  test('shows no passage, and tells that nothing was asked', async () => {
    for (const line of Object.values(TALK).flat()) {
      const { found, answer, reason, passages } = await say(line);
      expect([line, found, answer, reason, passages]).toEqual([
        line,
        false,
        null,
        'not-a-question',
        [],
      ]);
    }
  });

  test.each([
    ['summarize this', '/story'],
    ['is it true?', '/check'],
    ['do you dream?', '/about'],
    ['wow', '/help'],
    ['hello', 'Who is'],
  ])('to %j names %s', async (line, way) => {
    expect(JSON.stringify((await say(line)).blocks)).toContain(way);
  });

  test('leaves the conversation as it was', async () => {
    await say('Where did Ma meet Trump?');
    await say('thanks!');
    expect((await say('and when?')).answer).toMatch(/^yesterday/);
  });

  test('is by the words of the story, and not behind /ask', async () => {
    expect((await say('zebras in Siberia')).reason).toBe('not-a-question');
    expect((await say('/ask zebras in Siberia')).reason).toBe('not-in-story');
  });
});

// Lines by one writer who did not see the code; these halves were looked at while building.
describe('lines as people type them', () => {
  test('talk is hardly ever asked of the story', async () => {
    const { bot } = makeBot([readStory('council-bins')]);
    const lines = readGold<{ readonly input: string }>('talk', 'chat');
    const replies = await Promise.all(lines.map(({ input }) => bot(parseCommand(input, CONSOLE))));
    expect(replies.filter(({ reason }) => reason === 'not-a-question').length).toBeGreaterThan(84);
    expect(
      replies.filter(({ command, reason }) => command === 'ask' && reason !== 'empty-question'),
    ).toHaveLength(0);
    expect(replies.filter(({ passages }) => passages.length > 0)).toHaveLength(0);
  });

  test('no question is taken for talk', async () => {
    const asks = readGold<{ readonly story: string; readonly input: string }>('talk', 'asks');
    const stories = [...new Set(asks.map(({ story }) => story))];
    const bots = new Map(stories.map((id) => [id, makeBot([readStory(id)]).bot]));
    const replies = await Promise.all(
      asks.map(({ story, input }) => bots.get(story)?.(parseCommand(input, CONSOLE))),
    );
    expect(replies.filter((reply) => reply?.reason === 'not-a-question')).toEqual([]);
  });
});

test('a row of links that end in no link is read at once', () => {
  expect(parse(`www.<\t${'www.hhttps://h\t'.repeat(40)}:`).kind).toBe('ask');
});
