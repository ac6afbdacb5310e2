import type { Sentence } from '../../article/sentence.ts';
import { canBeBoth, isEpithet } from '../../text/lexicon/epithets.ts';
import { isPerson } from '../../text/lexicon/person-nouns.ts';
import { isTitle } from '../../text/lexicon/titles.ts';
import type { Discourse, Mention } from '../discourse.ts';
import { namedIn, sentenceAt } from '../discourse.ts';
import { genderOfPronoun } from '../gender.ts';
import type { Named } from '../named.ts';
import { genderOfNoun } from '../role-gender.ts';
import type { Description } from './description.ts';
import { roleNounOf } from './fits-person.ts';
import { ageOf, isPersonLike } from './salient.ts';

const PARAGRAPHS = 3; // behind the first: further on, others have come in

/**
 * `A comedian has accused …` in a story's first paragraph, and one of the next ones opening with her name: `Ann Ode,
 * 36, was …`. The first that nothing contradicts; nobody if only its place speaks for it.
 */
export function byLede(discourse: Discourse, description: Description): readonly Named[] {
  const { noun, at, opening } = description;
  const { sentences, text } = discourse;
  const lede = sentences[0]?.paragraph;
  const here = sentenceAt(discourse, at);
  if (!/^(?:an?|the)$/.test(opening) || here === undefined || here.paragraph !== lede) return [];
  const own = genderOfNoun(noun);
  if (!isEpithet(noun) && !isPerson(noun) && own === null) return []; // `A tribunal has …`
  const gender = own ?? genderBehind(here, at);
  for (const { named, start, sentence } of openings(discourse)) {
    const isOther = gender !== null && named.gender !== null && named.gender !== gender;
    const role = roleNounOf(text, named);
    if (isOther || (role !== null && !canBeBoth(noun, role))) continue;
    const isOpening = /^an?$/.test(opening) && start === sentence.start && isEpithet(noun);
    // `A judge has ruled`, and then whom about
    const isOfficial = isTitle(noun) && !isEpithet(noun);
    const isTold = role !== null || isOpening || (!isOfficial && ageOf(text, named) !== null);
    return isTold ? [named] : [];
  }
  return [];
}

/** Who opens one of the paragraphs behind the first, if it is the first that is heard of them. */
function openings(discourse: Discourse): readonly Mention[] {
  const { sentences, mentions } = discourse;
  const found: Mention[] = [];
  let paragraph = sentences[0]?.paragraph;
  let seen = 0;
  for (const sentence of sentences) {
    if (sentence.paragraph === paragraph) continue;
    paragraph = sentence.paragraph;
    seen += 1;
    if (seen > PARAGRAPHS) break;
    const first = namedIn(discourse, sentence).find((mention) => mention.first);
    if (first === undefined || !isPersonLike(first.named)) continue;
    if (mentions.find(({ named }) => named === first.named) === first) found.push(first);
  }
  return found;
}

/** What the first pronoun behind a description tells of it: `A widow told a jury | her | husband rang`. */
function genderBehind({ tokens }: Sentence, at: number): 'male' | 'female' | null {
  for (const { start, lower, text } of tokens) {
    if (start <= at) continue;
    if (/^["“”]/.test(text)) return null;
    const gender = genderOfPronoun(lower);
    if (gender !== null) return gender;
  }
  return null;
}
