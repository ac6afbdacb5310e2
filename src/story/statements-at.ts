import type { Sentence } from '../article/sentence.ts';
import type { Statement } from '../statements/statement.ts';
import { among, overlaps, type Span } from '../text/span.ts';
import type { Story } from './story.ts';

const bySentence = new WeakMap<Story, ReadonlyMap<Sentence, readonly number[]>>();

/** The statements of a story whose content shares something with a span, in story order. */
export function statementsAt(story: Story, span: Span): readonly Statement[] {
  const index = bySentence.get(story) ?? gather(story);
  bySentence.set(story, index);
  const near = new Set(
    among(story.sentences, span).flatMap((sentence) => index.get(sentence) ?? []),
  );
  return [...near]
    .sort((a, b) => a - b)
    .flatMap((place) => story.statements[place] ?? [])
    .filter(({ content }) => content.some((piece) => overlaps(piece, span)));
}

/** Each sentence with the places of the statements that have words in it: scanning all of them for each passage would be slow. */
function gather(story: Story): ReadonlyMap<Sentence, readonly number[]> {
  const index = new Map<Sentence, number[]>();
  story.statements.forEach(({ content }, place) => {
    const own = new Set(content.flatMap((piece) => among(story.sentences, piece)));
    for (const sentence of own) {
      const known = index.get(sentence);
      if (known === undefined) index.set(sentence, [place]);
      else known.push(place);
    }
  });
  return index;
}
