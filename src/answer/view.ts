import { withParts } from '../story/lazy.ts';
import type { Named } from '../story/names.ts';
import type { Sentence, Story } from '../story/story.ts';
import type { Span } from '../text/span.ts';
import { stem } from '../text/stem.ts';
import { readStanding } from '../text/terms.ts';
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
const NOBODY: ReadonlySet<number> = new Set();
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
  const { counts, proper } = story.vocabulary;
  const names = story.names.map((named) => readName({ named, text: story.article.text }));
  const sentences: SentenceView[] = [];
  const view: StoryView = { story, sentences, vocabulary: counts, proper, names };
  const placed = placeNames(story);
  for (const sentence of story.sentences) {
    const named = placed.get(sentence.index) ?? NOBODY;
    sentences.push(viewSentence({ story: view, sentence, named }));
  }
  return view;
}

/** Many sentences of a story are never looked at: each part is worked out when it is asked for. */
const viewSentence = withParts<
  Pick<SentenceView, 'story' | 'sentence' | 'named'>,
  Pick<SentenceView, 'positions' | 'facts' | 'carried'>
>({
  positions: ({ sentence }) => readPositions(sentence),
  facts: ({ sentence }) => findFacts(sentence.tokens),
  carried: ({ story, sentence }) => carry(story, sentence),
});

function readPositions(sentence: Sentence): ReadonlyMap<string, readonly number[]> {
  const positions = new Map<string, number[]>();
  for (const { stem, at } of readStanding(sentence.tokens)) {
    const found = positions.get(stem);
    if (found === undefined) positions.set(stem, [at]);
    else found.push(at);
  }
  return positions;
}

const readName = withParts<
  Pick<NameStems, 'named'> & { readonly text: string },
  Pick<NameStems, 'stems' | 'role'>
>({
  stems: ({ named }) => stemsOfName(named),
  role: ({ named, text }) => stemsOfRole(text, named),
});

function stemsOfName({ aliases, name }: Named): ReadonlySet<string> {
  const words = aliases.flatMap((alias) => alias.split(/[\s-]+/u));
  return new Set([...words, name].map(stem));
}

function stemsOfRole(text: string, { role }: Named): ReadonlySet<string> {
  const described = role === null ? '' : text.slice(role.start, role.end);
  const words = described.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2);
  return new Set(words.map(stem));
}

/** Which names each sentence mentions. */
function placeNames(story: Story): ReadonlyMap<number, ReadonlySet<number>> {
  const placed = new Map<number, Set<number>>();
  story.names.forEach((named, i) => {
    for (const mention of named.mentions) {
      const at = sentenceAt(story, mention);
      placed.set(at, (placed.get(at) ?? new Set()).add(i));
    }
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

function carry({ story, sentences }: StoryView, sentence: Sentence): ReadonlySet<number> {
  if (!sentence.tokens.some((token) => PRONOUNS.has(token.lower))) return NOBODY;
  for (let back = 1; back <= REACH; back += 1) {
    const before = [...(sentences[sentence.index - back]?.named ?? NOBODY)];
    const people = before.filter((i) => story.names[i]?.kind !== 'place');
    if (people.length > 0) return new Set(people);
  }
  return NOBODY;
}
