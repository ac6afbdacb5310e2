import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readArticle } from '../../src/story/article.ts';
import { prepare } from '../../src/story/prepare.ts';
import type { Story } from '../../src/story/story.ts';
import { readStory, root, STORY_IDS } from '../stories.ts';

interface Marked {
  readonly paragraph: number;
  readonly content: readonly string[];
  readonly speaker: string;
  readonly named: boolean;
}

interface Found {
  readonly paragraph: number | null;
  readonly words: readonly string[];
  readonly name: string | null;
}

function statementsOf(story: Story): readonly Found[] {
  return story.statements
    .filter((statement) => statement.speech)
    .map(({ content, speaker }) => {
      const at = content[0]?.start ?? 0;
      const paragraph = story.paragraphs.find((one) => one.start <= at && at < one.end);
      const text = content.map((span) => story.article.text.slice(span.start, span.end)).join(' ');
      return { paragraph: paragraph?.number ?? null, words: wordsOf(text), name: speaker.name };
    });
}

function wordsOf(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .replace(/^that /, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** How many words two lists share, of all that stand in either. */
function likeness(a: readonly string[], b: readonly string[]): number {
  const left = [...b];
  let common = 0;
  for (const word of a) {
    const at = left.indexOf(word);
    if (at < 0) continue;
    left.splice(at, 1);
    common += 1;
  }
  return common / Math.max(1, a.length + b.length - common);
}

/** Pairs marked and found statements of a story, most alike first; a pair shares half its words. */
function pair(marked: readonly Marked[], found: readonly Found[]) {
  const pairs = marked.flatMap((one) =>
    found
      .filter(({ paragraph }) => Math.abs((paragraph ?? -9) - one.paragraph) <= 1)
      .map((other) => ({
        one,
        other,
        alike: likeness(wordsOf(one.content.join(' ')), other.words),
      })),
  );
  const taken = new Set<Marked | Found>();
  return pairs
    .filter(({ alike }) => alike >= 0.5)
    .sort((a, b) => b.alike - a.alike)
    .filter(({ one, other }) => {
      if (taken.has(one) || taken.has(other)) return false;
      taken.add(one).add(other);
      return true;
    });
}

function readMarked(id: string): readonly Marked[] {
  const file = new URL(`test/eval/statements/${id}.jsonl`, root);
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as Marked);
}

function isRight(marked: Marked, name: string | null): boolean {
  if (!marked.named) return name === null || name === marked.speaker;
  return name !== null && (name.endsWith(marked.speaker) || marked.speaker.endsWith(name));
}

describe('on twelve stories whose statements were marked by hand', () => {
  const stories = STORY_IDS.map((id) => {
    const marked = readMarked(id);
    const found = statementsOf(readStory(id));
    return { marked, found, pairs: pair(marked, found) };
  });
  const count = (of: (story: (typeof stories)[number]) => number): number =>
    stories.reduce((sum, story) => sum + of(story), 0);
  const pairs = stories.flatMap((story) => story.pairs);
  const named = pairs.filter(({ other, one }) => other.name !== null || isRight(one, null));

  test('finds nine statements in ten', () => {
    expect(pairs.length / count(({ marked }) => marked.length)).toBeGreaterThan(0.9);
  });

  test('nine in ten of what it finds are statements', () => {
    expect(pairs.length / count(({ found }) => found.length)).toBeGreaterThan(0.9);
  });

  test('a speaker that it names is right nineteen times in twenty', () => {
    const right = named.filter(({ one, other }) => isRight(one, other.name));
    expect(right.length / named.length).toBeGreaterThan(0.95);
  });

  test('names the speaker of nine in ten whom the story names', () => {
    const known = pairs.filter(({ one }) => one.named);
    const right = known.filter(({ one, other }) => isRight(one, other.name));
    expect(right.length / known.length).toBeGreaterThan(0.9);
  });
});

describe('the seed story', () => {
  const story = readStory('alibaba-ma-trump');
  const slice = (span: { start: number; end: number } | null): string | null =>
    span === null ? null : story.article.text.slice(span.start, span.end);
  const said = story.statements.filter((statement) => statement.speech);

  test('has every speaker right', () => {
    expect(
      said.map(({ speaker }) => [speaker.name ?? slice(speaker.words), ...speaker.via]),
    ).toEqual([
      ['Jack Ma'],
      ['state media'],
      ['Jack Ma', 'state media'],
      ['Donald Trump'],
      ['South China Morning Post'],
      ['Donald Trump', 'South China Morning Post'],
      ['Jack Ma'],
      ['Jack Ma'],
      ['Jack Ma'],
      ['South China Morning Post'],
      ['recent eMarketer report', 'South China Morning Post'],
      ['Chinese experts'],
      ['Bai Ming'],
      ['Bai Ming'],
      ['Mei Xinyu'],
      ['Mei Xinyu'],
      ['Mei Xinyu'],
      ['Bai Ming'],
      ['Bai Ming'],
    ]);
  });

  test('keeps a fragment in quotation marks inside its sentence', () => {
    const fragment = said.find(
      ({ kind, speaker }) => kind === 'mixed' && speaker.name === 'Jack Ma',
    );
    expect(fragment?.content.map(slice)).toEqual([
      'the two shared "ideas about how we can improve trade"',
    ]);
  });
});

/** The first statement of a text: its speaker, what was said, through whom. */
function first(text: string) {
  const story = prepare(readArticle('story', `${text}\n`));
  const statement = story.statements.find((one) => one.speech);
  if (statement === undefined) return null;
  const { content, speaker } = statement;
  const words = speaker.words === null ? null : text.slice(speaker.words.start, speaker.words.end);
  return [
    speaker.name ?? words,
    content.map((span) => text.slice(span.start, span.end)).join(' […] '),
  ];
}

test.each([
  ['“It is late,” said Anna Ode. “We know.”', 'Anna Ode', 'It is late, […] We know.'],
  ['‘It is late,’ Anna Ode said on Monday.', 'Anna Ode', 'It is late,'],
  ["''It is late,'' Anna Ode said on Monday.", 'Anna Ode', 'It is late,'],
  ['«It is late,» Anna Ode said on Monday.', 'Anna Ode', 'It is late,'],
  ['“We will walk on to the sea.” — Anna Ode, teacher', 'Anna Ode', 'We will walk on to the sea.'],
  ['The bridge will close, according to two officials.', 'two officials', 'The bridge will close'],
  ['“The hall is closed,” said Anna Ode, who runs it.', 'Anna Ode', 'The hall is closed,'],
  [
    '“The hall is closed for good,” Anna Ode fumed on Monday. “Nobody will open it again.”',
    'Anna Ode',
    'The hall is closed for good, […] Nobody will open it again.',
  ],
  [
    '“The hall is closed,” Ode said late on Monday, “but the garden stays open.”',
    'Ode',
    'The hall is closed, […] but the garden stays open.',
  ],
  [
    'A man waving a flag shouted: “Let us in at once!”',
    'A man waving a flag',
    'Let us in at once!',
  ],
  [
    'The mayor’s report: “The bridge lost two million in its last year.”',
    'The mayor’s report',
    'The bridge lost two million in its last year.',
  ],
  [
    'At the fair, the mayor promised to mend the bridge, local radio here reported.',
    'local radio',
    'the mayor promised to mend the bridge',
  ],
  [
    'From the mayor: The bridge will close for good in May.',
    'the mayor',
    'The bridge will close for good in May.',
  ],
])('%s', (text, speaker, content) => expect(first(text)).toEqual([speaker, content]));

test.each([
  ['The “so-called” bridge was closed in May.'],
  ['Anna Ode wants a new bridge.'],
  ['The mayor declined to say whether the bridge would close.'],
  ['It rained all day in the valley.'],
])('%s says nothing in anyone’s name', (text) => expect(first(text)).toBeNull());

test('reads an interview by its labels, and what is told in an answer as second-hand', () => {
  const text = [
    'Anna Ode has baked bread in Ives for six years, and opens a second shop this spring.',
    'Q: Why bread?',
    'A: Because my mother said, “Bake what you know.”',
    'Q: And cakes?',
    'A: Never cakes.',
  ].join('\n');
  const { statements, article } = prepare(readArticle('story', text));
  const words = statements.map(({ content, nested, speaker }) => [
    article.text.slice(content[0]?.start, content[0]?.end),
    nested,
    speaker.via,
  ]);
  expect(words).toEqual([
    ['Why bread?', false, []],
    ['Because my mother said, “Bake what you know.”', false, []],
    ['Bake what you know.', true, ['A']],
    ['And cakes?', false, []],
    ['Never cakes.', false, []],
  ]);
});

test('does not name a pronoun that nobody in the story fits', () => {
  expect(first('It was cold. “I will go,” she said.')?.[0]).toBe('she');
});

test.each([
  [
    '‘It is late,’ Anna Ode said. A man with a dog shouted: ‘Go home, all of you!’',
    'A man with a dog',
  ],
  ['“It is late,” Anna Ode said. Her deputy, in tears, wrote: “We tried.”', 'Her deputy'],
  ['“It is late,” Anna Ode said. She added: “We tried very hard.”', 'Anna Ode'],
])('what is announced with a colon is of whoever announces it: %s', (text, speaker) => {
  const { article, statements } = prepare(readArticle('story', `${text}\n\nIt rained.`));
  const last = statements.at(-1)?.speaker;
  const shown = last?.name ?? article.text.slice(last?.words?.start, last?.words?.end);
  expect(shown).toBe(speaker);
});
