import { excerpt } from '../story/citation.ts';
import type { Story } from '../story/story.ts';
import type { Span } from '../text/span.ts';
import { isContent, readStanding } from '../text/terms.ts';
import { readTokens, type Token } from '../text/tokens.ts';
import { relatedStems } from './synonyms.ts';
import type { Topic } from './topic.ts';

/** What a question asks for. These words are kept as they are; there are no others. */
const ASKING = ['who', 'whom', 'whose', 'what', 'which', 'when', 'where', 'why', 'how'] as const;
const MEASURES = ['many', 'much', 'long', 'old', '?'] as const;
type Asking = (typeof ASKING)[number] | (typeof MEASURES)[number];

/**
 * A question without a word of who typed it: what it asks for, where its words stand in a story, or which of the
 * known names it has, by their places among them.
 */
export type Retold = readonly (Asking | Span | { readonly name: number })[];

const MOST_PARTS = 40; // of a conversation that a question may depend on
const NEAR: ReadonlySet<string> = new Set(['synonym', 'near', 'derived']);

/**
 * Retells a question in the words of a story: `Who shut the bridge?` becomes `Who closed bridge?` where that is what
 * the story calls it. What it has no word for is lost. `shown`: a passage whose words are preferred.
 */
export function retell(
  text: string,
  names: Topic['names'],
  shown: { readonly story: Story; readonly span: Span } | null,
): Retold {
  const places = namesIn(text, names);
  const parts = readTokens(text).flatMap((token): Retold => {
    const asking = [...ASKING, ...MEASURES].find((word) => word === token.lower);
    if (asking !== undefined) return [asking];
    const place = shown === null ? places.find(({ at }) => at === token.start) : undefined;
    if (place !== undefined) return [{ name: place.name }];
    const found = shown && isContent(token) ? findWord(token, shown.story, shown.span) : null;
    return found === null ? [] : [found];
  });
  return parts.slice(-MOST_PARTS);
}

function namesIn(text: string, names: Topic['names']) {
  return names
    .map(({ name }, i) => ({ name: i, at: text.indexOf(name) }))
    .filter(({ at }) => at >= 0);
}

/** Where a story has a word, or one that WordNet relates to it: in the passage shown, else where it comes first. */
function findWord({ stem }: Token, story: Story, shown: Span): Span | null {
  const { counts } = story.vocabulary;
  const related = [...relatedStems(stem)].filter(([, relation]) => NEAR.has(relation));
  const own = [stem, ...related.map(([other]) => other)].find((one) => counts.has(one));
  if (own === undefined) return null;
  const first = story.sentences.filter(({ start }) => start === shown.start);
  for (const { tokens } of [...first, ...story.sentences]) {
    const standing = readStanding(tokens).find((one) => one.stem === own);
    const token = standing && tokens[standing.at];
    if (token !== undefined) return { start: token.start, end: token.end };
  }
  return null;
}

/** A retold question as it is read: `Who closed bridge?` */
export function wordsOf(retold: Retold, names: Topic['names'], story: Story | null): string {
  const words = retold.map((part) => {
    if (typeof part === 'string') return part;
    if ('name' in part) return names[part.name]?.name ?? '';
    return story === null || part.end > story.article.text.length
      ? ''
      : excerpt(story.article, part);
  });
  return words
    .filter((word) => word !== '')
    .join(' ')
    .replaceAll(' ?', '?')
    .replace(/(?<=^|\? )\p{Ll}/gu, (letter) => letter.toUpperCase());
}
