import { expect, test } from 'vitest';
import { findSources, paragraphsOfSource } from '../../src/newsroom/sources.ts';
import { hearNow, readStory } from '../stories.ts';

/** What a story rests on, as `kind: words`. */
function read(id: string): readonly string[] {
  return findSources(hearNow(readStory(id))).map(({ kind, words }) => `${kind}: ${words}`);
}

test('tells outlets, reports, people and nameless sources of the seed story apart', () => {
  const found = read('alibaba-ma-trump');
  expect(found).toContain('outlet: state media');
  expect(found).toContain('outlet: South China Morning Post');
  expect(found).toContain('outlet: Global Times');
  expect(found.some((one) => /^report: .*eMarketer/.test(one))).toBe(true);
  expect(found).toContain('person: Jack Ma');
  expect(found).toContain('unnamed: Chinese experts');
});

test('finds filings, reports and statements', () => {
  const found = read('mill-takeover');
  expect(found).toContain('document: a filing with the stock exchange');
  expect(found).toContain('report: its latest annual report');
  expect(found).toContain('statement: a statement');
  expect(found).toContain('unnamed: A person close to the talks');
});

test('every source is in the words and paragraphs of its story', () => {
  const story = hearNow(readStory('embassy-talks'));
  const sources = findSources(story);
  expect(sources.length).toBeGreaterThan(3);
  for (const source of sources) {
    expect(story.article.text).toContain(source.words);
    expect(paragraphsOfSource(source).length).toBeGreaterThan(0);
  }
});

test('a document ends with its noun', () => {
  const documents = read('clinic-trial').filter((one) => one.startsWith('document: '));
  expect(documents).toContain('document: an e-mail');
  expect(documents.filter((one) => / (?:that|the|which)$/.test(one))).toEqual([]);
});

test.each([
  [
    'glass-deal',
    [
      'outlet: Trade Post',
      'outlet: Sunday Ledger',
      'document: a letter seen by the Trade Post',
      'document: a note',
      'organisation: Orrin & Vale',
      'organisation: Nørby Glas',
      'person: Freja Nørgaard',
      'person: Peregrine Vale',
      'person: Des O’Dowd',
      'person: Oluwaseun Adé-Brown',
      'unnamed: a person close to the board',
      'unnamed: Analysts at Brakspear Bank',
      'unnamed: Two people close to the board',
      'unnamed: One of them',
    ],
  ],
  [
    'tram-vote',
    [
      'outlet: Harborne Argus',
      'document: an internal memo',
      'statement: a statement',
      'person: Áine Ní Bhriain',
      'person: Jürgen Möller',
      'person: Rosa Möller',
      'unnamed: a spokesman',
      'unnamed: his secretary',
      'unnamed: one man with a stick',
      'unnamed: His wife',
    ],
  ],
])('%s rests on these, each once', (id, sources) => expect(read(id)).toEqual(sources));
