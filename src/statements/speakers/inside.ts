import { isPersonLike, salient } from '../../names/descriptions/salient.ts';
import { mentionsIn, sentenceAt } from '../../names/discourse.ts';
import { canBe, genderOfPronoun } from '../../names/gender.ts';
import type { Named } from '../../names/named.ts';
import { isKin, isPerson } from '../../text/lexicon/person-nouns.ts';
import type { Span } from '../../text/span.ts';
import type { Attribution } from '../attribution.ts';
import type { Told } from './told.ts';

/**
 * `“I told Ann I was sorry. She said it wanted salt,” Lund said`: in somebody's own words, the only one of whom
 * they have spoken there by then; null for nobody, or where somebody else is described or named as well.
 */
export function spokenOfInside(
  { discourse }: Told,
  { content }: Attribution,
  source: Span,
  gender: 'male' | 'female',
  speaker: Named | null,
): Named | null {
  const found = new Set<Named>();
  for (const { start, end } of content) {
    const before = { start, end: Math.min(end, source.start) };
    if (before.end <= before.start) continue;
    const inside = mentionsIn(discourse, before);
    for (const { named } of inside) if (isPersonLike(named)) found.add(named);
    const tokens = sentencesOf(discourse, before).flatMap((sentence) => sentence.tokens);
    const isOther = tokens.some(
      (token) =>
        token.start >= before.start &&
        token.end <= before.end &&
        token.tag === 'NOUN' &&
        isPerson(token.lemma),
    );
    if (isOther) return null;
  }
  const [only = null] = found;
  return found.size === 1 && only !== null && only !== speaker && canBe(only, gender) ? only : null;
}

const MINE = /^(?:my|our) (?:[\p{L}-]+ )?([\p{L}-]+)$/iu;

/** `“My father said, ‘Go’,” she said`: the one whom the story introduces as `her father`; null for nobody, or two. */
export function kinInside({ discourse }: Told, source: Span, speaker: Named): Named | null {
  const { text, names } = discourse;
  const noun = MINE.exec(text.slice(source.start, source.end))?.[1] ?? '';
  if (!isKin(noun)) return null;
  const [only = null, other] = names.filter(({ role }) => {
    const words = role === null ? [] : text.slice(role.start, role.end).split(/\s+/);
    const gender = genderOfPronoun(words[0] ?? '');
    if (role === null || gender === null || words.at(-1) !== noun) return false;
    return canBe(speaker, gender) && salient(discourse, role.start) === speaker;
  });
  return other === undefined ? only : null;
}

function sentencesOf(discourse: Told['discourse'], { start, end }: Span) {
  const first = sentenceAt(discourse, start)?.index ?? 0;
  const last = sentenceAt(discourse, end - 1)?.index ?? first;
  return discourse.sentences.slice(first, last + 1);
}
