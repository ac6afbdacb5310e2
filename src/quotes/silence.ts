import type { Sentence } from '../article/sentence.ts';
import type { HeardStory, Story } from '../story/story.ts';
import { readWords } from '../text/words.ts';

/** A sentence that tells that someone did not comment. */
export interface Silence {
  readonly story: HeardStory;
  readonly sentence: Sentence;
}

const NO_COMMENT =
  /\b(?:declin\S+|refus\S+|unavailable|not (?:immediately |yet )?available|not (?:immediately |yet )?(?:respond\S*|repl\S+|return\S*|answer\S*|comment\S*)|n[o’']t (?:immediately )?(?:respond|reply|return|answer|comment)|not (?:immediately |yet )?be (?=reached)|n[o’']t (?:immediately )?be (?=reached)|(?:had|has|made|offered|gave|would have) no(?= comment)|(?:would|did|does) not (?:wish|want) to)\b(?=.*\b(?:comment|inquir|interview|messages?|calls?|questions?|requests?|reached))/isu;

/**
 * Where the story tells that someone did not comment: `A spokesman for Hollis declined to comment`. Who it is
 * may be named in the sentence before: `Hollis was away. Her spokesman declined to comment.`
 */
export function findSilence(stories: readonly HeardStory[], typed: string): readonly Silence[] {
  const [last, ...more] = wordsOf(typed)
    .toReversed()
    .toSorted((a, b) => rankOf(a) - rankOf(b));
  // of `Ann Hollis's spokesman` the story may have `a spokesman for Hollis`
  const wanted = last === undefined ? [] : [last, ...(isOffice(last) ? more.slice(0, 1) : more)];
  if (wanted.length === 0) return [];
  return stories.flatMap((story) =>
    story.sentences.flatMap((sentence, i): readonly Silence[] => {
      const words = story.article.text.slice(sentence.start, sentence.end);
      const silent = NO_COMMENT.exec(words);
      if (silent === null) return [];
      const own = wordsOf(words.slice(0, silent.index));
      const isOwned = /\b(?:his|her|its|their)\b/i.test(words);
      const before = isOwned ? namedBefore(story, i) : [];
      const isTold = wanted.every(
        (word) => own.includes(word) || (!isOffice(word) && before.includes(word)),
      );
      return isTold ? [{ story, sentence }] : [];
    }),
  );
}

const FAR = 3; // sentences from a name to `her office`

/** The words of the sentence before, or of the last one near that names anyone: whose `her office` is. */
function namedBefore({ article, names, sentences }: Story, index: number): readonly string[] {
  const starts = names.flatMap(({ mentions }) => mentions.map(({ start }) => start));
  for (let back = 1; back <= FAR; back += 1) {
    const before = sentences[index - back];
    if (before === undefined) return [];
    const isNamed = starts.some((start) => start >= before.start && start < before.end);
    const isTied = back === 1 && before.paragraph === sentences[index]?.paragraph;
    if (isNamed || isTied) return wordsOf(article.text.slice(before.start, before.end));
  }
  return [];
}

/** Whether someone speaks for another, whose own words then don't count: `Hollis's spokesman`. */
export function speaksFor(typed: string): boolean {
  return /\b(?:agents?|attorneys?|lawyers?|publicists?|representatives?|solicitors?|spokes\p{L}+)\b/iu.test(
    typed,
  );
}

const SPOKES = 'spokes'; // spokesman, spokeswoman, spokesperson: whichever is typed

function isOffice(word: string): boolean {
  return word === SPOKES || speaksFor(word);
}

function rankOf(word: string): number {
  return isOffice(word) ? 0 : 1;
}

function wordsOf(text: string): readonly string[] {
  return readWords(text)
    .map(({ fold }) => fold.replace(/['’]s?$/, ''))
    .map((word) => (/^spokes(?:man|woman|person|people|men)$/.test(word) ? SPOKES : word))
    .filter((word) => !/^(?:an?|for|of|the)$/.test(word));
}
