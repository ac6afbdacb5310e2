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
    [
      'UTF-8 with a zero byte between paragraphs',
      Buffer.from(`${`${WORDS} `.repeat(60)}\0${WORDS}`),
      null,
      `${`${WORDS} `.repeat(60)}${WORDS}`,
    ],
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

  const between = (before: string, bytes: string, after: string): Buffer =>
    Buffer.concat([Buffer.from(before), latin(bytes), Buffer.from(after)]);
  const LONG = 'The ferry was late again on Monday, the harbour master said. '.repeat(10);

  test.each<[string, Buffer, string | null, string, string | null]>([
    [
      'UTF-8 with one £, declared, and two words of another charset',
      between('<meta charset=utf-8>It costs £4 at the ', 'caf\xe9 and the cr\xe8merie', '.'),
      null,
      'It costs £4 at the café and the crèmerie.',
      'windows-1252',
    ],
    [
      'the same, named by the server',
      between('A £ sign, ', 'na\xefve \x93words\x94 \x96 so', '.'),
      'text/html; charset=UTF-8',
      'A £ sign, naïve “words” – so.',
      'windows-1252',
    ],
    [
      'the same, by its mark only',
      between('\ufeffIt is late. ', 'It\x92s a caf\xe9', '.'),
      null,
      'It is late. It’s a café.',
      'windows-1252',
    ],
    [
      'many such words in UTF-8 with one letter beyond ASCII',
      between('Zoë said: ', 'd\xe9j\xe0 \x93vu\x94, '.repeat(40), 'she said'),
      null,
      'Zoë said: déjà “vu”, déjà',
      'windows-1252',
    ],
    [
      'UTF-8 with one £, declared, and two broken bytes',
      between(`<meta charset=utf-8>${LONG}It costs £4. `, '\xff \xfe', ' So it is.'),
      null,
      'It costs £4. \ufffd \ufffd So it is.',
      '2 bytes',
    ],
    [
      'UTF-8 with a character cut in two',
      between(`${LONG}“So late,” she said`, '\xe2\x80', ''),
      null,
      '“So late,” she said\ufffd',
      'One byte',
    ],
    [
      'Polish in UTF-8 with a broken byte',
      between('Łódź: żółw, źdźbło, ćma ', '\xff', ' koniec'),
      'text/html; charset=utf-8',
      'Łódź: żółw, źdźbło, ćma \ufffd koniec',
      'One byte',
    ],
    [
      'UTF-8 declared latin1, with a broken byte',
      between(`<meta charset=iso-8859-1>${WORDS} `, '\xff', ''),
      null,
      `${WORDS} \ufffd`,
      'One byte',
    ],
    [
      'windows-1252 that has a sequence of UTF-8 by chance',
      latin('<meta charset=windows-1252>\x84Viel Spa\xdf\x93, sagte sie.'),
      null,
      '„Viel Spaß“, sagte sie.',
      null,
    ],
    [
      'the same undeclared',
      latin('\x84Viel Spa\xdf\x93, sagte er im Caf\xe9.'),
      null,
      '„Viel Spaß“, sagte er im Café.',
      'windows-1252',
    ],
    [
      'Shift_JIS with a broken byte, declared',
      latin('<meta charset=shift_jis>\x83t\x83F\x83\x8a\x81[ \xff \x82\xcd'),
      null,
      'フェリー \ufffd は',
      'SHIFT_JIS',
    ],
    [
      'Greek in windows-1253 with a byte it does not have',
      latin('\xea\xe1\xe9 \xd2\xe1 \xfc\xf7\xe9'),
      'text/plain; charset=windows-1253',
      'και \ufffdα όχι',
      'WINDOWS-1253',
    ],
  ])('%s keep their charset', (_, bytes, type, text, note) => {
    const decoded = decodeText(bytes, type);
    expect(decoded.text).toContain(text);
    if (note === null) expect(decoded.note).toBeNull();
    else expect(decoded.note).toContain(note);
  });

  test.each<[string, Buffer, string, string]>([
    [
      'English of an old Mac',
      latin('\xd2We can\xd5t,\xd3 said Ann \xd0 at the caf\x8e.'),
      '“We can’t,” said Ann – at the café.',
      'Mac Roman',
    ],
    [
      'German of an old Mac',
      latin('F\x9fr die F\x8ahre ist es zu sp\x8at, sagte J\x9arg Gro\xa7.'),
      'Für die Fähre ist es zu spät, sagte Jörg Groß.',
      'Mac Roman',
    ],
    [
      'French of Windows',
      latin(
        '\xabL\x92\xe9t\xe9 o\xf9 l\x92on va\xbb, dit-il jeudi au journal du port de Halden \x96 \xe0 No\xebl.',
      ),
      '«L’été où l’on va», dit-il jeudi au journal du port de Halden – à Noël.',
      'windows-1252',
    ],
    [
      'names of Windows',
      latin('\xc9mile \xd6sterberg and \xc5sa \xd8stby paid \x8090 for it.'),
      'Émile Österberg and Åsa Østby paid €90 for it.',
      'windows-1252',
    ],
  ])('of %s are told by the words they make', (_, bytes, text, note) => {
    const decoded = decodeText(bytes, null);
    expect(decoded.text).toBe(text);
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
    [
      'UTF-32',
      Buffer.from([
        0xff,
        0xfe,
        0,
        0,
        ...[...'It rained.'].flatMap((one) => [one.charCodeAt(0), 0, 0, 0]),
      ]),
      'save it as UTF-8',
    ],
    ['blank', Buffer.from(' \n'), 'is empty'],
  ])('that are %s are refused', (_, bytes, line) => {
    expect(() => decodeText(bytes, null)).toThrow(line);
  });
});
