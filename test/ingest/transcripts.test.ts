import { expect, test } from 'vitest';
import { readArticle } from '../../src/article/article.ts';
import { readCues } from '../../src/ingest/cues.ts';
import { prepare } from '../../src/story/prepare.ts';
import { hearNow } from '../stories.ts';

/** Cues of a second each. */
function cues(...texts: readonly string[]): string {
  const times = (i: number): string =>
    `00:${String(Math.floor(i / 60)).padStart(2, '0')}:${String(i % 60).padStart(2, '0')}.000`;
  return `WEBVTT\n\n${texts.map((text, i) => `${times(i)} --> ${times(i + 1)}\n${text}`).join('\n\n')}\n`;
}

test.each<readonly [string, string, readonly string[]]>([
  [
    'voices',
    cues('<v Ann Ode>Is it safe?', '<v.loud Bo Lund>It is.</v>', '<v Bo Lund>We looked.'),
    ['Ann Ode: Is it safe?', 'Bo Lund: It is. We looked.'],
  ],
  ['two voices in a cue', cues('<v Ann>Is it?\n<v Bo>It is.'), ['Ann: Is it?', 'Bo: It is.']],
  [
    'labels in capitals',
    cues('ANN ODE: Is it safe', 'at night?', 'DR. LUND: It is.'),
    ['Ann Ode: Is it safe at night?', 'Dr. Lund: It is.'],
  ],
  [
    'labels of one word that come again',
    cues('Ann: Is it?', 'Bo: It is.', 'Ann: Good.', 'Bo: Note: it leaks.'),
    ['Ann: Is it?', 'Bo: It is.', 'Ann: Good.', 'Bo: Note: it leaks.'],
  ],
  [
    'what looks like a label and comes once',
    cues('We have one rule.', 'Remember: no running.'),
    ['We have one rule. Remember: no running.'],
  ],
  [
    'marks of another speaker',
    cues('>> Is it safe?', '>> It is.', 'We looked.'),
    ['Is it safe?', 'It is. We looked.'],
  ],
  [
    'a speaker after such a mark',
    cues('>> ANN ODE: Is it?', '>> BO LUND: No.'),
    ['Ann Ode: Is it?', 'Bo Lund: No.'],
  ],
  [
    'names in brackets that come again',
    cues(
      '[ANN ODE] Is it safe?',
      '(Bo Lund) It is.',
      '[ANN ODE] Since when?',
      '(Bo Lund) Since May.',
    ),
    ['Ann Ode: Is it safe?', 'Bo Lund: It is.', 'Ann Ode: Since when?', 'Bo Lund: Since May.'],
  ],
  [
    'names over the words',
    cues('ANN ODE\nIs it safe?', 'BO LUND\nIt is.', 'ANN ODE\nSince when?'),
    ['Ann Ode: Is it safe?', 'Bo Lund: It is.', 'Ann Ode: Since when?'],
  ],
  [
    'a space before the colon',
    cues('Ann Ode : Est-ce sûr ?', 'Bo Lund\u00a0: Oui.'),
    ['Ann Ode: Est-ce sûr ?', 'Bo Lund: Oui.'],
  ],
  [
    'short names, once each, before every cue',
    cues('Ann: Is it safe?', 'Bo: It is.'),
    ['Ann: Is it safe?', 'Bo: It is.'],
  ],
  [
    'sounds in brackets that come again',
    cues('[MUSIC PLAYING] We are here.', '[MUSIC PLAYING] So we are.'),
    ['We are here. So we are.'],
  ],
  ['dashes', cues('- Is it safe?\n- It is.'), ['Is it safe?', 'It is.']],
  [
    'sounds',
    cues('[applause]', '♪ la la ♪', 'We are (LAUGHS) glad.', '(music playing)'),
    ['We are glad.'],
  ],
  [
    'a remark that is said',
    cues('The pool (the old one) is shut.'),
    ['The pool (the old one) is shut.'],
  ],
  [
    'marks of style and entities',
    cues('<c.yellow>Tom &amp; <i>Ann</i></c>', '{\\an8}swam <00:00:01.500>here.'),
    ['Tom & Ann swam here.'],
  ],
  [
    'captions that roll',
    cues('we went to', 'we went to\nthe old pool', 'the old pool\nand swam'),
    ['we went to the old pool and swam'],
  ],
  [
    'captions that roll, with flashes between',
    'WEBVTT\n\n00:00.000 --> 00:02.000\nwe went\n\n00:02.000 --> 00:02.010\nwe went\n\n00:02.010 --> 00:04.000\nwe went\nto the pool\n',
    ['we went to the pool'],
  ],
  ['what is said twice', cues('No.', 'No.'), ['No. No.']],
  [
    'notes and styles',
    `${cues('It is shut.')}\nNOTE not for air\n\nSTYLE\n::cue { color: red }\n`,
    ['It is shut.'],
  ],
])('of %s are paragraphs of who speaks', (_, text, paragraphs) => {
  expect(readCues(text, 'a.vtt').text.split('\n\n')).toEqual(paragraphs);
});

test('parts a long turn at a sentence, and where nobody speaks for a while', () => {
  const sentence = 'The water was cold and nobody minded it at all that day.';
  const { text } = readCues(
    cues(...Array.from({ length: 20 }, () => `<v Ann>${sentence}`)),
    'a.vtt',
  );
  const paragraphs = text.split('\n\n');
  expect(paragraphs.length).toBe(3);
  expect(paragraphs.every((one) => one.startsWith('Ann: The') && one.endsWith('day.'))).toBe(true);
  const late = `${cues('<v Ann>It is shut.')}\n00:30.000 --> 00:31.000\nIt opens in May.\n`;
  expect(readCues(late, 'a.vtt').text.split('\n\n')).toEqual([
    'Ann: It is shut.',
    'Ann: It opens in May.',
  ]);
});

test('takes its headline from the head of the file', () => {
  expect(
    readCues('WEBVTT - Lido reopens\n\n00:00.000 --> 00:01.000\nIt is open.\n', 'a.vtt').known
      ?.headline,
  ).toBe('Lido reopens');
  expect(
    readCues('WEBVTT Kind: captions\n\n00:00.000 --> 00:01.000\nIt is open.\n', 'a.vtt').known
      ?.headline,
  ).toBeNull();
});

test.each([
  [
    'two',
    cues(
      '<v Ann Ode>Is the old lido safe to swim in?',
      '<v Bo Lund>We have tested the water twice.',
      '<v Ann Ode>And the pump?',
      '<v Bo Lund>The pump is new and it is loud.',
    ),
  ],
  [
    'one',
    cues('<v Bo Lund>We have tested the water twice.', '<v Bo Lund>The pump is new.') +
      '\n00:30.000 --> 00:31.000\n<v Bo Lund>It is loud.\n',
  ],
])('of %s give statements of whoever speaks', (_, text) => {
  const incoming = readCues(text, 'a.vtt');
  const story = hearNow(prepare(readArticle('a', incoming.text, incoming.known)));
  const said = story.statements.filter(({ content }) =>
    content.some(({ start, end }) => /tested the water/.test(incoming.text.slice(start, end))),
  );
  expect(said.map(({ speaker }) => speaker.name)).toEqual(['Bo Lund']);
});
