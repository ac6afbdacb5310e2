import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unescapeText } from '../../adapters/discord/escape.ts';
import { render } from '../../adapters/discord/render.ts';
import { type Block, makeReply, NO_NAME, say } from '../../src/reply/reply.ts';
import { citation, PLAIN, replyOf, verbatim } from './core.ts';

const LIMIT = 2000;

function contents(...blocks: readonly Block[]): readonly string[] {
  return render({ ...replyOf(blocks), grade: 'sure' }, PLAIN).contents;
}

/** What a reader sees of the story in quotations: marks and sources taken away. */
function quotedWords(messages: readonly string[]): string {
  const lines = messages
    .flatMap((content) => content.split('\n'))
    .filter((line) => line.startsWith('> '));
  return unescapeText(lines.map((line) => line.slice(2).replace(/(?<!\\)\*\*/g, '')).join('\n'));
}

describe('a passage', () => {
  const speaker = {
    name: verbatim('Jack Ma'),
    words: verbatim('Ma'),
    role: verbatim("Alibaba's founder"),
    kind: 'mixed',
    via: [],
    basis: 'named',
    stance: 'says',
  } as const;

  test('stands in content: the answer first and large, the words, and in small letters who and where', () => {
    const words = 'Ma said the two shared "ideas".';
    const cited = citation(words, {
      mark: { start: 23, end: 30 },
      speaker,
      headline: 'Ma meets Trump',
    });
    expect(
      contents({ kind: 'answer', words: verbatim('Jack Ma') }, { kind: 'quote', citation: cited }),
    ).toEqual([
      [
        '## Jack Ma',
        '> Ma said the two shared **"ideas"**.',
        "-# Jack Ma, Alibaba's founder · partly direct · ¶ 3 of 9 · Ma meets Trump",
      ].join('\n'),
    ]);
  });

  test('is linked in <…>, so that no preview grows', () => {
    const [content = ''] = contents({
      kind: 'quote',
      citation: citation('It rains.', { url: 'https://x.example/a(1)' }),
    });
    expect(content).toMatch(
      / · \[in the story\]\(<https:\/\/x\.example\/a%281%29#:~:text=It%20rains\.>\)$/,
    );
  });

  test('without a name says so, always in the same words', () => {
    const unnamed = { ...speaker, name: null, words: verbatim('he') };
    const [content = ''] = contents({
      kind: 'quote',
      citation: citation('He left.', { speaker: unnamed }),
    });
    expect(content).toContain(NO_NAME);
  });

  test.each([
    '@everyone <@1> <@&2> ||x|| **x** # x > x -# x - x [x](https://evil) <t:0:R> </c:1> <:e:1> `x` ```x```',
    '# x\n> x\n-# x\n- x\n1. x\n\n>>> x',
    'a\u202eb\u202c c\u200bd\u200f e\u2066f',
    '¯\\_(ツ)_/¯',
  ])('shows story text literally: %j', (words) => {
    const shown = contents({ kind: 'quote', citation: citation(words) });
    expect(quotedWords(shown)).toBe(words);
  });

  test('of any words is shown word for word, within the limit, each part with its source', () => {
    const anyWords = fc
      .array(fc.oneof(fc.lorem({ maxCount: 40 }), fc.string({ unit: 'grapheme', maxLength: 60 })), {
        maxLength: 60,
      })
      .map((parts) => parts.join(' ').trim())
      .filter((words) => /\S/.test(words) && !words.includes('\r'));
    const spaced = (text: string): string => text.replace(/\s+/g, '');
    fc.assert(
      fc.property(anyWords, fc.nat(), fc.nat(), (words, a, b) => {
        const letters = [...words];
        const [start = 0, end = 0] = [a, b]
          .map((n) => letters.slice(0, n % letters.length).join('').length)
          .sort((x, y) => x - y);
        const shown = contents({
          kind: 'quote',
          citation: citation(words, { mark: { start, end } }),
        });
        expect(spaced(quotedWords(shown)).replaceAll('*', '')).toBe(
          spaced(words).replaceAll('*', ''),
        );
        for (const content of shown) {
          expect(content.length).toBeLessThanOrEqual(LIMIT);
          expect(content).toMatch(/\n-# ¶ 3 of 9 · The ferry/);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('within the limits', () => {
  test('25 sources', () => {
    const words = `${'The ferry was late again on Monday. '.repeat(10)}`.trim();
    const shown = contents(
      ...Array.from(
        { length: 25 },
        (_, n): Block => ({ kind: 'quote', citation: citation(words, { paragraph: n + 1 }) }),
      ),
    );
    expect(shown.every(({ length }) => length <= LIMIT)).toBe(true);
    expect(shown.join('\n').match(/^-# ¶ \d+ of 9$/gm)).toHaveLength(25);
  });

  test('a quotation of 10,000 characters', () => {
    const words = 'Every word of it counts. '.repeat(400).trim();
    const shown = contents({ kind: 'quote', citation: citation(words) });
    expect(quotedWords(shown).replaceAll('\n', ' ')).toBe(words);
    expect(
      shown.every(
        (content) => content.length <= LIMIT && /\n-# .*ferry .* · part \d of \d$/.test(content),
      ),
    ).toBe(true);
  });

  test('a word of 5,000 characters, also as the answer', () => {
    const word = 'x'.repeat(5000);
    const shown = contents(
      { kind: 'answer', words: verbatim(word) },
      { kind: 'quote', citation: citation(word, { mark: { start: 0, end: 5000 } }) },
    );
    expect(
      shown.every(
        (content) => content.length <= LIMIT && content.includes('\n-# ¶ 3 of 9 · The ferry'),
      ),
    ).toBe(true);
    expect(
      shown
        .join('')
        .match(/x{100,}/g)
        ?.join(''),
    ).toBe(word + word);
  });

  test('300 emoji, none of them cut', () => {
    const family = '👩‍👩‍👧';
    const shown = contents({ kind: 'quote', citation: citation(family.repeat(300)) });
    expect(quotedWords(shown).replaceAll('\n', '')).toBe(family.repeat(300));
    for (const content of shown)
      expect(content.split('\n')[0]).toMatch(new RegExp(`^> (?:${family})+$`));
  });

  test('a headline, a role and an address that are too long for a source line are left out of it', () => {
    const long = 'y'.repeat(3000);
    const cited = citation('It rains.', { headline: long, url: `https://x.example/${long}` });
    expect(contents({ kind: 'quote', citation: cited })).toEqual([
      '> It rains.\n-# ¶ 3 of 9 · The ferry \\[…\\]',
    ]);
  });

  test('a listing of 200 rows, no row parted that fits', () => {
    const rows = Array.from({ length: 200 }, (_, n) => [
      `Speaker ${n}`,
      'described at some length',
      `${n} direct`,
    ]);
    const shown = contents({ kind: 'table', columns: ['speaker', 'role', 'direct'], rows });
    expect(shown.every(({ length }) => length <= LIMIT)).toBe(true);
    expect(shown[0]).toMatch(/^- \*\*Speaker 0\*\* · described at some length · 0 direct\n/);
    expect(
      shown.join('\n').match(/^- \*\*Speaker \d+\*\* · described at some length · \d+ direct$/gm),
    ).toHaveLength(200);
  });

  test('a comparison, an example, a picture', () => {
    const parts = [
      { kind: 'same', story: verbatim('We won'), quote: 'We won' },
      { kind: 'changed', story: verbatim('3'), quote: '4' },
      { kind: 'added', story: '', quote: '*all*' },
      { kind: 'left-out', story: verbatim('word '.repeat(900)), quote: '' },
    ] as const;
    const shown = contents(
      { kind: 'difference', parts },
      { kind: 'examples', lines: ['/who-said # x'] },
    );
    expect(shown[0]).toBe('Story: We won **3**');
    expect(shown[1]).toMatch(/^\*\*word .*word\*\*$/);
    expect(shown.join('\n')).toContain('Quoted: We won **4** **\\*all\\***');
    expect(shown.at(-1)).toMatch(/^- \/who-said # x$/m);
    expect(shown.every(({ length }) => length <= LIMIT)).toBe(true);
    const picture = {
      alt: 'Ma speaks in ¶ 1.',
      lines: ['Ma  #..', '    1 3'],
      chart: null,
    } as never;
    const drawn = render(makeReply('speakers', { picture }), PLAIN);
    expect(drawn.chart).toBe('```\nMa  #..\n    1 3\n```');
  });

  test('an answer and the passage behind it are kept together', () => {
    const filler = say('z '.repeat(910).trim());
    const quote: Block = {
      kind: 'quote',
      citation: citation('It rains all day. '.repeat(8).trim()),
    };
    const shown = contents(filler, { kind: 'answer', words: verbatim('all day') }, quote);
    expect(shown[1]).toMatch(/^## all day\n> It rains/);
  });

  test('a reply without blocks says something all the same', () => {
    expect(contents()).toEqual([expect.stringMatching(/\w/)]);
  });
});
