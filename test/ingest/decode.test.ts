import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/ingest/decode.ts';

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
const WORDS = 'Der Fährmann überquerte die Förde, „ohne Eile“.';

describe('bytes', () => {
  test.each<[string, Buffer, string | null, string]>([
    [
      'UTF-8 that is declared shift_jis',
      Buffer.from(`<meta charset=shift_jis>${WORDS}`),
      null,
      WORDS,
    ],
    ['UTF-8 that the server calls latin1', Buffer.from(WORDS), 'text/html; charset=latin1', WORDS],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${WORDS}`), null, WORDS],
    [
      'windows-1252 that the server names',
      latin('na\xefve \x96 \x93so\x94'),
      'text/html; charset=windows-1252',
      'naïve – “so”',
    ],
    [
      'windows-1252 that nobody names',
      latin('The caf\xe9 \x93Zo\xeb\x94 is closed.'),
      null,
      'The café “Zoë” is closed.',
    ],
    [
      'windows-1252 that is declared UTF-8',
      latin('<meta charset=utf-8>caf\xe9, cr\xe8me, d\xe9j\xe0'),
      null,
      'café, crème, déjà',
    ],
    [
      'an encoding that nobody knows',
      latin('d\xe9j\xe0 vu'),
      'text/html; charset=x-made-up',
      'déjà vu',
    ],
    ['UTF-16 with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(WORDS)]), null, WORDS],
    [
      'UTF-16 without a mark',
      utf16('The ferry was late again, he said.'),
      null,
      'The ferry was late again, he said.',
    ],
    [
      'UTF-16 the other way round',
      Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(WORDS)]).swap16(),
      null,
      WORDS,
    ],
  ])('%s are read', (_, bytes, type, text) => {
    expect(decodeText(bytes, type).text).toContain(text);
  });

  test.each<[string, Buffer, string]>([
    ['one', Buffer.concat([Buffer.from(`<p>${WORDS}</p><!-- `), latin('\xfc -->')]), 'One byte'],
    ['several', Buffer.concat([Buffer.from(WORDS), latin('\xff\xfe\xfd')]), '3 bytes'],
    [
      'one among ASCII that is declared UTF-8',
      latin('<meta charset="utf-8">The end\xe9'),
      'One byte',
    ],
  ])('of which %s means nothing are read with U+FFFD there, and that is said', (_, bytes, note) => {
    const decoded = decodeText(bytes, null);
    expect(decoded.text).toContain('\ufffd');
    expect(decoded.note).toContain(note);
  });

  test('that were guessed at say so, others say nothing', () => {
    expect(decodeText(latin('caf\xe9s and b\xe9b\xe9s'), null).note).toContain('windows-1252');
    expect(decodeText(Buffer.from(`${WORDS} \ufffd`), null).note).toBeNull();
  });

  test.each([
    ['binary', Buffer.from([0x89, 0x50, 0x4e, 0, 1, 2, 0, 0, 3]), 'is binary, not text'],
    [
      'Cyrillic in an old encoding',
      Buffer.from(Array.from({ length: 60 }, (_, i) => 0xe0 + (i % 31))),
      'save it as UTF-8',
    ],
    ['blank', Buffer.from(' \n'), 'is empty'],
  ])('that are %s are refused', (_, bytes, line) => {
    expect(() => decodeText(bytes, null)).toThrow(line);
  });
});
