import type { Sentence } from '../../article/sentence.ts';
import { isOrganisationKind } from '../../text/lexicon/organisation-kinds.ts';
import { isKin, isPerson } from '../../text/lexicon/person-nouns.ts';
import { isTitle } from '../../text/lexicon/titles.ts';
import type { Span } from '../../text/span.ts';
import type { Discourse, Mention } from '../discourse.ts';
import { isNamedBeside, namedIn, sentenceAt } from '../discourse.ts';
import { canBe, genderOfPronoun } from '../gender.ts';
import type { Named } from '../named.ts';
import { genderOfNoun } from '../role-gender.ts';
import { tokensOf } from '../source-name.ts';
import { namedByDescription } from './fits.ts';

/** The person a description means: by name, or only in its own words. */
export interface Described {
  readonly named: Named | null;
  readonly words: Span;
}

const FAR = 2; // sentences: further back, a pronoun seldom refers to a description

/**
 * `The president did not come. At noon, he said …`, `Her mother, who is 80, plays too. She says …`: the
 * description that a pronoun refers to, if nobody of its gender has been named since. Null if there is none.
 */
export function describedBefore(
  discourse: Discourse,
  at: number,
  gender: 'male' | 'female',
): Described | null {
  const here = sentenceAt(discourse, at);
  if (here === undefined) return null;
  for (let back = 0; back <= FAR; back += 1) {
    const sentence = discourse.sentences[here.index - back];
    if (sentence === undefined) return null;
    if (sentence.paragraph !== here.paragraph && !isOneSubject(discourse, sentence, here))
      return null;
    const named = namedIn(discourse, sentence).filter(({ start }) => start < at);
    const words = describedSubject(sentence);
    if (words !== null && words.end <= at && !named.some(({ start }) => start < words.end + 3)) {
      const found = isHimself(discourse, words)
        ? headlined(discourse, gender, words)
        : describedAs(discourse, words, gender);
      if (found?.named || (found && !named.some((one) => canBe(one.named, gender)))) return found;
    }
    if (named.some((one) => canBe(one.named, gender))) return null;
  }
  return null;
}

/** `A cleaner passes. ¶ “Ask the chaplain,” she says.`: a paragraph before that is about one who has no name. */
function isOneSubject(
  { sentences, bySentence, text }: Discourse,
  last: Sentence,
  here: Sentence,
): boolean {
  const isFirst = sentences[here.index - 1]?.paragraph !== here.paragraph;
  if (!isFirst || !/^[“"‘']/.test(text.slice(here.start, here.start + 1))) return false;
  let people = 0;
  for (let at = last.index; sentences[at]?.paragraph === last.paragraph; at -= 1) {
    if ((bySentence[at]?.length ?? 0) > 0) return false;
    const sentence = sentences[at];
    if (sentence !== undefined && describedSubject(sentence) !== null) people += 1;
  }
  return people <= 1;
}

/** `The player himself`: not those spoken of just before. */
function isHimself({ text }: Discourse, { end }: Span): boolean {
  return /^ (?:him|her)self\b/i.test(text.slice(end, end + 8));
}

/** The one person whom the headline names, by a description. */
function headlined(discourse: Discourse, gender: 'male' | 'female', words: Span): Described | null {
  const about = inHeadline(discourse);
  return { named: about !== null && canBe(about, gender) ? about : null, words };
}

/** The one person whom the headline names; null for nobody, or two. */
function inHeadline({ names, headline }: Discourse): Named | null {
  if (headline === null) return null;
  const [about = null, other] = names.filter(
    ({ kind, aliases }) => kind === 'person' && aliases.some((alias) => headline.includes(alias)),
  );
  return other === undefined ? about : null;
}

function describedAs(
  discourse: Discourse,
  words: Span,
  gender: 'male' | 'female',
): Described | null {
  const own = genderOfNoun(tokensOf(discourse, words).at(-1)?.lower ?? '');
  const named = namedByDescription(discourse, words);
  if (own === null ? named !== null && !canBe(named, gender) : own !== gender) return null;
  if (own === null && named === null && !isAlone(discourse, words)) return null;
  return { named, words };
}

/** `A cleaner passes`: an unnamed one of either gender, whom the story has not mentioned before. */
function isAlone({ text }: Discourse, { start, end }: Span): boolean {
  return /^(?:an?|one of the)\s/i.test(text.slice(start, end));
}

/** Whether someone is only known as the relative of another of the same gender: `her daughter Ann`. */
export function isRelativeOf(
  discourse: Discourse,
  named: Named,
  here: Sentence | undefined,
): boolean {
  if (named.role === null) return false;
  const [owner = '', noun = ''] = discourse.text
    .slice(named.role.start, named.role.end)
    .split(/\s+/);
  if (!isKin(noun) || genderOfPronoun(owner) === null) return false;
  const near = here !== undefined && isNamedBeside(discourse, here, named);
  return !near && genderOfPronoun(owner) === named.gender;
}

/**
 * Whom a story is about: the one person its headline names; null if that is nobody, or if anyone
 * else of that gender is named in the pronoun's paragraph or the one before.
 */
export function whomAbout(
  discourse: Discourse,
  gender: 'male' | 'female',
  here: Sentence | undefined,
): Named | null {
  const { mentions } = discourse;
  const about = inHeadline(discourse);
  if (about?.gender !== gender || here === undefined) return null;
  const number = here.paragraph.number ?? 0;
  const isNear = ({ sentence }: Mention) => number - (sentence.paragraph.number ?? -9) <= 1;
  const near = mentions.filter((one) => one.start < here.end && isNear(one));
  return near.some(({ named }) => named !== about && canBe(named, gender)) ? null : about;
}

/** The opening of a sentence, if it describes a person: `Her mother`, `The first woman there`, `One of the drivers`. */
export function describedSubject({ tokens }: Sentence): Span | null {
  const [first, of, the] = tokens;
  const isOne = first?.lower === 'one' && of?.lower === 'of' && the?.lower === 'the';
  const opens = isOne || /^(?:the|an?|his|her|their|its)$/.test(first?.lower ?? '');
  if (first === undefined || !opens) return null;
  const from = isOne ? 2 : 0;
  const end = tokens.findIndex(
    ({ tag, text }, i) =>
      i > from && !/^(?:NOUN|ADJ|NUM)$/.test(tag) && !/^(?:['’]s?|-)$/.test(text),
  );
  const noun = tokens[end - 1];
  if (noun?.tag !== 'NOUN' || tokens[end]?.tag === 'CCONJ') return null;
  const isSomeone = isPerson(noun.lemma) || isTitle(noun.text) || genderOfNoun(noun.lower) !== null;
  return isSomeone ? { start: first.start, end: noun.end } : null;
}

/** The opening of a sentence, if it describes an organisation or a group: `The company`, `Its authors`. */
export function describedThing(discourse: Discourse, { tokens }: Sentence): Described | null {
  const [first] = tokens;
  if (first === undefined || !/^(?:the|its|their|an?)$/.test(first.lower)) return null;
  const end = tokens.findIndex(
    ({ tag, text }, i) =>
      i > 0 && !/^(?:NOUN|ADJ|NUM|PROPN)$/.test(tag) && !/^(?:['’]s?|-)$/.test(text),
  );
  const noun = tokens[end - 1];
  if (noun?.tag !== 'NOUN') return null;
  const isGroup =
    isOrganisationKind(noun.lower) || (noun.lower !== noun.lemma && isPerson(noun.lemma));
  if (!isGroup) return null;
  const words = { start: first.start, end: noun.end };
  return { named: namedByDescription(discourse, words), words };
}
