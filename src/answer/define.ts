import type { Span } from '../text/span.ts';
import type { Question } from './question.ts';
import type { SentenceView } from './view.ts';

/**
 * How this sentence describes whom or what a definition asks about: for "Who is Ann Ode?" the
 * `chief engineer` of `chief engineer Ann Ode`. Null where it asks for none, or gives none.
 */
export function findDescription(
  question: Question,
  { story, sentence }: SentenceView,
): Span | null {
  const { terms } = question;
  if (question.asking !== 'who' || question.verb !== null || terms.length === 0) return null;
  for (const name of story.names) {
    const { role } = name.named;
    if (role === null || role.start < sentence.start || role.end > sentence.end) continue;
    if (terms.every(({ stem }) => name.stems.has(stem)))
      return withoutLink(story.story.article.text, role);
  }
  return null;
}

/** `a biologist who` without its `who`. */
function withoutLink(text: string, { start, end }: Span): Span {
  const link = /\s+(?:who|which|that|whose)$/iu.exec(text.slice(start, end));
  return { start, end: end - (link?.[0].length ?? 0) };
}
