import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeText, escapeUrl, unescapeText } from '../../adapters/discord/escape.ts';

/** Words and marks that mean something to Discord, in any order. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...['@everyone', '@here', '<@1>', '<@!1>', '<@&1>', '<#1>', '</c:1>', '<:e:1>', '<a:e:1>'],
        ...['<t:0:R>', '<id:customize>', '<https://evil.example>', 'https://evil.example/a_b_c'],
        ...['[x](https://evil.example)', ':smile:', ':+1:', '::skin-tone-2:', 'discord.gg/abc'],
        ...[
          '||',
          '**',
          '__',
          '~~',
          '`',
          '```',
          '*',
          '_',
          '\\',
          '|',
          '#',
          '##',
          '-#',
          '>',
          '>>>',
          '-',
        ],
        ...[
          '1.',
          '2)',
          '+',
          '[',
          ']',
          '(',
          ')',
          '\n',
          '\r\n',
          ' ',
          '\u200b',
          '\u202e',
          '\u2066',
          '\u2069',
        ],
        ...['word', 'Ma', '10:30:15', '“so”', '🙂', '👩‍👩‍👧', 'é', '\u2068', '¯\\_(ツ)_/¯'],
      ),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

/** What Discord would still take for markup; a backslash takes the mark behind it out. */
const ACTIVE: readonly (readonly [string, RegExp])[] = [
  ['emphasis, code, spoiler, quote, mention, link', /[`*_~|<>[\]]/],
  ['a mention of all', /@(?:everyone|here)/],
  ['an address', /:\/\//],
  ['an emoji by name', /:[^\s:]*:/],
  ['a heading', /^\s*#{1,3}\s/m],
  ['small letters', /^\s*-#/m],
  ['a list', /^\s*(?:[-+*]|\d+\.)\s/m],
  ['an invitation', /discord(?:app)?\.(?:gg|com)/i],
];

/** The text with each escaped mark made harmless, as Discord's reader passes over it. */
function withoutEscaped(content: string): string {
  return content.replace(/\\[^0-9A-Za-z\s]/gu, '\u0001');
}

describe('text of stories and people', () => {
  test('comes back letter for letter when the backslashes are taken away', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(unescapeText(escapeText(text))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  test('leaves no markup in effect', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const read = withoutEscaped(escapeText(text));
        for (const [what, pattern] of ACTIVE) expect(read, what).not.toMatch(pattern);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['@everyone <@1> <@&2>', '\\@everyone \\<@1\\> \\<@&2\\>'],
    [
      '||x|| **x** __x__ ~~x~~ _x_',
      '\\|\\|x\\|\\| \\*\\*x\\*\\* \\_\\_x\\_\\_ \\~\\~x\\~\\~ \\_x\\_',
    ],
    ['# x', '\\# x'],
    ['> x', '\\> x'],
    ['-# x', '\\-# x'],
    ['- x', '\\- x'],
    ['1. x', '1\\. x'],
    ['[x](https://evil)', '\\[x\\](https\\://evil)'],
    ['<t:0:R> </c:1> <:e:1>', '\\<t\\:0:R\\> \\</c:1\\> \\<\\:e:1\\>'],
    ['`x` ```x```', '\\`x\\` \\`\\`\\`x\\`\\`\\`'],
    ['a\u202eb', '\u2068a\u202eb\u2069'],
    ['a\u200bb', 'a\u200bb'],
    ['half \ud83d', 'half \ufffd'],
    [
      'He said: “Yes,” at 10:30 (local time), to 3-4 people.',
      'He said: “Yes,” at 10:30 (local time), to 3-4 people.',
    ],
  ])('%j is written %j', (text, content) => expect(escapeText(text)).toBe(content));

  test.each([
    ['https://x.example/a(b)#:~:text=c', 'https://x.example/a%28b%29#:~:text=c'],
    ['https://x.example/>a b', 'https://x.example/%3Ea%20b'],
    ['javascript:alert(1)', null],
    ['https://', null],
    [null, null],
  ])('the address %j is linked as %j', (url, safe) => expect(escapeUrl(url)).toBe(safe));
});
