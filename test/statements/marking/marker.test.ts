import { describe, expect, test, vi } from 'vitest';
import { readArticle } from '../../../src/article/article.ts';
import { readDiscourse } from '../../../src/names/discourse.ts';
import type { Named } from '../../../src/names/named.ts';
import { findAttributions } from '../../../src/statements/attributions.ts';
import type { Stanced } from '../../../src/statements/clauses/stance.ts';
import { findMarked } from '../../../src/statements/marking/found.ts';
import { markerTables, softmax, stepOf } from '../../../src/statements/marking/marker.ts';
import { openMeaning, type StandIn } from '../../../src/statements/marking/meant.ts';
import { signOfSource } from '../../../src/statements/marking/signs.ts';
import { openMeant } from '../../../src/statements/speakers/meant.ts';
import type { Who } from '../../../src/statements/speakers/told.ts';
import { who } from '../../../src/statements/speakers/who.ts';
import { findStatements } from '../../../src/statements/statements.ts';
import { readUnits, type Unit } from '../../../src/statements/tagging/unit.ts';
import { prepare } from '../../../src/story/prepare.ts';
import type { Story } from '../../../src/story/story.ts';
import { countReads, makeMarks, type Pointed, placeOf } from './marks.ts';

vi.setConfig({ testTimeout: 60_000 }); // a busy machine takes its time

const storyOf = (text: string): Story => prepare(readArticle('story', text));
type Cue = NonNullable<Pointed['cues']>[number];

/** What is found in the first unit of a story in which these cues are marked. */
function find(text: string, ...cues: readonly Cue[]) {
  const story = storyOf(`${text}\n\nIt rained.`);
  const marks = makeMarks(story, { cues });
  const [unit] = readUnits(story, marks);
  if (unit === undefined) throw new Error('there is no unit');
  const show = ({ from, to }: { readonly from: number; readonly to: number }): string =>
    text.slice(unit.words[from]?.start, unit.words[to - 1]?.end);
  return findMarked(marks, unit, 0.5).map(({ cue, source, content, right }) => ({
    cue: show(cue),
    source: source === null ? null : show(source),
    content: content.map(show),
    right,
  }));
}

describe('what is marked is decoded to words', () => {
  test.each<readonly [text: string, cue: Cue]>([
    [
      'Ann Ode said the quay was shut.',
      { cue: 'said', source: 'Ann Ode', content: ['the quay was shut'] },
    ],
    [
      '“We go,” said Ann Ode, “and we stay.”',
      { cue: 'said', source: 'Ann Ode', content: ['We go', 'and we stay'] },
    ],
    [
      'According to Skarra’s harbourmaster, it leaks.',
      { cue: 'According to', source: 'Skarra’s harbourmaster', content: ['it leaks'] },
    ],
    ['It leaks, we hear.', { cue: 'hear', source: 'we', content: ['It leaks'] }],
    [
      'Re\u0301ne\u0301e Ode said 🚢 boats lea\u00adk.',
      { cue: 'said', source: 'Re\u0301ne\u0301e Ode', content: ['boats lea\u00adk'] },
    ],
  ])('%s', (text, marked) => {
    const [one, other] = find(text, marked);
    expect(one).toMatchObject(marked);
    expect(one?.right).toBeGreaterThan(0.99);
    expect(other).toBeUndefined();
  });

  test('marks between words of one run belong to it', () => {
    const marked = { cue: 'called', source: 'Ann Ode', content: ['a ruin', 'and', 'a shame'] };
    const [one] = find('Ann Ode called the quay “a ruin” and “a shame”.', marked);
    expect(one?.content).toEqual(['a ruin” and “a shame']);
  });

  test('a cue and words between do not', () => {
    const marked = { cue: '-', content: ['It leaks', 'it is old'] };
    expect(find('It leaks - it is old.', marked)[0]?.content).toEqual(['It leaks', 'it is old']);
    const apart = { cue: 'said', content: ['leaks', 'old'] };
    expect(find('Ode said it leaks, it is old.', apart)[0]?.content).toEqual(['leaks', 'old']);
  });

  test('of two that may be the source it is the one with more words', () => {
    const source = ['The mayor', 'Ann Ode, her deputy'];
    const cue = { cue: 'in the words of', source, content: ['was late'] };
    const [one] = find('The mayor, in the words of Ann Ode, her deputy, was late.', cue);
    expect(one?.source).toBe('Ann Ode, her deputy');
  });

  test('a word of several pieces is whole, wherever in it a cue begins', () => {
    const text = 'Ode harrumphed that it leaks.';
    const [one, other] = find(text, { cue: 'umphed', source: 'Ode', content: ['that it leaks'] });
    expect([one?.cue, other]).toEqual(['harrumphed', undefined]);
  });

  test('a cue that governs nothing, or only marks, is none', () => {
    expect(find('Ann Ode said “…” and left.', { cue: 'said', content: [] })).toEqual([]);
    expect(find('Ann Ode said “…” and left.', { cue: 'said', content: ['“…”'] })).toEqual([]);
  });

  test('where no source is marked there is none', () => {
    const [one] = find('It leaks, it is said.', { cue: 'is said', content: ['It leaks'] });
    expect(one).toMatchObject({ source: null, content: ['It leaks'] });
  });

  test('two cues have each its own', () => {
    const text = 'Ann Ode said it leaks. Ben Lund denied that it is old.';
    const first = { cue: 'said', source: 'Ann Ode', content: ['it leaks'] };
    const second = { cue: 'denied', source: 'Ben Lund', content: ['that it is old'] };
    expect(find(text, first, second)).toMatchObject([first, second]);
  });

  test('nothing marked is nothing found, nor anything in a unit without words', () => {
    expect(find('Ann Ode said it leaks.')).toEqual([]);
    const story = storyOf('Ann Ode said it leaks.');
    const marks = makeMarks(story, {});
    const empty: Unit = { words: [], quotations: [], paragraphs: [], marks };
    expect(findMarked(marks, empty, 0)).toEqual([]);
  });
});

const standInOf = (story: Story, words: string): StandIn => ({
  words: placeOf(story, words),
  sign: signOfSource(words),
  ruled: null,
});

describe('whom words mean', () => {
  const TEXT =
    'Ann Ode met Ben Lund and Cleo Marr at the quay. She said it leaked.\n\nDan Vik said no.';
  const NAMES = ['Ann Ode', 'Ben Lund', 'Cleo Marr', 'Dan Vik'];
  const ask = (words: string, names: readonly string[]) => {
    const story = storyOf(TEXT);
    const marks = makeMarks(story, { meant: [{ words, names }] });
    return openMeaning(marks, story.names).weigh(standInOf(story, words));
  };

  test.each(NAMES)('the likeliest is first: %s', (name) => {
    const [first, ...others] = ask('She', [name]);
    expect(first?.named?.name).toBe(name);
    expect(first?.chance).toBeGreaterThan(0.99);
    for (const { chance } of others) expect(chance).toBeLessThan(0.01);
  });

  test('they come in the order of their chances, and all chances together are 1', () => {
    for (const names of [[], ['Ann Ode'], ['Cleo Marr', 'Ann Ode'], NAMES]) {
      const meant = ask('She', names);
      expect(meant.map(({ named }) => named?.name ?? null).toSorted()).toEqual(
        [...NAMES, null].toSorted(),
      );
      const chances = meant.map(({ chance }) => chance);
      expect(chances).toEqual(chances.toSorted((a, b) => b - a));
      expect(chances.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1);
      expect(meant[0]?.named?.name ?? null).toBe(names[0] ?? null); // nothing points: nobody
    }
  });

  test('words that are in no piece mean nobody at all', () => {
    const story = storyOf(TEXT);
    const gap = TEXT.indexOf('\n\n');
    const { weigh } = openMeaning(makeMarks(story, {}), story.names);
    const words = { start: gap, end: gap + 2 };
    expect(weigh({ words, sign: 'words', ruled: null })).toEqual([]);
  });

  test('in a story that names nobody, they mean nobody', () => {
    const story = storyOf('She said it leaked.');
    const meant = openMeaning(makeMarks(story, {}), []).weigh(standInOf(story, 'She'));
    expect(meant).toEqual([{ named: null, chance: 1 }]);
  });
});

describe('whom a source meant tells of those behind it', () => {
  const TEXT =
    'Ann Ode met Cleo Marr. The older woman said it leaked.\n\nHer friend denied that. It rained, she said.';
  const story = storyOf(TEXT);
  const [ann = null, cleo = null] = story.names;
  const open = () => {
    const meant = [{ words: 'she', names: ['The older woman'] }];
    const { weigh, tell } = openMeaning(makeMarks(story, { meant }), story.names);
    return { tell, ask: () => weigh(standInOf(story, 'she'))[0] };
  };

  test('a name', () => {
    for (const named of [ann, cleo]) {
      const { tell, ask } = open();
      expect(ask()?.named).toBeNull(); // only another source answers
      tell(standInOf(story, 'The older woman'), named);
      expect(ask()?.named).toBe(named);
      expect(ask()?.chance).toBeGreaterThan(0.99);
    }
  });

  test('nobody whom the story names', () => {
    const meant = [{ words: 'she', names: ['The older woman', 'Ann Ode'] }];
    const { weigh, tell } = openMeaning(makeMarks(story, { meant }), story.names);
    expect(weigh(standInOf(story, 'she'))[0]?.named).toBe(ann);
    tell(standInOf(story, 'The older woman'), null);
    expect(weigh(standInOf(story, 'she'))[0]?.named).toBeNull();
  });

  test('not of those before it, nor of itself', () => {
    const { tell, ask } = open();
    tell(standInOf(story, 'she'), ann);
    expect(ask()?.named).toBeNull();
    const before = openMeaning(
      makeMarks(story, { meant: [{ words: 'The older woman', names: ['she'] }] }),
      story.names,
    );
    before.tell(standInOf(story, 'she'), ann);
    expect(before.weigh(standInOf(story, 'The older woman'))[0]?.named).toBeNull();
  });

  test('in whatever order they are told', () => {
    const told = ['The older woman', 'Her friend'].map((words) => standInOf(story, words));
    const chances = [told, told.toReversed()].map((sources) => {
      const { weigh, tell } = openMeaning(makeMarks(story, {}), story.names);
      for (const one of sources) tell(one, one === told[0] ? ann : cleo);
      return weigh(standInOf(story, 'she'));
    });
    expect(chances[0]).toEqual(chances[1]);
  });

  test('a place of a name is not told twice', () => {
    const { weigh, tell } = openMeaning(makeMarks(story, {}), story.names);
    const before = weigh(standInOf(story, 'she'));
    tell({ ...standInOf(story, 'Ann Ode met'), sign: 'name' }, ann);
    expect(weigh(standInOf(story, 'she'))).toEqual(before);
  });
});

describe('what the marker adds to the rules', () => {
  const hear = (text: string, pointed: Pointed | null) => {
    const story = storyOf(text);
    const marks = pointed === null ? null : makeMarks(story, pointed);
    return findStatements(story, story.names, marks).map(({ cue, content, speaker }) => ({
      cue: cue === null ? null : text.slice(cue.start, cue.end),
      content: content.map(({ start, end }) => text.slice(start, end)),
      name: speaker.name,
    }));
  };
  const PIER = 'The pier is a ruin. Ann Ode said.\n\nIt rained all day.';
  const has = { cue: 'said', source: 'Ann Ode', content: ['The pier is a ruin'] };

  test('are statements that they do not find, each once', () => {
    expect(hear(PIER, null)).toEqual([]);
    const found = { cue: 'said', content: ['The pier is a ruin'], name: 'Ann Ode' };
    expect(hear(PIER, { cues: [has] })).toMatchObject([found]);
    const twice = [has, { ...has, cue: 'said.' }, { ...has, cue: 'Ode said' }];
    for (const cues of [twice, twice.toReversed(), [has, { ...has, cue: 'Ann Ode said' }]])
      expect(hear(PIER, { cues })).toHaveLength(1);
  });

  test('are neither wishes and acts nor a word or two', () => {
    const text = 'The pier is a ruin, as Ann Ode has it.\n\nIt rained all day.';
    const act = { cue: 'has it', source: 'Ann Ode', content: ['The pier is a ruin'] };
    expect(hear(text, { cues: [act] })).toEqual([]);
    expect(hear(PIER, { cues: [{ ...has, content: ['a ruin'] }] })).toEqual([]);
    const free =
      'Tenants of the pier are entitled to ask for a cheaper shed.\n\nIt rained all day.';
    const may = { cue: 'ask for', source: 'Tenants of the pier', content: ['a cheaper shed'] };
    expect(hear(free, { cues: [may] })).toEqual([]);
  });

  test('not those that they find as well', () => {
    const text = '“It leaks,” said Ann Ode.\n\nIt rained all day.';
    const rules = hear(text, null);
    expect(rules).toHaveLength(1);
    const cues = [{ cue: 'said', source: 'Ann Ode', content: ['It leaks'] }];
    expect(hear(text, { cues })).toEqual(rules);
  });

  const GUARD =
    'Ann Ode met Ben Lund at the quay.\n\nA guard said that it leaked.\n\nIt rained all day.';

  test('are names of speakers whom they do not tell', () => {
    expect(hear(GUARD, null)).toMatchObject([{ name: null }]);
    const meant = (names: readonly string[]) => ({ meant: [{ words: 'A guard', names }] });
    expect(hear(GUARD, meant(['Ben Lund']))).toMatchObject([{ name: 'Ben Lund' }]);
    expect(hear(GUARD, meant(['Ann Ode']))).toMatchObject([{ name: 'Ann Ode' }]);
    expect(hear(GUARD, meant([]))).toMatchObject([{ name: null }]);
  });

  test('are others than they name, of those who were weighed', () => {
    const story = storyOf(GUARD);
    const marks = makeMarks(story, { meant: [{ words: 'A guard', names: ['Ben Lund'] }] });
    const [ann, ben] = ['Ann Ode', 'Ben Lund'].map((name) =>
      story.names.find((one) => one.name === name),
    ) as [Named, Named];
    const far: Named = { ...ann, name: 'Cleo Marr', mentions: [] };
    const open = openMeant(marks, [ann, ben, far], readDiscourse(story, story.names));
    const [attribution] = findAttributions(story, story.names) as readonly [Stanced];
    const meant = (known: Who) => open(attribution, known).name;
    for (const basis of ['pronoun', 'description', 'carried'] as const) {
      expect(meant(who(ann, 'the rules', basis))).toBe('Ben Lund');
      expect(meant(who(ben, 'the rules', basis))).toBe('Ben Lund');
      expect(meant(who(far, 'the rules', basis))).toBe('Cleo Marr');
    }
    for (const basis of ['label', 'named'] as const)
      expect(meant(who(ann, 'the rules', basis))).toBe('Ann Ode');
    expect(meant({ ...who(ann, 'the rules', 'pronoun'), isSure: true })).toBe('Ann Ode');
  });
});

/** A story of so many paragraphs like these, each with another name. */
function long(paragraphs: number) {
  const nameOf = (n: number): string =>
    `Ann ${'Ode Lund Marr Vik Berg'.split(' ')[n % 5]}${'abcdefghij'[Math.floor(n / 5) % 10]}${'klmnopqrst'[Math.floor(n / 50) % 10]}`;
  const lines = Array.from({ length: paragraphs }, (_, n) => `“We go,” said ${nameOf(n)}.`);
  return storyOf(`${lines.join('\n\n')}\n\nShe said it leaked.`);
}

describe('a long story costs no more, of each part', () => {
  const SIZES = [100, 400]; // paragraphs of 8 pieces: both are longer than a window, and the second names more than are weighed

  test('of the numbers that are read to find what a cue governs', () => {
    const reads = SIZES.map((size) => {
      const story = long(size);
      const last = { cue: 'She said', content: ['it leaked'] };
      const counted = countReads(makeMarks(story, { cues: [last] }));
      const unit = readUnits(story).at(-1) as Unit;
      expect(findMarked(counted.marks, unit, 0.5)).toHaveLength(1);
      return counted.reads();
    });
    expect(reads[0]).toBeGreaterThan(0);
    expect(reads[1]).toBe(reads[0]);
  });

  test('of those that are read for all of it: four times as many for four times the length', () => {
    const [short = 0, other = 0] = [50, 200].map((size) => {
      const story = long(size);
      const marks = makeMarks(story, {});
      const { columns } = markerTables();
      // a cue everywhere
      for (let at = 0; at < marks.pieces.ids.length; at += 4)
        marks.rows[at]?.fill(1_000, columns.cue[0] + 1, columns.cue[0] + 2);
      const counted = countReads(marks);
      for (const unit of readUnits(story)) findMarked(counted.marks, unit, 0);
      return counted.reads();
    });
    expect(other / short).toBeLessThan(4.5);
  });

  test('of the cues of a part that has more than any reporter would write', () => {
    const story = storyOf(`${'Ann says and '.repeat(100)}it leaked.`);
    const marks = makeMarks(story, { cues: [{ cue: 'Ann', content: ['it leaked'] }] });
    const { columns } = markerTables();
    marks.pieces.spans.forEach(({ start }, piece) => {
      if (!story.article.text.startsWith('says', start)) return;
      const row = marks.rows[piece] as Float32Array;
      row
        .fill(20, columns.cue[0] + 1, columns.cue[0] + 2)
        .fill(0, columns.cue[0], columns.cue[0] + 1);
      row.fill(20, columns.contentAsks[0], columns.contentAsks[0] + 1);
    });
    const [unit] = readUnits(story) as readonly [Unit];
    expect(unit.words.length).toBeGreaterThan(300);
    const found = findMarked(marks, unit, 0.5);
    expect(found.length).toBeGreaterThan(10);
    expect(found.length).toBeLessThanOrEqual(unit.words.length / 16);
  });

  test('of the names that are weighed, the nearest, and of the numbers read for it', () => {
    const reads = SIZES.map((size) => {
      const story = long(size);
      const counted = countReads(makeMarks(story, {}));
      const { weigh } = openMeaning(counted.marks, story.names);
      const before = counted.reads();
      const meant = weigh(standInOf(story, 'She'));
      const said = story.names.flatMap(({ mentions }) => mentions).length;
      expect(said).toBeGreaterThanOrEqual(size);
      expect(meant.length).toBeLessThanOrEqual(301);
      return counted.reads() - before;
    });
    expect(reads[0]).toBeGreaterThan(0);
    expect(reads[1]).toBe(reads[0]);
  });
});

test.each([
  [0, 0],
  [1, 0],
  [2, 1],
  [3, 1],
  [4, 2],
  [7, 2],
  [8, 3],
  [1_000_000, 11],
])('a distance of %i is step %i', (distance, step) => expect(stepOf(distance, 12)).toBe(step));

test.each([[[0, 0, 0]], [[1_000, -1_000, 0]], [[-1_000, -1_000]], [[5]]])(
  'shares of %j sum to 1',
  (scores) => {
    const shares = softmax(scores);
    expect(shares.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1);
    expect(shares.indexOf(Math.max(...shares))).toBe(scores.indexOf(Math.max(...scores)));
  },
);
