import type { Story } from '../story/story.ts';
import type { Span } from '../text/span.ts';
import { type Candidate, endingWell, type Passage, passageFeatures } from './five-w-candidates.ts';

type Clue = readonly [string, RegExp];

/** Words that introduce a reason, surest first. */
const REASONS: readonly Clue[] = [
  [
    'because',
    /\b(?:because(?: of)?|due to|thanks to|owing to|on account of|as a result of|caused by)\b/i,
  ],
  [
    'blame',
    /\b(?:blam(?:es?|ed|ing)|accus(?:es?|ed|ing)|faults?|credit(?:s|ed)|cit(?:es|ed|ing))\b/i,
  ],
  ['after', /\b(?:after|following|in the wake of|amid|over)\b/i],
  [
    'purpose',
    /\b(?:in order to|so that|in a bid to|in an effort to|aimed at|to (?=(?:discuss|meet|protest|save|avoid|help|stop|end|ensure|support|make|keep|take|get|prevent|protect|reach|show|mark|celebrate)\b))/i,
  ],
  ['as', /\b(?:as|while|when)\b/i],
  ['for', /\bfor\b/i],
];

/** Why it may have happened: each passage, from the surest word of reason on. */
export function whyCandidates(story: Story, passages: readonly Passage[]): readonly Candidate[] {
  return passages.map((passage) => byClues(story, passage, REASONS));
}

/** Words that introduce a way of doing something. */
const WAYS: readonly Clue[] = [
  ['by', /\bby (?=\w+ing\b)/i],
  [
    'means',
    /\b(?:using|via|through|with|despite|without|in an? (?=(?:letter|statement|call|phone|conference|interview|speech|tweet|post|email|note|report|video)))/i,
  ],
  ['call', /\b(?:announc|declar|describ|call|prais|hail|blam|accus|stag|protest|clear|found)\w*/i],
  ['after', /\b(?:after|when|while|as)\b/i],
];

/**
 * How it may have happened: each passage, from the surest word of a way on. On the 50 articles the
 * kind of word says nothing; the place of the passage does.
 */
export function howCandidates(story: Story, passages: readonly Passage[]): readonly Candidate[] {
  return passages.map((passage) => ({
    ...byClues(story, passage, WAYS),
    features: passageFeatures(passage),
  }));
}

function byClues(story: Story, passage: Passage, clues: readonly Clue[]): Candidate {
  const words = story.article.text.slice(passage.start, passage.end);
  const found = clues.map(([name, pattern]) => ({ name, at: words.search(pattern) }));
  const best = found.find((one) => one.at >= 0);
  const flags = Object.fromEntries(found.map(({ name, at }) => [name, at >= 0 ? 1 : 0]));
  return {
    passage,
    phrase: clauseFrom(words, passage, best?.at ?? 0),
    features: { ...passageFeatures(passage), ...flags, none: best === undefined ? 1 : 0 },
  };
}

const MOST_WORDS = 18;

/** The clause that begins there, at most 18 words. */
function clauseFrom(words: string, passage: Passage, at: number): Span {
  const rest = words.slice(at);
  const clause = /^.{12,}?(?=[,;:]\s|\s[–—-]\s|[.!?]["”’']*$)/s.exec(rest)?.[0] ?? rest;
  const start = passage.start + at;
  const { length } = endingWell(clause, MOST_WORDS);
  return { start, end: start + Math.max(1, Math.min(length, MOST_WORDS * 20)) };
}
