import type { Sentence } from '../article/sentence.ts';
import type { Statement } from '../statements/statement.ts';
import { among, overlaps, type Span } from '../text/span.ts';
import type { HeardStory, Story } from './story.ts';

/** A stretch of what is said, with the place of its statement among all of the story. */
interface Piece {
  readonly place: number;
  readonly span: Span;
}

const bySentence = new WeakMap<Story, ReadonlyMap<Sentence, readonly Piece[]>>();

/** The statements of a story whose content shares something with a span, in story order. */
export function statementsAt(story: HeardStory, span: Span): readonly Statement[] {
  const index = bySentence.get(story) ?? gather(story);
  bySentence.set(story, index);
  const near = among(story.sentences, span).flatMap((sentence) => index.get(sentence) ?? []);
  const places = near.filter((piece) => overlaps(piece.span, span)).map(({ place }) => place);
  return [...new Set(places)]
    .sort((a, b) => a - b)
    .flatMap((place) => story.statements[place] ?? []);
}

/** Each sentence with what is said in it: scanning all of a story's statements for each passage would be slow. */
function gather(story: HeardStory): ReadonlyMap<Sentence, readonly Piece[]> {
  const index = new Map<Sentence, Piece[]>();
  story.statements.forEach(({ content }, place) => {
    for (const span of content) {
      for (const sentence of among(story.sentences, span)) {
        const known = index.get(sentence);
        if (known === undefined) index.set(sentence, [{ place, span }]);
        else known.push({ place, span });
      }
    }
  });
  return index;
}
