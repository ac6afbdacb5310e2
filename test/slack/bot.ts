import type { Article } from '../../src/article/article.ts';
import {
  type Bot,
  type Citation,
  type Command,
  type Reply,
  speakerLine,
  titleLine,
} from '../../src/index.ts';
import { makeReply, say, storyTitle } from '../../src/reply/reply.ts';
import { excerpt } from '../../src/story/citation.ts';

/** What the story of these tests says, with everything in it that Slack could take for markup. */
export const SENTENCE =
  'The bridge <!channel> costs *4 million* & <@U7> pays, said Ada Ode > `all`.';
export const ANSWER = '*4 million*';
const LONG = 'Words that go on, and on. '.repeat(400).trim();

const article: Article = {
  id: 'bridge',
  text: `${SENTENCE}\n${LONG}`,
  body: { start: 0, end: SENTENCE.length + 1 + LONG.length },
  headline: null,
  publisher: null,
  published: null,
  url: 'https://news.example/bridge?a=1&b=2',
};

/** A passage of the story, with Ada Ode as its speaker. */
function passage(text: string, marked: string | null): Citation {
  const start = article.text.indexOf(text);
  const at = marked === null ? -1 : text.indexOf(marked);
  const name = article.text.indexOf('Ada Ode');
  const words = excerpt(article, { start: name, end: name + 'Ada Ode'.length });
  return {
    story: article.id,
    headline: null,
    begins: excerpt(article, { start: 0, end: 10 }),
    publisher: null,
    url: article.url,
    page: null,
    paragraph: 1,
    paragraphs: 2,
    span: { start, end: start + text.length },
    words: excerpt(article, { start, end: start + text.length }),
    mark: at < 0 ? null : { start: at, end: at + (marked ?? '').length },
    speaker: {
      name: words,
      words,
      role: null,
      kind: 'indirect',
      via: [],
      basis: 'named',
      stance: 'says',
    },
  };
}

/** The line under a passage, as the core words it. */
const cited = passage(SENTENCE, null);
export const SOURCE = `${speakerLine(cited)} · ${titleLine(cited)}`;
/** Of several passages: what stands once above them, and what beneath each. */
export const TITLE = storyTitle(cited);
export const PLACE = `${speakerLine(cited)} · ¶ 1 of 2`;

/** A bot with few answers, that keeps what it was asked. `before` runs before each answer. */
export function createTestBot(before: (command: Command) => Promise<void>): {
  readonly bot: Bot;
  readonly asked: Command[];
} {
  const asked: Command[] = [];
  const bot: Bot = async (command) => {
    asked.push(command);
    await before(command);
    return reply(command);
  };
  return { bot, asked };
}

const PICTURE: Reply['picture'] = {
  alt: 'Who speaks where: Ada Ode in paragraph 1.',
  lines: ['¶        1 2', 'Ada Ode  ● ·'],
  chart: { title: 'bridge', speakers: [], step: 1, paragraphs: 2 },
};

function reply(command: Command): Reply {
  switch (command.kind) {
    case 'ask':
      return answer(command.question);
    case 'speakers':
      return makeReply('speakers', { blocks: [say('1 speaker.')], picture: PICTURE });
    case 'quotes':
      return answer('everything');
    case 'check': {
      const text = 'Altered in wording: Ada Ode said it differently.';
      const verdict = { start: 0, end: 'Altered in wording:'.length };
      return makeReply('check', { blocks: [{ kind: 'text', text, verdict }] });
    }
    case 'help':
      return makeReply('help', { blocks: [say('Ask me:'), { kind: 'examples', lines: EXAMPLES }] });
    case 'empty':
      return makeReply('ask', {
        found: false,
        blocks: [say(`Put words behind ${command.of ?? 'that'}.`)],
      });
    default:
      return makeReply(command.kind, { blocks: [say(`${command.kind}: ${command.input}`)] });
  }
}

export const EXAMPLES = [
  'What does it cost?',
  `/who-said ${'very '.repeat(20)}long`,
  'Who pays?',
  '/speakers',
  '/who-said it costs',
];

function answer(question: string): Reply {
  if (/everything/.test(question)) {
    const passages = Array.from({ length: 30 }, () => passage(SENTENCE, null));
    const rows = Array.from({ length: 90 }, (_, i) => [`row ${i}`, 'x'.repeat(100)]);
    const blocks = passages.map((citation) => ({ kind: 'quote', citation }) as const);
    return makeReply('ask', {
      passages,
      blocks: [...blocks, { kind: 'table', columns: ['a', 'b'], rows }],
    });
  }
  if (/table/.test(question)) {
    const rows = [
      ['Ada Ode', '1'],
      ['<!here>', ''],
    ];
    return makeReply('ask', { blocks: [{ kind: 'table', columns: ['speaker', '¶'], rows }] });
  }
  if (/long/.test(question)) {
    return makeReply('ask', { blocks: [{ kind: 'quote', citation: passage(LONG, null) }] });
  }
  if (!/cost/.test(question)) {
    return makeReply('ask', { found: false, blocks: [say('The story does not say.')] });
  }
  const citation = passage(SENTENCE, ANSWER);
  return makeReply('ask', {
    answer: ANSWER,
    passages: [citation],
    blocks: [
      { kind: 'answer', words: excerpt(article, { start: 28, end: 28 + ANSWER.length }) },
      { kind: 'quote', citation },
    ],
    actions: [
      { kind: 'more', label: 'More passages', line: '/more bridge 0-10' },
      { kind: 'why', label: 'Why this?', line: '/why bridge 0-10' },
      { kind: 'feedback-right', label: 'Right', line: '/feedback right bridge 0-10' },
      { kind: 'feedback-wrong', label: 'Wrong', line: '/feedback wrong-passage bridge 0-10' },
    ],
  });
}
