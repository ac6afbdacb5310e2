import type { Named } from '../story/names.ts';
import type { Sentence, Story } from '../story/story.ts';
import type { Span } from '../text/span.ts';
import { stem } from '../text/stem.ts';
import { isContent } from '../text/terms.ts';
import { type Fact, findFacts } from './facts.ts';

/** A sentence with what answering asks of it, worked out once. */
export interface SentenceView {
  readonly story: StoryView;
  readonly sentence: Sentence;
  /** The tokens that each content stem stands at. */
  readonly positions: ReadonlyMap<string, readonly number[]>;
  readonly facts: readonly Fact[];
  /** Who and what is named here, as places in the story's names. */
  readonly named: ReadonlySet<number>;
  /** Who its pronouns may stand for: the people named last before them. */
  readonly carried: ReadonlySet<number>;
}

/** A story with what answering asks of it. */
export interface StoryView {
  readonly story: Story;
  readonly sentences: readonly SentenceView[];
  /** In how many sentences each content stem stands. */
  readonly vocabulary: ReadonlyMap<string, number>;
  /** Stems that are written as names inside sentences. */
  readonly proper: ReadonlySet<string>;
  /** The stems of each name, aliases included, and of how the story describes it. */
  readonly names: readonly NameStems[];
}

interface NameStems {
  readonly named: Named;
  readonly stems: ReadonlySet<string>;
  readonly role: ReadonlySet<string>;
}

const views = new WeakMap<Story, StoryView>();
const PRONOUNS = new Set(['he', 'she', 'his', 'her', 'him', 'they', 'their', 'them', 'it', 'its']);
const REACH = 3; // sentences back that a pronoun reaches for its name

/** The story as answering sees it; made when it is first asked about. */
export function viewOf(story: Story): StoryView {
  const known = views.get(story);
  if (known !== undefined) return known;
  const made = makeView(story);
  views.set(story, made);
  return made;
}

function makeView(story: Story): StoryView {
  const vocabulary = new Map<string, number>();
  const sentences: SentenceView[] = [];
  const names = story.names.map((named) => readName(story, named));
  const view: StoryView = { story, sentences, vocabulary, proper: findProper(story), names };
  const named = placeNames(story);
  for (const sentence of story.sentences) {
    const positions = readPositions(sentence);
    for (const word of positions.keys()) vocabulary.set(word, (vocabulary.get(word) ?? 0) + 1);
    sentences.push({
      story: view,
      sentence,
      positions,
      facts: findFacts(sentence.tokens),
      named: named[sentence.index] ?? new Set(),
      carried: carry(story, sentence, named),
    });
  }
  return view;
}

function readPositions(sentence: Sentence): ReadonlyMap<string, readonly number[]> {
  const positions = new Map<string, number[]>();
  sentence.tokens.forEach((token, i) => {
    if (!isContent(token)) return;
    const found = positions.get(token.stem);
    if (found === undefined) positions.set(token.stem, [i]);
    else found.push(i);
  });
  return positions;
}

/** What is written as a name inside a sentence, and nowhere in lower case. */
function findProper(story: Story): ReadonlySet<string> {
  const proper = new Set<string>();
  const plain = new Set<string>();
  for (const { tokens } of story.sentences)
    tokens.forEach((token, i) => {
      if (!/^\p{Lu}/u.test(token.text)) plain.add(token.stem);
      else if (i > 0 && token.tag === 'PROPN') proper.add(token.stem);
    });
  return new Set([...proper].filter((stem) => !plain.has(stem)));
}

function readName(story: Story, named: Named): NameStems {
  const { role } = named;
  const words = named.aliases.flatMap((alias) => alias.split(/[\s-]+/u));
  const described = role === null ? '' : story.article.text.slice(role.start, role.end);
  return {
    named,
    stems: new Set([...words, named.name].map(stem)),
    role: new Set(
      described
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word.length > 2)
        .map(stem),
    ),
  };
}

/** Which names each sentence mentions. */
function placeNames(story: Story): readonly ReadonlySet<number>[] {
  const placed = story.sentences.map(() => new Set<number>());
  story.names.forEach((named, i) => {
    for (const mention of named.mentions) placed[sentenceAt(story, mention)]?.add(i);
  });
  return placed;
}

/** The sentence that a span begins in, by halving; -1 for none. */
function sentenceAt(story: Story, span: Span): number {
  let low = 0;
  let high = story.sentences.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const sentence = story.sentences[middle];
    if (sentence === undefined) return -1;
    if (span.start < sentence.start) high = middle - 1;
    else if (span.start >= sentence.end) low = middle + 1;
    else return middle;
  }
  return -1;
}

function carry(
  story: Story,
  sentence: Sentence,
  named: readonly ReadonlySet<number>[],
): ReadonlySet<number> {
  if (!sentence.tokens.some((token) => PRONOUNS.has(token.lower))) return new Set();
  for (let back = 1; back <= REACH; back += 1) {
    const before = [...(named[sentence.index - back] ?? [])];
    const people = before.filter((i) => story.names[i]?.kind !== 'place');
    if (people.length > 0) return new Set(people);
  }
  return new Set();
}
