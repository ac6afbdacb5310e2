import type { Paragraph } from '../article/paragraphs.ts';
import type { Statement } from '../statements/statement.ts';
import { among, overlaps, type Span } from '../text/span.ts';
import type { Story } from './story.ts';

const byParagraph = new WeakMap<Story, ReadonlyMap<Paragraph, readonly Statement[]>>();

/** The statements of a story whose content shares something with a span, in story order. */
export function statementsAt(story: Story, span: Span): readonly Statement[] {
  const index = byParagraph.get(story) ?? gather(story);
  byParagraph.set(story, index);
  const near = among(story.paragraphs, span).flatMap((paragraph) => index.get(paragraph) ?? []);
  const found = near.filter(({ content }) => content.some((piece) => overlaps(piece, span)));
  return [...new Set(found)];
}

/** Each paragraph with the statements that have words in it: scanning all of them for each passage would be slow. */
function gather(story: Story): ReadonlyMap<Paragraph, readonly Statement[]> {
  const index = new Map<Paragraph, Statement[]>();
  for (const statement of story.statements) {
    const own = new Set(statement.content.flatMap((piece) => among(story.paragraphs, piece)));
    for (const paragraph of own) {
      const known = index.get(paragraph);
      if (known === undefined) index.set(paragraph, [statement]);
      else known.push(statement);
    }
  }
  return index;
}
