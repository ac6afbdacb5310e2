import type { Sentence } from '../article/sentence.ts';
import { excerpt, findWords, type Verbatim } from '../story/citation.ts';
import type { Story } from '../story/story.ts';
import { isOutletWord, sourceKindOf } from '../text/lexicon/source-words.ts';
import { among, type Span } from '../text/span.ts';
import { readWords } from '../text/words.ts';
import { type Listed, listSpeakers } from './speakers.ts';

/** What kind of thing a story rests on, in the order they are shown. */
export const SOURCE_KINDS = [
  'outlet',
  'report',
  'document',
  'statement',
  'organisation',
  'person',
  'unnamed',
] as const;

/** Something that a story rests on, in its own words, with each place where it does. */
export interface StorySource {
  readonly kind: (typeof SOURCE_KINDS)[number];
  readonly words: Verbatim;
  /** Where the story rests on it, in order: the sentence, once each. */
  readonly sentences: readonly Sentence[];
}

interface Found {
  readonly kind: StorySource['kind'];
  readonly words: Verbatim;
  readonly at: Span;
}

/** Outlets, reports, documents, statements, people and unnamed sources that a story rests on. */
export function findSources(story: Story): readonly StorySource[] {
  const found = [
    ...listSpeakers(story).flatMap((one) => fromSpeaker(story, one)),
    ...story.sentences.flatMap((sentence) => fromSentence(story, sentence)),
  ].sort((a, b) => a.at.start - b.at.start);
  const gathered = new Map<string, { kind: Found['kind']; words: Verbatim; at: Span[] }>();
  for (const { kind, words, at } of found) {
    const key = keyOf(words);
    const same =
      gathered.get(key) ??
      holderOf(gathered, key, kind) ??
      sameThing([...gathered], words, kind, at);
    if (same === undefined) gathered.set(key, { kind, words, at: [at] });
    else same.at.push(at);
  }
  return [...gathered.values()]
    .map(({ kind, words, at }) => ({ kind, words, sentences: sentencesAt(story, at) }))
    .sort((a, b) => SOURCE_KINDS.indexOf(a.kind) - SOURCE_KINDS.indexOf(b.kind));
}

function keyOf(words: string): string {
  const folded = readWords(words).map((word) => word.fold);
  return folded.filter((word) => !/^(?:the|a|an)$/.test(word)).join(' ');
}

/** `the Post` is `South China Morning Post` where one outlet's name ends so. */
function holderOf<T extends { readonly kind: Found['kind'] }>(
  gathered: ReadonlyMap<string, T>,
  key: string,
  kind: Found['kind'],
): T | undefined {
  if (kind !== 'outlet') return undefined;
  for (const [other, one] of gathered) {
    if (one.kind === 'outlet' && (other.endsWith(` ${key}`) || key.endsWith(` ${other}`)))
      return one;
  }
  return undefined;
}

/** `The memo` is the `internal memo` of before; `a letter` where `a letter seen by the Post` stands. */
function sameThing<T extends { readonly kind: Found['kind']; readonly at: readonly Span[] }>(
  gathered: readonly (readonly [string, T])[],
  words: string,
  kind: Found['kind'],
  at: Span,
): T | undefined {
  if (!/^(?:report|document|statement)$/.test(kind)) return undefined;
  const isBack = /^the [\p{L}-]+$/iu.test(words);
  const found = gathered.findLast(
    ([key, one]) =>
      one.kind === kind &&
      headOf(key) === headOf(words) &&
      (isBack || one.at.some((span) => span.start === at.start)),
  );
  return found?.[1];
}

function sentencesAt(story: Story, spans: readonly Span[]): readonly Sentence[] {
  const held = new Set(spans.flatMap((span) => among(story.sentences, span)));
  return [...held].sort((a, b) => a.index - b.index);
}

/** One who speaks, at each place, and those through whom it is known. */
function fromSpeaker(story: Story, { name, named, statements }: Listed): readonly Found[] {
  const words = findWords(story.article, name);
  const kind = named ? kindOfName(story, name, false) : kindOfWords(name);
  return statements.flatMap((statement): readonly Found[] => {
    const at = statement.source ?? statement.cue ?? statement.content[0];
    if (at === undefined) return [];
    const chain = statement.speaker.via.flatMap((one): Found[] => {
      const shown = findWords(story.article, one);
      const isName = shown !== null && /^(?:the )?\p{Lu}/u.test(shown);
      const kind = isName ? kindOfName(story, shown, true) : kindOfWords(one);
      return shown === null ? [] : [{ kind, words: shown, at }];
    });
    return words === null ? chain : [{ kind, words, at }, ...chain];
  });
}

/** A source without a name: `its latest annual report`, `state media`, `a person close to the talks`. */
function kindOfWords(words: string): Found['kind'] {
  const head = headOf(words);
  if (
    /\b(?:media|newspapers?|broadcasters?|television|tv|radio|press|news agency|website)\b/i.test(
      words,
    )
  )
    return 'outlet';
  return sourceKindOf(head) ?? 'unnamed';
}

/** The word a noun phrase is about: the last before `of`, `by`, `in`, `published`, a comma. */
function headOf(words: string): string {
  const [core = words] = words.split(
    /[,(]|\s(?:of|by|in|from|with|on|at|for|to|about|published|seen|dated|released|issued|obtained|that|which|who)\s/i,
  );
  return readWords(core).at(-1)?.fold ?? '';
}

function kindOfName(story: Story, name: string, isChain: boolean): Found['kind'] {
  const named = story.names.find((one) => one.name === name || one.aliases.includes(name));
  if (named?.kind === 'person') return 'person';
  const parts = readWords(name);
  if (parts.some((word) => isOutletWord(word.fold))) return 'outlet';
  const head = sourceKindOf(parts.at(-1)?.fold ?? '');
  if (head !== null) return head;
  return isChain && named === undefined ? 'outlet' : 'organisation';
}

// no name has longer words, or more of them: a line of capitals would be read again from each of them
const WORD = "\\p{Lu}[\\p{L}\\p{N}.&’'-]{0,40}";
const NAME = `(?<![\\p{L}\\p{N}])${WORD}(?: (?:(?:of|and|for|the|&) )?${WORD}){0,9}`;

// a word in small letters that belongs to a noun: not the `that` of `in an e-mail that the price …`
const PLAIN = '(?!(?:that|which|who|of|by|in|from|with|on|at|for|to|about|and|but)\\b)[\\p{Ll}-]+';

/** Where a story says on what it rests, beside who said what. */
const openings: readonly (readonly [RegExp, (words: string) => Found['kind'] | null])[] = [
  // `told the Westhaven Echo`, `told state-run Global Times`
  [
    new RegExp(
      `\\b(?:told|tells|telling) (?:the |state-run |state-owned |[\\p{Ll}-]+ (?:newspaper|magazine|broadcaster) )?(${NAME})`,
      'gu',
    ),
    outletOnly,
  ],
  // `interview with the Courier`, `reported by Reuters`, `published in the journal Marine Letters`
  [
    new RegExp(
      `\\b(?:interview(?:s)? (?:with|on|to)|reported (?:by|in)|(?:published|printed|appeared) (?:\\w+ ){0,3}(?:in|by) (?:the )?(?:journal )?|quoted by|cited by|seen by|obtained by|broadcast (?:by|on)) ?(?:the )?(${NAME})`,
      'gu',
    ),
    outletOnly,
  ],
  // `I read in The Sunday Post that`, `the Courier's review gave it five stars`
  [new RegExp(`\\b(?:in|on|by) (?:the )?(${NAME})`, 'gu'), outletOnly],
  [
    new RegExp(
      `(${NAME})['’]s? (?:review|report|interview|profile|investigation|editorial|front page|coverage)\\b`,
      'gu',
    ),
    outletOnly,
  ],
  // `A forensic accountant's report put the loss at …`, `Transport Ministry data show`
  [
    new RegExp(
      `((?:(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ne|[Aa]nother|[Oo]fficial|[Nn]ew|[Pp]olice|[Gg]overnment|${NAME}) )(?:[\\p{Ll}][\\p{L}’'-]* ){0,3}(?:reports?|study|studies|surveys?|polls?|analysis|audit|data|figures|statistics|estimates?|census|index|records)) (?:put|puts|found|finds|shows?|showed|shown|suggests?|suggested|concluded|estimated|warned|reveals?|revealed|recorded|indicates?|indicated)\\b`,
      'gu',
    ),
    (words) => sourceKindOf(headOf(words)),
  ],
  // `the Leemington Courier reported`, `Reuters said`
  [new RegExp(`(${NAME}) (?:reported|reports)\\b`, 'gu'), outletOnly],
  // `in a statement`, `in an email`, `in a filing to the court`
  [
    new RegExp(`\\bin ((?:a|an|his|her|its|their|the|one) (?:${PLAIN} ){0,2}${PLAIN})`, 'gu'),
    (words) =>
      /^(?:statement|letter|memo|note|interview|email|e-mail|tweet|post|filing|speech|testimony|release|report|study|paper|survey|message|briefing|conference)$/.test(
        headOf(words),
      )
        ? sourceKindOf(headOf(words))
        : null,
  ],
];

function outletOnly(words: string): Found['kind'] | null {
  return readWords(words).some((word) => isOutletWord(word.fold)) ? 'outlet' : null;
}

function fromSentence(story: Story, sentence: Sentence): readonly Found[] {
  const { article } = story;
  const text = article.text.slice(sentence.start, sentence.end);
  const named = openings.flatMap(([pattern, kindOf]) =>
    [...text.matchAll(pattern)].flatMap((match): Found[] => {
      const words = (match[1] ?? '').replace(/[.,'’]+$/, '');
      const kind = kindOf(words);
      if (kind === null) return [];
      const start = sentence.start + match.index + match[0].lastIndexOf(words);
      const at = { start, end: start + words.length };
      return [{ kind, words: excerpt(article, at), at }];
    }),
  );
  return [...named, ...citedIn(story, sentence, text)];
}

/** `citing recent eMarketer report`, `according to a filing`: up to the word for what it is. */
function citedIn({ article }: Story, sentence: Sentence, text: string): readonly Found[] {
  return [...text.matchAll(/\b(?:citing|according to|based on|cited) (?=\p{L})/gu)].flatMap(
    (match) => {
      const start = match.index + match[0].length;
      for (const word of readWords(text, { start, end: text.length }).slice(0, 6)) {
        const kind = sourceKindOf(word.fold);
        if (/[,;.:]/.test(text.slice(start, word.end))) return [];
        if (kind === null) continue;
        const at = { start: sentence.start + start, end: sentence.start + word.end };
        return [{ kind, words: excerpt(article, at), at }];
      }
      return [];
    },
  );
}

/** The paragraphs where a story rests on a source, each once. */
export function paragraphsOfSource({ sentences }: StorySource): readonly number[] {
  return [...new Set(sentences.flatMap(({ paragraph }) => paragraph.number ?? []))];
}
