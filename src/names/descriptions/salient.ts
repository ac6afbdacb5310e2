import { isOrganisationWord } from '../../text/lexicon/organisations.ts';
import { isOutletWord } from '../../text/lexicon/source-words.ts';
import type { Discourse, Mention } from '../discourse.ts';
import type { Named } from '../named.ts';
import { namedBefore } from './description.ts';

const LAST_NAMED = 4; // sentences back to the last person named

/** The person spoken of at a place: the one the last sentence with a name is about; null if there are two. */
export function salient(discourse: Discourse, at: number): Named | null {
  for (let back = 0; back <= LAST_NAMED; back += 1) {
    const near = namedBefore(discourse, at, back).filter((mention) => isPersonLike(mention.named));
    const known = near.filter(({ named }) => named.kind === 'person');
    const people = (known.length > 0 ? known : near).filter((one) => back > 0 || !hangsOn(one));
    const first = people.find((mention) => mention.first) ?? people[0];
    if (first === undefined) continue;
    return first.first || new Set(people.map(({ named }) => named)).size === 1 ? first.named : null;
  }
  return null;
}

/** `In an interview with Lund, the director said`: a name after a preposition is not the subject. */
function hangsOn({ sentence, start }: Mention): boolean {
  return sentence.tokens.findLast(({ end }) => end <= start)?.tag === 'ADP';
}

const known = new WeakMap<Named, boolean>(); // each is looked at again for every statement and label

/** A person, or a name of two words that is not known to be anything else. */
export function isPersonLike(named: Named): boolean {
  const before = known.get(named);
  if (before !== undefined) return before;
  const read = readPersonLike(named);
  known.set(named, read);
  return read;
}

function readPersonLike({ kind, name }: Named): boolean {
  const last = name.split(' ').at(-1) ?? '';
  if (isOutletWord(last) || isOrganisationWord(last)) return false;
  return kind === 'person' || (kind === 'other' && name.includes(' '));
}

const AGE_BEFORE = /\b(\d{1,3})-year-old (?:\p{L}[\p{L}'’-]* ){0,4}$/u;
const AGE_BEHIND =
  /^(?: \p{L}+)?(?:,| \(|, (?:who is|aged)|, now| is| was) ?(\d{1,3})(?=[,.)]| year| who\b)/u;

/** `Ann Ode, 54,`, `the 54-year-old nurse Ann Ode`; null if not stated. */
export function ageOf(text: string, { mentions }: Named): number | null {
  for (const { start, end } of mentions) {
    const found =
      AGE_BEFORE.exec(text.slice(Math.max(0, start - 60), start)) ??
      AGE_BEHIND.exec(text.slice(end, end + 30));
    if (found !== null) return Number(found[1]);
  }
  return null;
}
