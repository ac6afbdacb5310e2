import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ArticleError, readArticle } from '../src/article/article.ts';
import { type Place, parseCommand, type Reply } from '../src/index.ts';
import { prepare } from '../src/story/prepare.ts';
import type { Story } from '../src/story/story.ts';
import { CONSOLE, makeBot, readStory, STORY_IDS } from './stories.ts';

/** Pieces that stories are made awkward with: odd spaces, marks of every kind, broken speech. */
const PIECES = [
  'The mayor, Ann Ode, said the bridge “will open on May 3”.',
  "'It's late,' Cllr Ode said. 'We'll go.'",
  '"We had a great meeting...And (he\'s) a great man," Lee told\u00a0the Echo.',
  '« Non », a dit Mme Roux.',
  "''It wasn't dead.'' — Marcus Teo, chief",
  'Q: Why now?\nA: Because it rained.',
  'Ode: We are done here.',
  '(Reopens FGN 9)',
  'More From This Section',
  '👩‍👩‍👧 families came 🎉!',
  'مرحبا بالعالم. قال الوزير "لا".',
  '日本語の文です。彼は「はい」と言った。',
  'A line with \u202eright-to-left\u202c and \u200bzero\u200bwidth marks.',
  '   ',
  '\u0007\u001b[31mred\u001b[0m',
  'x'.repeat(300),
  'She said: "An unclosed quotation that runs on.',
  '"And on, in the next paragraph," she added.',
  'About 1,200 people (12.5 per cent) paid £3.50 in 2019, according to a report.',
  '@everyone <!channel> <@U1> **bold** _it_ `code` [a](https://b.example)',
  'Mr. J. R. Ward Jr. of No. 10 met U.S. Sen. Poe at 9 a.m. in St. Ives, Inc. said.',
  '\ud83d lone surrogate',
];

const QUESTIONS = [
  'who said the bridge will open',
  '/who-said "We had a great meeting"',
  '/quotes Ode',
  '/quotes Ode about the bridge',
  'what did Lee say about a man?',
  'Who is Ann Ode?',
  'How many people paid?',
  'When does the bridge open?',
  'why?',
  'and when?',
  '/why',
  '/story',
  '/speakers',
  '/stories',
  '/help',
  '/about',
  '/use all',
  '/use 1',
  '/more',
  '/nonsense',
  'more',
  '🙂',
  '???',
  '/quotes',
  'مرحبا؟',
  "did Ode say 'it is late'?",
  '/who-said \u0000\u001b[2J',
];

const EOL = fc.constantFrom('\n', '\n\n', '\r\n', '\r\n\r\n', '\n\n\n', ' ');

const texts = fc
  .tuple(
    fc.constantFrom(
      '',
      '\ufeff',
      '---\nheadline: "A day"\nurl: https://a.example/x\n---\n',
      'A headline\n\n',
    ),
    fc.array(fc.tuple(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme' })), EOL), {
      minLength: 1,
      maxLength: 12,
    }),
  )
  .map(([head, parts]) => head + parts.flat().join(''));

const lines = fc.array(fc.oneof(fc.constantFrom(...QUESTIONS), fc.string({ unit: 'binary' })), {
  minLength: 1,
  maxLength: 6,
});

function read(text: string): Story | null {
  try {
    return prepare(readArticle('story', text));
  } catch (error) {
    if (error instanceof ArticleError) return null;
    throw error;
  }
}

async function ask(story: Story, typed: readonly string[]): Promise<readonly Reply[]> {
  const { bot, errors } = makeBot([story]);
  const replies: Reply[] = [];
  for (const line of typed) replies.push(await bot(parseCommand(line, CONSOLE)));
  expect(errors).toEqual([]);
  return replies;
}

/** Every string that claims to be the story's, and where it should stand. */
function expectVerbatim({ article, paragraphs }: Story, replies: readonly Reply[]): void {
  for (const { words, span, speaker, mark, paragraph, paragraphs: all } of replies.flatMap(
    (reply) => reply.passages,
  )) {
    expect(article.text.slice(span.start, span.end)).toBe(words);
    expect(words.length).toBeGreaterThan(0);
    const place = paragraphs.find((one) => one.number === paragraph);
    expect(place && place.start <= span.start).toBe(true);
    expect(paragraph).toBeLessThanOrEqual(all);
    if (mark !== null) expect(mark.end).toBeLessThanOrEqual(words.length);
    const claimed = [speaker?.name, speaker?.words, speaker?.role, ...(speaker?.via ?? [])];
    for (const own of claimed) if (own != null) expect(article.text).toContain(own);
  }
  for (const { command, answer, found } of replies) {
    if (answer !== null) expect(article.text).toContain(answer);
    if (!found) expect(answer).toBeNull();
    expect(command === null || command.length > 0).toBe(true);
  }
}

test('over any story and any command every passage is its slice, and nothing throws', async () => {
  await fc.assert(
    fc.asyncProperty(texts, lines, async (text, typed) => {
      const story = read(text);
      if (story === null) return;
      const replies = await ask(story, typed);
      expect(replies).toHaveLength(typed.length);
      expectVerbatim(story, replies);
    }),
    { numRuns: 150 },
  );
});

test('the same input gives the same bytes twice', async () => {
  await fc.assert(
    fc.asyncProperty(texts, lines, async (text, typed) => {
      const [one, two] = [read(text), read(text)];
      if (one === null || two === null) return;
      expect(JSON.stringify(await ask(one, typed))).toBe(JSON.stringify(await ask(two, typed)));
    }),
    { numRuns: 40 },
  );
});

test('any bytes typed at all are a command', () => {
  const place: Place = { channel: 'c', conversation: 'c', admin: false };
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string()), (input) => {
      expect(parseCommand(input, place).input).toBe(input);
    }),
  );
});

test.each(STORY_IDS)('every word quoted from %s stands in its article', async (id) => {
  const story = readStory(id);
  const asked = [
    ...QUESTIONS,
    ...story.names.flatMap(({ name }) => [`Who is ${name}?`, `/quotes ${name}`]),
  ];
  expectVerbatim(story, await ask(story, asked));
});
