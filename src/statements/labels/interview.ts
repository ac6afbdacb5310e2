import { isPersonLike } from '../../names/descriptions/salient.ts';
import { type Discourse, type Mention, sentenceAt } from '../../names/discourse.ts';
import type { Named } from '../../names/named.ts';
import type { Attribution } from '../attribution.ts';

/** Who asks and who answers in an interview labelled only `Q:` and `A:`; null if not stated. */
export interface Interview {
  readonly asks: Named | null;
  readonly answers: Named | null;
}

const ASKING = /^(?:Q\d*|Question|Interviewer)$/i;
const ANSWERING = /^(?:A\d*|Answer|Interviewee)$/i;

/** Which side of an interview speaks, if its label names nobody: `Q:`, a question in bold; else null. */
export function sideOf(
  { text }: Discourse,
  { source, cue, content, by }: Attribution,
): keyof Interview | null {
  if (by !== 'label') return null;
  const end = content[0]?.end ?? 0;
  if (source === null && cue === null) {
    return /^(?:\*\*|__)/.test(text.slice(end, end + 2)) ? 'asks' : 'answers';
  }
  if (source === null || cue === null) return null;
  if (!/^[:.–—-]$/.test(text.slice(cue.start, cue.end))) return null;
  const label = text.slice(source.start, source.end);
  return ASKING.test(label) ? 'asks' : ANSWERING.test(label) ? 'answers' : null;
}

/**
 * Reads it from the text before the first label: of the people named there, the one who asks, and the
 * one other, who then answers. If several others remain, the one who answers is unknown.
 */
export function readInterview(discourse: Discourse, firstLabel: number): Interview {
  const people = discourse.mentions.filter(
    ({ named, end, quoted }) => named.kind === 'person' && end <= firstLabel && !quoted,
  );
  const told = people.filter((mention) => isReporter(discourse, mention));
  const askers = told.length > 0 ? told : people.filter((one) => isAsker(discourse, one, people));
  const asks = new Set(askers.map(({ named }) => named));
  const others = people.map(({ named }) => named).filter((one) => !asks.has(one));
  return { asks: onlyOne(asks), answers: onlyOne(new Set(others)) };
}

const REPORTER = /\b(?:reporter|correspondent|interviewer|presenter|editor)\b/i;

/** `the reporter Tom Ode`, `Tom Ode, our correspondent,` */
function isReporter({ text }: Discourse, { start, end }: Mention): boolean {
  const before = /(?:[\p{L}’']+ ){0,3}$/u.exec(text.slice(0, start).slice(-60))?.[0] ?? '';
  const after = /^, (?:an?|the|our|its)(?: [\p{L}’']+){1,4}/u.exec(text.slice(end, end + 60));
  return REPORTER.test(before) || REPORTER.test(after?.[0] ?? '');
}

const INTERVIEWS = /^(?:,[^,.]{1,60},)? (?:interviewed|questioned|asked)\b/;
const BY = /\b(?:interviewed|questioned|asked) by (?:\p{Ll}+ ){0,2}$/u;
const TALKED = /\b(?:spoke|speaks|talked|talks|chatted) (?:to|with) (?:\p{Ll}+ ){0,2}$/u;

/** `She spoke to Ann Ode`: Ann Ode asks. `We spoke to Ann Ode`: she answers. */
function isAsker(discourse: Discourse, mention: Mention, people: readonly Mention[]): boolean {
  const { text } = discourse;
  const sentence = sentenceAt(discourse, mention.start);
  if (INTERVIEWS.test(text.slice(mention.end, mention.end + 80))) return true;
  const before = text.slice(sentence?.start ?? mention.start, mention.start);
  if (BY.test(before)) return true;
  const talked = TALKED.exec(before);
  if (talked === null || /\b(?:we|I) $/i.test(before.slice(0, talked.index))) return false;
  const isSomeone = /\b(?:he|she|they|who) $/i.test(before.slice(0, talked.index));
  return isSomeone || people.some((one) => one.sentence === sentence && one.start < mention.start);
}

function onlyOne(people: ReadonlySet<Named>): Named | null {
  const [first = null] = people;
  return people.size === 1 ? first : null;
}

/**
 * Whom a label means if it is not a name as the story writes it: initials (`RK`, `R.K.`), capitals (`VAN DER
 * KOLK`), a name with more after it (`Ann Ode MP`). Null if it fits nobody, or several people.
 */
export function nameOfLabel(discourse: Discourse, label: string): Named | null {
  const { names } = discourse;
  const words = label.toLowerCase();
  const letters = label.replace(/[.\s]/g, '');
  const abbreviated = /^\p{Lu}{1,4}$/u.test(letters) && !/^[QA]$/.test(letters);
  const people = abbreviated ? names.filter(isPersonLike) : [];
  const initialled = people.filter(({ name }) => initialsOf(name).includes(letters));
  if (initialled.length > 0) return onlyOne(new Set(initialled));
  const begin = people.filter(({ name }) => letters.length === 1 && name.startsWith(letters));
  if (begin.length > 0) return onlyOne(new Set(begin));
  const written = byAlias(discourse).get(words);
  if (written !== undefined) return onlyOne(written);
  const longer = names.filter(
    ({ name }) => name.includes(' ') && words.startsWith(`${name.toLowerCase()} `),
  );
  return onlyOne(new Set(longer));
}

const aliases = new WeakMap<Discourse, ReadonlyMap<string, ReadonlySet<Named>>>();

/** A story's names by what they are called, in small letters: read once for all labels. */
function byAlias(discourse: Discourse): ReadonlyMap<string, ReadonlySet<Named>> {
  const known = aliases.get(discourse);
  if (known !== undefined) return known;
  const read = new Map<string, Set<Named>>();
  for (const named of discourse.names) {
    for (const alias of named.aliases.map((one) => one.toLowerCase())) {
      const same = read.get(alias);
      if (same === undefined) read.set(alias, new Set([named]));
      else same.add(named);
    }
  }
  aliases.set(discourse, read);
  return read;
}

/** `RK` and `RvdK` as labels have them in capitals, for `Rosa van der Kolk`; first and last alone too. */
export function initialsOf(name: string): readonly string[] {
  const words = name.split(/[\s-]+/);
  const all = words.map((word) => word.charAt(0)).join('');
  const capitals = all.replace(/\P{Lu}/gu, '');
  const ends = `${capitals.charAt(0)}${capitals.slice(1).slice(-1)}`;
  const whole = name.replace(/(?<=\p{L})-\p{L}+/gu, ''); // `KO` for `Kwame Ode-Lane`
  const first = whole.split(/\s+/).map((word) => word.charAt(0));
  const halves = first.join('').replace(/\P{Lu}/gu, '');
  return [...new Set([ends, capitals, halves, all.toUpperCase()])];
}
