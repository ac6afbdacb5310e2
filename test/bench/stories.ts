import { readArticle } from '../../src/article/article.ts';
import { prepare } from '../../src/story/prepare.ts';
import type { Story } from '../../src/story/story.ts';
import { readStory, STORY_IDS } from '../stories.ts';

/**
 * As many stories as wanted, made by varying those at hand: names and figures change from copy to
 * copy, so that words get rarer and commoner as they do in an archive. The same every time.
 */
export function varyStories(wanted: number): readonly Story[] {
  const texts = STORY_IDS.map((id) => {
    const { text, body } = readStory(id).article;
    return text.slice(body.start);
  });
  return Array.from({ length: wanted }, (_, n) => {
    const text = texts[n % texts.length] ?? '';
    const copy = Math.floor(n / texts.length);
    return prepare(readArticle(`story-${n}`, copy === 0 ? text : vary(text, copy)));
  });
}

function vary(text: string, copy: number): string {
  return text
    .replace(
      /(?<=[a-z,] )\p{Lu}\p{Ll}{3,}/gu,
      (name) => `${name.slice(0, 3)}${syllables(name, copy)}`,
    )
    .replace(/\b\d{2,}\b/g, (figure) => String(Number(figure) + (copy % 89)));
}

const SYLLABLES =
  'ba den fo ger hal im jor ket lan mor nes ola pri que ran sol tev ul vor wex'.split(' ');

/** Two syllables drawn from a name and the copy's number: the same name in a copy stays the same. */
function syllables(name: string, copy: number): string {
  let seed = copy * 2_654_435_761;
  for (const letter of name) seed = Math.imul(seed ^ letter.charCodeAt(0), 16_777_619);
  const at = (shift: number): string => SYLLABLES[(seed >>> shift) % SYLLABLES.length] ?? '';
  return at(3) + at(11);
}
