import type { Named } from '../names/named.ts';
import type { Story } from '../story/story.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import { type Candidate, endingWell, type Passage, passageFeatures } from './five-w-candidates.ts';

/** Who a story may be about: of each passage the first main name, in its fullest form there, and its subject. */
export function whoCandidates(story: Story, passages: readonly Passage[]): readonly Candidate[] {
  const main = mainNames(story, passages[0]);
  return passages.flatMap((passage) => {
    const inside = main
      .map(({ named, weight }) => ({ weight, ...mentionIn(story, named, passage) }))
      .filter((one) => one.at !== null);
    const full = inside.filter((one) => one.full);
    const order = passage.headline ? byPlace : byWeight;
    const best = inside.toSorted(order)[0];
    const subject = subjectOf(passage);
    const features = {
      ...passageFeatures(passage),
      names: sum(inside.map((one) => one.weight)),
      fullNames: sum(full.map((one) => one.weight)),
      leads: best?.at != null && best.at.start - passage.start < 25 ? 1 : 0,
      nobody: inside.length === 0 ? 1 : 0,
    };
    const words = story.article.text.slice(subject.start, subject.end);
    const asSubject = {
      passage,
      phrase: subject,
      features: {
        ...features,
        subject: 1,
        subjectLong: words.split(' ').length > 8 ? 1 : 0,
        subjectNames: best?.at != null && best.at.start < subject.end ? 1 : 0,
        subjectLow: /^(?:an?|the|\d|[A-Z]?[a-z]+ (?:people|men|women))\b/i.test(words) ? 1 : 0,
        subjectPronoun:
          /^(?:he|she|it|they|we|i|you|that|this|there|what|if|when|as|in|on|at|for|with)\b/i.test(
            words,
          )
            ? 1
            : 0,
        subjectHeadline: passage.headline ? 1 : 0,
        subjectFirst: passage.index === 0 ? 1 : 0,
      },
    };
    return best?.at == null ? [asSubject] : [{ passage, phrase: best.at, features }, asSubject];
  });
}

interface Mentioned {
  readonly weight: number;
  readonly at: Span | null;
}

/** In a headline the subject is mostly the first name; in a sentence, the main one. */
function byPlace(a: Mentioned, b: Mentioned): number {
  return (a.at?.start ?? 0) - (b.at?.start ?? 0);
}

function byWeight(a: Mentioned, b: Mentioned): number {
  return b.weight - a.weight || byPlace(a, b);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

interface MainName {
  readonly named: Named;
  /** Its share of the mentions of the three main names; those in the headline count double. */
  readonly weight: number;
}

/** The three names with the most mentions, the headline included. */
function mainNames(story: Story, headline: Passage | undefined): readonly MainName[] {
  const title =
    headline === undefined ? '' : story.article.text.slice(headline.start, headline.end);
  const scored = story.names
    .filter((named) => named.kind !== 'place')
    .map((named) => {
      const titled = named.aliases.some((alias) => hasWords(title, alias));
      return { named, score: named.mentions.length + (titled ? 8 : 0) };
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(0, 3);
  const all = sum(scored.map((one) => one.score));
  return scored.map(({ named, score }) => ({ named, weight: score / Math.max(1, all) }));
}

function hasWords(text: string, words: string): boolean {
  return indexOfWords(text, words) >= 0;
}

function indexOfWords(text: string, words: string): number {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const letter = /[\p{L}\p{N}]/u;
    if (!letter.test(text.charAt(at - 1)) && !letter.test(text.charAt(at + words.length)))
      return at;
  }
  return -1;
}

/** The place where a passage names someone, in the fullest form it has. */
function mentionIn(
  story: Story,
  named: Named,
  passage: Passage,
): { readonly at: Span | null; readonly full: boolean } {
  const words = story.article.text.slice(passage.start, passage.end);
  for (const alias of named.aliases) {
    const at = indexOfWords(words, alias);
    if (at < 0) continue;
    const start = passage.start + at;
    return { at: { start, end: start + alias.length }, full: alias === named.name };
  }
  return { at: null, full: false };
}

/** The words before the first verb, without what a comma or `who` adds: `Dozens of rescuers in China`. */
function subjectOf({ tokens, start, end }: Passage): Span {
  const verb = firstVerb(tokens);
  const words = tokens.slice(0, Math.max(0, verb));
  const stop = words.findIndex(
    ({ lower }, i) => i > 0 && /^(?:,|who|which|that|[–—])$/.test(lower),
  );
  const last = words[(stop < 0 ? words.length : stop) - 1];
  return { start, end: last?.end ?? end };
}

/** Position of the first verb that can be a main verb, or -1. */
function firstVerb(tokens: readonly Token[]): number {
  return tokens.findIndex(
    (token, i) => i > 0 && /^(?:VERB|AUX)$/.test(token.tag) && !/ing$/.test(token.lower),
  );
}

/** What happens: each passage from its first verb on, the headline first of all. */
export function whatCandidates(story: Story, passages: readonly Passage[]): readonly Candidate[] {
  const main = mainNames(story, passages[0]);
  return passages.map((passage) => {
    const verb = firstVerb(passage.tokens);
    const named = main.some(({ named: one }) => mentionIn(story, one, passage).at !== null);
    return {
      passage,
      phrase: predicateOf(story.article.text, passage, verb),
      features: {
        ...passageFeatures(passage),
        verb: verb > 0 ? 1 : 0,
        named: named ? 1 : 0,
        late: verb > 12 ? 1 : 0,
      },
    };
  });
}

const MOST_WORDS = 16; // a phrase of more than 20 words does not count

/** From the first verb to the end of its clause: `meets with Obama at the White House`. */
function predicateOf(text: string, passage: Passage, verb: number): Span {
  const start = passage.tokens[Math.max(0, verb)]?.start ?? passage.start;
  const rest = text.slice(start, passage.end);
  if (passage.headline && rest.split(/\s+/).length <= MOST_WORDS)
    return { start, end: passage.end };
  const clause = /^.*?(?=\s[–—-]\s|[;:]\s|\s(?:as|after|because|while|who|which)\s|,\s)/s.exec(
    rest,
  )?.[0];
  const long = clause !== undefined && clause.split(/\s+/).length > 1 ? clause : rest;
  const end = start + endingWell(long, MOST_WORDS).length;
  return { start, end: start + text.slice(start, end).replace(/[\s.,;:]+$/, '').length };
}
