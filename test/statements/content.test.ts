import { describe, expect, test } from 'vitest';
import { storyOf } from '../stories.ts';

/** What is said in a text, in order: by whom, and the words. */
function said(text: string) {
  const { statements, article } = storyOf(text);
  return statements
    .filter(({ speech }) => speech)
    .map(({ speaker, stance, content }) => {
      const words = content.map(({ start, end }) => article.text.slice(start, end)).join(' […] ');
      return [speaker.name, stance, words];
    });
}

describe('where what is said ends', () => {
  test.each([
    // the next thing that the same speaker says is a statement of its own
    [
      'Vera Lund said the mill was sold but refused to say who had bought it.',
      [
        ['Vera Lund', 'says', 'the mill was sold'],
        ['Vera Lund', 'refuses', 'who had bought it'],
      ],
    ],
    [
      'Vera Lund said the mill was sold and added that the wheel would stay.',
      [
        ['Vera Lund', 'says', 'the mill was sold'],
        ['Vera Lund', 'says', 'that the wheel would stay'],
      ],
    ],
    // what a speaker does meanwhile is none of it
    [
      '“The mill is sold,” Vera Lund said, pointing at the wheel. “It turned for the last time today.”',
      [['Vera Lund', 'says', 'The mill is sold, […] It turned for the last time today.']],
    ],
    // a paragraph that is only a quotation is a statement of its own; one left open is not
    [
      '“The mill is sold,” Vera Lund said.\n\n“It turned for the last time today.”',
      [
        ['Vera Lund', 'says', 'The mill is sold,'],
        ['Vera Lund', 'says', 'It turned for the last time today.'],
      ],
    ],
    [
      'Vera Lund said: “The mill is sold.\n\n“It turned for the last time today.”',
      [['Vera Lund', 'says', 'The mill is sold.\n\n“It turned for the last time today.']],
    ],
    // a clause goes on to its verb
    [
      'Some millers complained that the wheel, which turned all night, was too loud.',
      [[null, 'says', 'that the wheel, which turned all night, was too loud']],
    ],
    // whoever is cited says it, known through who cites
    [
      'Lund radio said, citing Vera Lund, that the mill was “sold twice” and stood empty.',
      [
        [null, 'says', 'the mill was “sold twice” and stood empty'],
        ['Vera Lund', 'says', 'the mill was “sold twice” and stood empty'],
      ],
    ],
    [
      'The agency reported, quoting a clerk at the ministry, that no mill was sold.',
      [
        [null, 'says', 'no mill was sold'],
        [null, 'says', 'no mill was sold'],
      ],
    ],
    // figures and reasons that somebody gives
    [
      'The report gave the cause of the fire as a candle.',
      [[null, 'says', 'the cause of the fire as a candle']],
    ],
    // what is wanted to be known is asked
    [
      'Vera Lund wants to know whether the wheel will turn.',
      [['Vera Lund', 'asks', 'whether the wheel will turn']],
    ],
    // of what is shown, only the words are said
    [
      'Vera Lund posted a photo of the wheel with the words “Not for sale”.',
      [['Vera Lund', 'says', 'Not for sale']],
    ],
    [
      'Vera Lund denies ever selling the wheel.',
      [['Vera Lund', 'denies', 'ever selling the wheel']],
    ],
    // words between marks of their own that somebody tells again
    [
      '“I asked the owner, ‘Is the mill for sale?’ and nobody laughed,” Vera Lund said.',
      [
        ['Vera Lund', 'says', 'I asked the owner, ‘Is the mill for sale?’ and nobody laughed,'],
        ['Vera Lund', 'asks', 'Is the mill for sale?'],
      ],
    ],
  ])('%s', (text, expected) => expect(said(text)).toEqual(expected));
});

describe('whom a description means that fits nobody by what is told', () => {
  test.each([
    // whoever spoke last
    ['Vera Lund denied that the mill was sold. “Not a word of it,” the agent said.', 'Vera Lund'],
    // nobody where another is called so
    ['An agent came by. Vera Lund denied that it was sold. “Not a word,” the agent said.', null],
    ['Vera Lund denied that the mill was sold. “Not a word of it,” the crowd said.', null],
    ['Vera Lund denied that the mill was sold. “Not a word of it,” the Scot said.', 'Vera Lund'],
    // whoever is introduced so
    [
      'The farmer Vera Lund left. Tom Reed said no. “Not a word,” said the 61-year-old farmer.',
      'Vera Lund',
    ],
    ['Lund Systems, a vendor in Ives, is shut. “It is late,” the vendor said.', 'Lund Systems'],
    // a rank of its own
    ['The transport minister, Vera Lund, left. “It is late,” the prime minister said.', null],
  ])('%s', (text, expected) => expect(said(text).at(-1)?.[0]).toBe(expected));
});
