import { findWords } from '../story/citation.ts';
import type { Story } from '../story/story.ts';
import { firstWhere, type Span } from '../text/span.ts';
import { contentStems } from '../text/terms.ts';
import type { Token } from '../text/tokens.ts';
import {
  type Noun,
  readClauseWords,
  readNouns,
  readVerbs,
  type Verb,
  type Word,
} from './clause-words.ts';
import { readHeadline } from './headline.ts';
import { findTimeSpans } from './times.ts';

/** The six questions, in the order they are shown. */
export const QUESTIONS = ['who', 'what', 'when', 'where', 'why', 'how'] as const;
export type Question = (typeof QUESTIONS)[number];

/** A sentence that may answer, or the headline. */
export interface Passage extends Span {
  readonly headline: boolean;
  /** Position among the sentences that are the story's, from 0; -1 for the headline. */
  readonly index: number;
  readonly tokens: readonly Token[];
  /** Share of the headline's content words in it. */
  readonly likeHeadline: number;
  /** How likely it is the sentence that says what happened; 0 for the headline. */
  readonly lede: number;
  /** Its time expressions. */
  readonly times: readonly Span[];
  readonly words: readonly Word[];
  readonly nouns: readonly Noun[];
  readonly verbs: readonly Verb[];
}

const FARTHEST = 14; // sentences: in the 50 articles hardly any answer comes later
const LONGEST = 40; // words: the most shown as one passage

/** The headline and the first sentences, without the page's own text in between. */
export function readPassages(story: Story, ledes: readonly number[]): readonly Passage[] {
  const { article } = story;
  const title = article.headline;
  const wanted = new Set(title === null ? [] : contentStems(readHeadline(title)));
  const share = (tokens: readonly Token[]): number =>
    contentStems(tokens).filter((stem) => wanted.has(stem)).length / Math.max(1, wanted.size);
  const sentences = story.sentences
    .filter((one) => !isPageText(article.text.slice(one.start, one.end)))
    .slice(0, FARTHEST)
    .map((sentence, index): Passage => {
      const { start, end, tokens, index: place } = sentence;
      const about = {
        index,
        headline: false,
        likeHeadline: share(tokens),
        lede: ledes[place] ?? 0,
        times: findTimeSpans(article.text, sentence),
      };
      return { start, end, tokens, ...about, ...readClauses(tokens) };
    });
  const headline = headlineOf(story);
  return headline === null ? sentences : [headline, ...sentences];
}

function headlineOf({ article }: Story): Passage | null {
  const words = article.headline === null ? null : findWords(article, article.headline);
  if (words === null) return null;
  const start = article.text.indexOf(words, article.body.start);
  const tokens = readHeadline(words).map((token) => ({
    ...token,
    start: token.start + start,
    end: token.end + start,
  }));
  const span = { start, end: start + words.length };
  const times = findTimeSpans(article.text, span);
  const about = { index: -1, headline: true, likeHeadline: 1, lede: 0, times };
  return { ...span, tokens, ...about, ...readClauses(tokens) };
}

function readClauses(tokens: readonly Token[]): Pick<Passage, 'words' | 'nouns' | 'verbs'> {
  const words = readClauseWords(tokens);
  return { words, nouns: readNouns(words), verbs: readVerbs(words) };
}

/** `Click to share`, `Image copyright …`: the page's own words left in the text. */
function isPageText(words: string): boolean {
  return /click to share|opens in new window|subscri(?:be|bing)|skip ad|ad loading|image copyright|(?:media|image) caption|getty images|splash news|read more|scroll down|play slideshow|\bphoto:|follow us on|daily updates|embed x|slide \d|sign up for/i.test(
    words,
  );
}

/** The passage, or if it is too long to show, the 40 words around the phrase. */
export function cutPassage(text: string, passage: Span, phrase: Span): Span {
  const words = wordsOf.get(passage) ?? readSpans(text, passage);
  wordsOf.set(passage, words);
  if (words.length <= LONGEST) return { start: passage.start, end: passage.end };
  const last = firstWhere(words, (word) => word.start >= phrase.end) - 1;
  const first = firstWhere(words, (word) => word.end > phrase.start);
  const from = last < LONGEST ? 0 : Math.min(first, Math.max(0, last - LONGEST + 1));
  const to = Math.min(words.length, from + LONGEST);
  return { start: words[from]?.start ?? passage.start, end: words[to - 1]?.end ?? passage.end };
}

/** Words that begin a phrase: a text that is too long ends before the last of them. */
const BEGINS =
  /\s(?=(?:about|across|after|against|amid|among|and|around|as|at|because|before|behind|between|but|by|despite|during|for|from|if|in|into|like|near|of|on|or|outside|over|since|so|than|that|through|to|towards?|under|until|when|where|which|while|who|with|within|without)\s)/gi;

const LONGEST_BEGINNING = 10; // of them, with a space on each side

/** As much of a text as ends well within so many words. */
export function endingWell(text: string, most: number): string {
  const short = new RegExp(`^\\s*(?:\\S+\\s+){0,${most - 1}}\\S+`).exec(text)?.[0] ?? text;
  if (short.trimEnd().length === text.trimEnd().length) return text;
  const ends = [...text.slice(0, short.length + LONGEST_BEGINNING).matchAll(BEGINS)];
  const isWithin = ({ index }: { index: number }) =>
    index > short.length / 2 && index <= short.length;
  const end = ends.findLast(isWithin)?.index ?? short.length;
  return short.slice(0, end);
}

const wordsOf = new WeakMap<Span, readonly Span[]>(); // a passage may hold hundreds of phrases

function readSpans(text: string, { start, end }: Span): readonly Span[] {
  return [...text.slice(start, end).matchAll(/\S+/g)].map((found) => ({
    start: start + found.index,
    end: start + found.index + found[0].length,
  }));
}

/** A candidate answer: its words, their passage, and its features. */
export interface Candidate {
  readonly passage: Passage;
  readonly phrase: Span;
  /** What speaks for it, in parts that candidates share; no name is in two of them. */
  readonly features: readonly Features[];
}

/** Values by name; missing ones are 0. */
export type Features = Readonly<Record<string, number>>;

/** The features of any passage: its place, its similarity to the headline, its length. */
export function passageFeatures(passage: Passage): Features {
  const features = featuresOf.get(passage) ?? readFeatures(passage);
  featuresOf.set(passage, features);
  return features;
}

const featuresOf = new WeakMap<Passage, Features>();

function readFeatures(passage: Passage): Features {
  const { index, headline, likeHeadline, tokens, lede } = passage;
  return {
    lede,
    ledeMost: lede > 0.5 ? 1 : 0,
    bullet: tokens[0]?.text === '-' || tokens[0]?.text === '•' ? 1 : 0,
    headline: headline ? 1 : 0,
    first: index === 0 ? 1 : 0,
    second: index === 1 ? 1 : 0,
    third: index === 2 ? 1 : 0,
    early: headline ? 0 : 1 / (1 + index),
    like: headline ? 0 : likeHeadline,
    short: tokens.length < 8 ? 1 : 0,
    long: tokens.length > 45 ? 1 : 0,
    quoted: tokens.some((token) => /^["“”]$/.test(token.text)) ? 1 : 0,
    asks: tokens.at(-1)?.text === '?' ? 1 : 0,
  };
}
