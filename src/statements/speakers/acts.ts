import type { Sentence } from '../../article/sentence.ts';
import { type Discourse, isSameEntry, namedIn, sentenceAt } from '../../names/discourse.ts';
import { canBe } from '../../names/gender.ts';
import type { Named } from '../../names/named.ts';
import type { Span } from '../../text/span.ts';
import type { Attribution } from '../attribution.ts';
import type { Told } from './told.ts';

/** `Her deputy, Ann Ode, disagrees. She says …`: the subject of a sentence in which nobody speaks, if only one fits. */
export function actsBefore(
  { discourse, inSentence }: Told,
  source: Span,
  gender: 'male' | 'female',
): Named | null {
  const here = sentenceAt(discourse, source.start);
  if (here === undefined || !isOnlyTag(discourse, here, source)) return null;
  const before = discourse.sentences[openingOf(discourse, here).index - 1];
  if (before?.paragraph !== here.paragraph || inSentence.has(before.index)) return null;
  const near = namedIn(discourse, before).filter(({ named }) => canBe(named, gender));
  const first = near.find((mention) => mention.first);
  // `After he beat Lund, | Ann Ode knelt`: who stands before the subject is not it
  const isOne =
    first !== undefined && near.every((one) => one.named === first.named || one.end <= first.start);
  return isOne && isSameEntry(discourse, before.start, source.start) ? first.named : null;
}

const LONGEST = 20; // sentences of a quotation: a speech printed whole costs no more

/** The sentence in which the quotation begins that ends in a sentence: `“It was me. I know,” he said.` */
function openingOf({ text, sentences }: Discourse, here: Sentence): Sentence {
  const isOpen = ({ start }: Sentence): boolean => /^[“"‘']/.test(text.slice(start, start + 1));
  if (isOpen(here) || !/^[^“"‘]*[”"’]/.test(text.slice(here.start, here.end))) return here;
  let at = here.index;
  while (here.index - at < LONGEST && sentences[at - 1]?.paragraph === here.paragraph) {
    at -= 1;
    const sentence = sentences[at];
    if (sentence !== undefined && isOpen(sentence)) return sentence;
  }
  return here;
}

/** Whether nothing but quoted words stands before a pronoun in its sentence. */
function isOnlyTag({ text }: Discourse, here: Sentence, source: Span): boolean {
  const before = text.slice(here.start, source.start).trim();
  return before === '' || /^(?:“[^”]*”|"[^"]*"|‘.*’|'.*'|[^“"‘']*[”"’'])$/su.test(before);
}

/** `Asked by Lund whether …, he said`: who asks in a sentence is not who answers there. */
export function askers(
  { discourse, inSentence, speakers }: Told,
  { source }: Attribution,
): ReadonlySet<Named | null> {
  const here = source === null ? undefined : sentenceAt(discourse, source.start);
  const asks = (inSentence.get(here?.index ?? -1) ?? []).filter(
    ({ cue }) => cue !== null && ASKED.test(discourse.text.slice(cue.start, cue.end)),
  );
  return new Set(asks.map((one) => speakers.get(one)?.named ?? null));
}

const ASKED =
  /^(?:asked|pressed|questioned|quizzed)\b|\b(?:was|were|is|are|been|being)\b.*\b(?:asked|told|warned)\b/i;
