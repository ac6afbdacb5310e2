import type { Named } from '../names/named.ts';
import type { Span } from '../text/span.ts';
import { isEnglishWord } from '../text/tokens.ts';
import { type CorpusArticle, prepareArticle } from './polnear.ts';
import { seeded } from './shuffle.ts';

const WORD = /\p{L}[\p{L}\p{M}]*(?:-\p{L}[\p{L}\p{M}]*)*/gu;
const NAME = /^\p{Lu}[\p{L}\p{M}]*\p{Ll}[\p{L}\p{M}]*(?:-\p{L}[\p{L}\p{M}]*)*$/u;

/** What part of a person's name a word is; forenames by the gender that the story shows. */
type Part = 'male' | 'female' | 'forename' | 'surname';

/**
 * The same stories with their people called otherwise, so that a model can't learn by heart who speaks in which: each word of
 * a name becomes that of another story's person, the same throughout the text. `turn`: each gives other names.
 */
export function openRenaming(
  articles: readonly CorpusArticle[],
): (article: CorpusArticle, turn: number) => CorpusArticle {
  const parts = new Map(articles.map((one) => [one, partsOf(prepareArticle(one).names)]));
  const pools: Record<Part, string[]> = { male: [], female: [], forename: [], surname: [] };
  for (const some of parts.values()) for (const [word, part] of some) pools[part].push(word);
  return (article, turn) => {
    const dice = seeded(article.text.length * 31 + turn);
    const taken = new Set(article.text.match(WORD));
    const given = new Map<string, string>();
    for (const [word, part] of parts.get(article) ?? []) {
      const free = pools[part].filter((name) => !taken.has(name));
      const name = free[Math.floor(dice() * free.length)];
      if (name === undefined) continue; // it keeps its own
      taken.add(name);
      given.set(word, name).set(word.toUpperCase(), name.toUpperCase());
    }
    return renamed(article, given);
  };
}

/** The words of people's names that are nothing else. */
function partsOf(names: readonly Named[]): ReadonlyMap<string, Part> {
  const found = new Map<string, Part>();
  for (const { kind, name, gender } of names) {
    const words = name.split(' ');
    if (kind !== 'person' || words.length < 2 || !words.every((word) => NAME.test(word))) continue;
    words.forEach((word, at) => {
      if (!found.has(word) && !isEnglishWord(word.toLowerCase()))
        found.set(word, at > 0 ? 'surname' : (gender ?? 'forename'));
    });
  }
  return found;
}

function renamed(article: CorpusArticle, given: ReadonlyMap<string, string>): CorpusArticle {
  const shifts: { readonly at: number; readonly by: number }[] = [];
  const rename = (text: string, note: (at: number, by: number) => void): string =>
    text.replace(WORD, (word, at: number) => {
      const name = given.get(word) ?? word;
      if (name !== word) note(at + word.length, name.length - word.length);
      return name;
    });
  const text = rename(article.text, (at, by) => shifts.push({ at, by }));
  const moved = (place: number): number =>
    shifts.reduce((sum, { at, by }) => (at <= place ? sum + by : sum), place);
  const move = (spans: readonly Span[]): readonly Span[] =>
    spans.map(({ start, end }) => ({ start: moved(start), end: moved(end) }));
  return {
    id: article.id,
    text,
    attributions: article.attributions.map(({ source, cue, content, sourceEntity }) => ({
      ...{ source: move(source), cue: move(cue), content: move(content) },
      ...(sourceEntity === undefined ? {} : { sourceEntity: rename(sourceEntity, () => {}) }),
    })),
  };
}
