import { readFileSync, writeFileSync } from 'node:fs';
import { findFiveW } from '../../../src/newsroom/five-w.ts';
import { hear } from '../../../src/story/hear.ts';
import { prepareArticle, readArticles } from '../../../src/train/five-w-gold.ts';

/**
 * Answers to who, what, when, where, why and how of the articles in `gold`, a line of JSON an
 * article, as their scorer reads them: to `passages` one sentence (at most 40 words) each, to
 * `phrases` the words that answer. What is left open is null.
 */
export async function predictFiveW(gold: string, passages: string, phrases: string): Promise<void> {
  const articles = readArticles(readFileSync(gold, 'utf8'));
  const answered: { readonly id: string; readonly answers: ReturnType<typeof findFiveW> }[] = [];
  for (const article of articles)
    answered.push({ id: article.id, answers: findFiveW(await hear(prepareArticle(article))) });
  const lines = (show: 'passage' | 'words'): string =>
    answered
      .map(({ id, answers }) => {
        const open = { who: null, what: null, when: null, where: null, why: null, how: null };
        const given = answers.map((one) => [one.question, one[show]] as const);
        return `${JSON.stringify({ id, ...open, ...Object.fromEntries(given) })}\n`;
      })
      .join('');
  writeFileSync(passages, lines('passage'));
  writeFileSync(phrases, lines('words'));
}
