import { SIZE } from '../../src/reader/vectors.ts';
import type { Story } from '../../src/story/story.ts';
import { varyStories } from './vary.ts';

/** Texts of one paragraph that have hurt, or might: what is repeated until the text is as long as wanted. */
export const HOSTILE: Readonly<Record<string, string>> = {
  spaces: ' ',
  'line ends': '\n',
  'blank lines': 'a\n\n',
  'Ann said that': 'Ann said that ',
  'said, Ann Ode said': 'said, Ann Ode said ',
  'opened quotations': '‘word ',
  'closed quotations': '“We go,” he said. ',
  'unclosed “': '“We go. ',
  said: 'said ',
  semicolons: 'a; ',
  commas: 'a, ',
  'straight marks': '"',
  'straight marks and words': '"a ',
  apostrophes: "'",
  'opening brackets': '(',
  'brackets and words': '(a ',
  'closing brackets': ')',
  'square brackets': '[…] ',
  capitals: 'A',
  'capitals and spaces': 'A ',
  names: 'Ann ',
  'names and commas': 'Ann Ode, ',
  'one name after the other': 'Mr. Lee and ',
  'titles in a row': 'Dr. ',
  digits: '7',
  figures: '7 ',
  'thousands in commas': '7,',
  money: '$5 million ',
  dates: 'May 5, ',
  'one long word': 'a',
  'hyphenated word': 'a-',
  dots: '.',
  'dots and letters': 'A.',
  'question marks': 'Why? ',
  dashes: ' — ',
  'dashes in a row': '-',
  underscores: '_',
  emoji: '🙂',
  'emoji and words': 'a 🙂 ',
  'soft hyphens': '\u00ad',
  'soft hyphens in words': 'a\u00adb ',
  'joined letters': 'a\u200d',
  accents: 'e\u0301',
  'piled accents': '\u0301',
  tabs: '\t',
  pronouns: 'He said he knew. ',
  'interview labels': 'Q: Why?\n\nA: So.\n\n',
  'labelled lines': 'ANN ODE: Yes.\n\n',
  bullets: '• a\n',
  'signed posts': '— Ann Ode (@ann) May 5\n',
  'short sentences': 'Go. ',
  'who is who': 'Ann, who Ann, who ',
  addresses: 'http://a.b/',
  apposition: 'the man, the man, ',
  'of the': 'the head of ',
  and: 'and ',
  that: 'that ',
  to: 'to ',
  'quoted words, each said': '“a” said Ann, “b” said Bo, ',
  'He said she said': 'He said she said ',
  'marks in marks': '“‘',
  initials: 'J. R. ',
  'initials and names': 'J. R. Ode ',
  'capitals in words': 'McDonald O’Neil ',
  'names in one word': 'AnnOde',
  'long figures': '1,234,567.89 ',
  shares: '5 per cent of ',
  years: 'in 2016 ',
  'brackets in brackets': '([',
  Hebrew: 'שלום ',
  Arabic: 'قال ',
  ideographs: '新聞',
  'marks of direction': '\u202ea\u202c ',
  'halves of pairs': '\ud83d',
  'joined emoji': '👩‍👩‍👧 ',
  'numbered list': '1. a\n',
  'list in a list': '  - a\n',
  'table as text': '| a | b |\n',
  'according to': 'according to ',
  'who said that who': 'who said that ',
  'denied that': 'denied that ',
  'said, Ann': ', said Ann Ode',
  ages: 'Ann Ode, 34, ',
  'names and possessives': "Ann's ",
  'ellipses apart': '. . . ',
  'times of day': '4 p.m. ',
  ranges: '$5-$6 ',
  datelines: 'LONDON (Reuters) - ',
  'unclosed paragraphs': '“Go.\n\n',
  'paragraphs of pronouns': 'He said so.\n\n',
};

/** A text of a hostile shape, behind an opening: without a word of news it is no story. */
export function hostileText(unit: string, length: number): string {
  return `Mayor Ann Ode said ${unit.repeat(Math.ceil(length / unit.length))}`.slice(0, length);
}

/** Paragraphs of news, until they have so many words. */
export function longText(words: number): string {
  const paragraphs: string[] = [];
  let left = words;
  for (const { text } of varyStories(Math.ceil(words / 250))) {
    for (const paragraph of text.trim().split(/\n+/)) {
      if (left <= 0) return paragraphs.join('\n\n');
      const own = paragraph.split(/\s+/).slice(0, left);
      paragraphs.push(own.join(' '));
      left -= own.length;
    }
  }
  return paragraphs.join('\n\n');
}

/** A story with vectors that say nothing, so that the encoder is not measured. */
export function withoutEncoder(story: Story): Story {
  return { ...story, vectors: new Int8Array(SIZE * story.sentences.length) };
}
