import type { Sentence } from '../article/sentence.ts';
import type { Statement } from '../statements/statement.ts';
import { excerpt, findWords, type Verbatim } from '../story/citation.ts';
import { statementsAt } from '../story/statements-at.ts';
import type { HeardStory, Story } from '../story/story.ts';
import { isOutletWord, sourceKindOf } from '../text/lexicon/source-words.ts';
import { matchesOf } from '../text/matches.ts';
import { among, covers, type Span } from '../text/span.ts';
import { readWords } from '../text/words.ts';
import { ascribedIn } from './ascribed.ts';
import { meantBy } from './named-before.ts';
import { type Found, keyOf, sameSource } from './same-source.ts';
import { SOURCE_KINDS, type SourceKind } from './source-kinds.ts';
import { headOf, openings } from './source-openings.ts';
import { type Listed, listSpeakers } from './speakers.ts';
import { toldOutlets } from './told-outlets.ts';
import { isOccasion, isPromise, namesOccasion } from './well-spoken.ts';

/** Something a story relies on, in its own words, with each place. */
export interface StorySource {
  readonly kind: SourceKind;
  readonly words: Verbatim;
  /** The sentences that rely on it, in order, each once. */
  readonly sentences: readonly Sentence[];
}

/** Outlets, reports, documents, statements, people and unnamed sources that a story relies on. */
export function findSources(story: HeardStory): readonly StorySource[] {
  const found = [
    ...listSpeakers(story).flatMap((one) => fromSpeaker(story, one)),
    ...story.sentences.flatMap((sentence) => fromSentence(story, sentence)),
    ...story.sentences.flatMap((sentence) => fromAscribed(story, sentence)),
  ].sort((a, b) => a.at.start - b.at.start || b.words.length - a.words.length); // `a poll by Orr` before `a poll`
  const gathered = new Map<string, { kind: Found['kind']; words: Verbatim; at: Span[] }>();
  for (const { kind, words, at } of found) {
    const same = sameSource(gathered, { kind, words, at });
    const meant = same !== undefined || kind !== 'unnamed' ? null : meantBy(story, words, at);
    if (meant === 'somebody named') continue;
    const own =
      meant === null ? { kind, words } : { kind: 'organisation' as const, words: meant.name };
    const known = same ?? (meant === null ? undefined : gathered.get(keyOf(own.words)));
    if (known === undefined) gathered.set(keyOf(own.words), { ...own, at: [at] });
    else known.at.push(at);
  }
  return [...gathered.values()]
    .map(({ kind, words, at }) => ({ kind, words, sentences: sentencesAt(story, at) }))
    .filter(({ sentences }) => sentences.length > 0) // a byline is told by no sentence
    .sort((a, b) => SOURCE_KINDS.indexOf(a.kind) - SOURCE_KINDS.indexOf(b.kind));
}

function sentencesAt(story: Story, spans: readonly Span[]): readonly Sentence[] {
  const held = new Set(spans.flatMap((span) => among(story.sentences, span)));
  return [...held].sort((a, b) => a.index - b.index);
}

/** A speaker, at each place, and those through whom it is known. */
function fromSpeaker(story: HeardStory, { name, named, statements }: Listed): readonly Found[] {
  const words = findWords(story.article, name);
  if (!named && NO_NOUN.test(name)) return [];
  const kind = named ? kindOfName(story, name, false) : kindOfWords(name);
  const rested = statements.filter((one) => isRestedOn(story, one, kind));
  return rested.flatMap((statement): readonly Found[] => {
    const at = statement.source ?? statement.cue ?? statement.content[0];
    if (at === undefined) return [];
    const chain = statement.speaker.via.flatMap((one): Found[] => {
      if (namesOccasion(one)) return [];
      const shown = findWords(story.article, one);
      const isName = shown !== null && /^(?:the )?\p{Lu}/u.test(shown);
      const kind = isName ? kindOfName(story, shown, true) : kindOfWords(one);
      return shown === null ? [] : [{ kind, words: shown, at }];
    });
    return words === null ? chain : [{ kind, words, at }, ...chain];
  });
}

/** Words taken for a speaker that are none: `obtained by the Echo`, `She then turned`, `both of whom`. */
const NO_NOUN =
  /^(?:(?:is|are|was|were|has|had|have|she|he|they|it|we|who|which|that|then|both of|obtained by|published by|released by|seen by)\b|(?:her|his|their) (?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)$|more$|another (?:half|third|quarter|fifth|tenth)$)/i;

/** A story does not rely on someone who only asks, nor on an unnamed source who only promises, will say, or is reported by another. */
function isRestedOn(story: HeardStory, statement: Statement, kind: SourceKind): boolean {
  const { stance, nested, cue } = statement;
  if (stance === 'asks') return false;
  if (nested && isToldByAnother(story, statement)) return false;
  if (kind !== 'unnamed') return true;
  if (statement.speaker.words !== null && SHARE.test(wordsAt(story, statement.speaker.words)))
    return false;
  const isAhead = cue !== null && /^will\b/i.test(story.article.text.slice(cue.start, cue.end));
  return !nested && !isAhead && !isPromise(story, statement);
}

/** `“He said he was in Marl,” Ann Ode said`: his words are only in hers, and the story has them from her. */
function isToldByAnother(story: HeardStory, inner: Statement): boolean {
  const [said] = inner.content;
  if (said === undefined) return false;
  return statementsAt(story, said).some(
    (outer) =>
      outer !== inner &&
      outer.speech &&
      !outer.nested &&
      outer.kind === 'direct' &&
      !isOccasion(story.article.text, outer) &&
      outer.content.some((piece) => covers(piece, said)),
  );
}

function wordsAt({ article }: Story, { start, end }: Span): string {
  return article.text.slice(start, end);
}

/** Of whom a story counts how many say so: `Some 46% of people said they had no religion`. */
const SHARE =
  /^(?:(?:some|about|around|nearly|almost|only|just|more than|fewer than|less than) )?(?:\d[\d.,]*(?:%| per ?cent)|(?:one|two|three|\d+) in (?:\p{L}+|\d+)|(?:a |two |three )?(?:half|third|quarter|fifth|tenth)s? of|(?:half )?a dozen|\d[\d,]*)(?=\W|$)/iu;

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

function kindOfName(story: Story, name: string, isChain: boolean): Found['kind'] {
  const named = story.names.find((one) => one.name === name || one.aliases.includes(name));
  if (named?.kind === 'person') return 'person';
  const parts = readWords(name);
  if (parts.some((word) => isOutletWord(word.fold))) return 'outlet';
  const head = sourceKindOf(parts.at(-1)?.fold ?? '');
  if (head !== null) return head;
  return isChain && named === undefined ? 'outlet' : 'organisation';
}

function fromSentence(story: Story, sentence: Sentence): readonly Found[] {
  const { article } = story;
  const text = article.text.slice(sentence.start, sentence.end);
  const named = openings.flatMap(([pattern, kindOf]) =>
    matchesOf(pattern, text).flatMap((match): Found[] => {
      const words = (match[1] ?? '').replace(/[.,'’]+$/, '');
      const kind = kindOf(words);
      if (kind === null) return [];
      const start = sentence.start + match.index + match[0].lastIndexOf(words);
      const at = { start, end: start + words.length };
      return [{ kind, words: excerpt(article, at), at }];
    }),
  );
  const told = toldOutlets(story, sentence).map(
    (at): Found => ({ kind: 'outlet', words: excerpt(article, at), at }),
  );
  return [
    ...named,
    ...told,
    ...citedIn(story, sentence, text),
    ...citedPeople(story, sentence, text),
  ];
}

/** Whose figure it is without a saying word: `Analysts expected …`, `The council put the cost at …`. */
function fromAscribed(story: Story, sentence: Sentence): readonly Found[] {
  return ascribedIn(story, sentence).flatMap(({ speaker }): readonly Found[] => {
    if (speaker.words === null) return [];
    const words = excerpt(story.article, speaker.words);
    const { name } = speaker;
    const kind = name === null ? kindOfWords(words) : kindOfName(story, name, false);
    if (name === null && kind === 'unnamed' && !FORECASTERS.test(words)) return [];
    return [
      {
        kind,
        words: (name === null ? null : findWords(story.article, name)) ?? words,
        at: speaker.words,
      },
    ];
  });
}

const FORECASTERS =
  /\b(?:analysts?|economists?|forecasters?|experts?|brokers?|bookmakers?|pollsters?|police|officials|organi[sz]ers|council|company|ministry|commission|government|insurers?|valuers?|auctioneers?|jewellers?|assessors?|dealers?|surveyors?|gauges?|meters?|sensors?)\b/i;

const SIX_WORDS = 200; // characters

/** `citing recent eMarketer report`, `according to a filing`: up to the word for its kind. */
function citedIn({ article }: Story, sentence: Sentence, text: string): readonly Found[] {
  return [...text.matchAll(/\b(?:citing|[Aa]ccording to|based on|cited) (?=\p{L})/gu)].flatMap(
    (match) => {
      const start = match.index + match[0].length;
      const end = Math.min(text.length, start + SIX_WORDS);
      for (const word of readWords(text, { start, end }).slice(0, 6)) {
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

/** `Reuters reported, citing two aides`: those whom somebody cites, in the story's words. */
function citedPeople({ article }: Story, sentence: Sentence, text: string): readonly Found[] {
  return [...text.matchAll(CITED_PEOPLE)].map(({ 0: all, 1: words = '', index }) => {
    const start = sentence.start + index + all.length - words.length;
    const at = { start, end: start + words.length };
    return { kind: 'unnamed', words: excerpt(article, at), at };
  });
}

const CITED_PEOPLE =
  /\b(?:citing|cites|cited|quotes|quoted) ((?:(?:an?|one|two|three|four|several|some|unnamed|unidentified|the) )?(?:[\p{Ll}-]+ ){0,3}?(?:aides?|officials?|sources?|people|persons?|insiders?|witness(?:es)?|diplomats?|executives?|lawyers?|analysts?|experts?|residents?|employees?)(?: (?:close to|familiar with|briefed on|with knowledge of|involved in|in) [\p{L} ’-]{2,40})?)(?=[,.;]|$| that | who )/gu;

/** The paragraphs where a story relies on a source, each once. */
export function paragraphsOfSource({ sentences }: StorySource): readonly number[] {
  return [...new Set(sentences.flatMap(({ paragraph }) => paragraph.number ?? []))];
}
