import { readArticle } from '../article/article.ts';
import type { Question } from '../newsroom/five-w-candidates.ts';
import { tokenF1 } from '../newsroom/five-w-model.ts';
import { prepare } from '../story/prepare.ts';
import type { Story } from '../story/story.ts';

/** An article of the Giveme5W1H gold set, as its lines are. */
export interface FiveWArticle {
  readonly id: string;
  readonly event: string;
  readonly title: string;
  readonly lead: string;
  readonly paragraphs: readonly string[];
  readonly gold: Readonly<Record<Question, FiveWGold>>;
}

/** What three coders marked as answers to one question. */
interface FiveWGold {
  readonly none_coders: number;
  readonly phrases: readonly { readonly text: string; readonly coders: number }[];
}

/** The articles of a JSONL file. */
export function readArticles(lines: string): readonly FiveWArticle[] {
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as FiveWArticle);
}

/** An article as a story: its title as the headline, the lead, the paragraphs. */
export function prepareArticle({ title, lead, paragraphs }: FiveWArticle): Story {
  const body = paragraphs.filter((one, i) => i > 0 || one.trim() !== lead.trim());
  const lines = [`# ${oneLine(title)}`, lead, ...body].map(oneLine).filter((line) => line !== '');
  return prepare(readArticle('article', lines.join('\n\n')));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The phrases that most coders marked, else those that one did; `[null]` where most left it open. */
export function goldOf({ none_coders, phrases }: FiveWGold): readonly (string | null)[] {
  if (none_coders >= 2) return [null];
  const two = phrases.filter((one) => one.coders >= 2);
  return (two.length > 0 ? two : phrases.filter((one) => one.coders >= 1)).map((one) => one.text);
}

/** Whether the coders answered at all. */
export function answers(gold: readonly (string | null)[]): boolean {
  return gold[0] !== null;
}

/** 1 where a passage has all words of a gold phrase in order, else 0. */
export function holds(gold: readonly (string | null)[], passage: string): number {
  return gold.some((one) => one !== null && within(words(one), words(passage))) ? 1 : 0;
}

/** Whether words are a marked phrase, hold it, or lie in it; articles, marks and small words at its start aside. */
export function tells(gold: readonly (string | null)[], shown: string): boolean {
  const own = plain(shown);
  return gold.some((one) => one !== null && (own.includes(plain(one)) || plain(one).includes(own)));
}

/** A text as it is compared with what is marked: without an article or preposition at its start, nor marks. */
export function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/['’]s$/, '')
    .replace(/[“”"’'*_]/g, '')
    .replace(/^(?:the|an?|about|around|in|on|at|by|since|until|from|during) /, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The best token F1 of words with a marked phrase. */
export function likeness(gold: readonly (string | null)[], shown: string): number {
  const own = words(shown);
  return Math.max(0, ...gold.map((one) => (one === null ? 0 : tokenF1(own, words(one)))));
}

/** 1 where a phrase of at most 20 words is a gold phrase, or holds it, or has token F1 of 0.5; else 0. */
export function hits(gold: readonly (string | null)[], phrase: string): number {
  const own = words(phrase);
  if (own.length > 20) return 0;
  return gold.some((one) => {
    if (one === null) return false;
    const other = words(one);
    return within(own, other) || within(other, own) || tokenF1(own, other) >= 0.5;
  })
    ? 1
    : 0;
}

function words(text: string): readonly string[] {
  return text
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[^\p{L}\p{N}\s]/gu, ' ')
    .replace(/\b(?:a|an|the)\b/g, ' ')
    .split(/\s+/)
    .filter(Boolean);
}

function within(small: readonly string[], big: readonly string[]): boolean {
  return small.length > 0 && ` ${big.join(' ')} `.includes(` ${small.join(' ')} `);
}
