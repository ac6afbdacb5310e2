import { once } from '../../text/lazy.ts';
import {
  isAnyBusiness,
  isBusiness,
  isOrganisationKind,
  isSameBusiness,
  tellsKind,
} from '../../text/lexicon/organisation-kinds.ts';
import { isOutletWord } from '../../text/lexicon/source-words.ts';
import type { Discourse } from '../discourse.ts';
import type { Named } from '../named.ts';
import { type Description, namedBefore } from './description.ts';

const OUTLETS =
  'newspaper paper magazine daily weekly broadcaster station outlet publication website'.split(' ');

/** `the airline` for `Lund Air`, or for `the airline Skywards`; if several fit, the one spoken of here. */
export function byKind(
  discourse: Discourse,
  { noun, alone, at, opening }: Description,
): readonly Named[] {
  if (!alone || opening !== 'the') return [];
  const things = thingsOf(discourse);
  const isKind = isOrganisationKind(noun) || OUTLETS.includes(noun);
  const fits = thingsOfKind(discourse, things, noun, isKind);
  if (fits.length === 1) return fits;
  const business = fits.length === 0 ? onlyBusiness(discourse, things, noun, at) : [];
  if (fits.length === 0 && !isAnyBusiness(noun)) return things.byWord.get(noun) ?? business;
  const near = nearThings(discourse, at).filter((one) => fits.length === 0 || fits.includes(one));
  return near.length > 0 ? near : fits.length > 0 ? fits : business;
}

/** `the airline` for `Low-cost carrier Jetta`, `the company` for `Chipmaker Ode`: the only business before. */
function onlyBusiness(
  discourse: Discourse,
  { businesses: all }: Things,
  noun: string,
  at: number,
): readonly Named[] {
  if (!isBusiness(noun)) return [];
  const businesses = all().filter((named) => (named.mentions[0]?.start ?? at) < at);
  const [only] = businesses;
  if (only === undefined || businesses.length > 1) return [];
  const isSame = [...nounsOf(discourse, only)].some((one) => isSameBusiness(noun, one));
  return isSame ? [only] : [];
}

/** Named things in a story that are neither people nor places. */
interface Things {
  readonly all: readonly Named[];
  /** By each word of the name, in lower case. */
  readonly byWord: ReadonlyMap<string, readonly Named[]>;
  /** Those that the story calls a business: `Chipmaker Ode`. */
  readonly businesses: () => readonly Named[];
  /** By what the story says of them, filled in as asked. */
  readonly byKind: Map<string, readonly Named[]>;
}

const things = new WeakMap<Discourse, Things>(); // shared by all descriptions

function thingsOf(discourse: Discourse): Things {
  const known = things.get(discourse);
  if (known !== undefined) return known;
  const all = discourse.names.filter(({ kind }) => kind === 'organisation' || kind === 'other');
  const byWord = new Map<string, Named[]>();
  for (const named of all) {
    for (const word of new Set(named.name.toLowerCase().split(' '))) {
      const same = byWord.get(word);
      if (same === undefined) byWord.set(word, [named]);
      else same.push(named);
    }
  }
  const businesses = once(() =>
    all.filter((named) => [...nounsOf(discourse, named)].some((one) => isBusiness(one))),
  );
  const read = { all, byWord, businesses, byKind: new Map<string, readonly Named[]>() };
  things.set(discourse, read);
  return read;
}

function thingsOfKind(
  discourse: Discourse,
  { all, byKind: known }: Things,
  noun: string,
  isKind: boolean,
): readonly Named[] {
  const isOne = (named: Named): boolean =>
    isCalled(discourse, named, noun) ||
    named.name.split(' ').some((word) => word.toLowerCase() === noun || tellsKind(word, noun)) ||
    (OUTLETS.includes(noun) &&
      (named.name.split(' ').some(isOutletWord) ||
        OUTLETS.some((one) => named.name.toLowerCase().startsWith(`${one} `)) || // `Newspaper El Faro`
        OUTLETS.some((one) => isCalled(discourse, named, one))));
  // `the vendor` for `Lund Systems, a vendor in Ives`
  const isIt = isKind ? isOne : (named: Named): boolean => isCalled(discourse, named, noun);
  const fits = known.get(noun) ?? all.filter(isIt);
  known.set(noun, fits);
  return fits;
}

/** Whether the story says what it is right next to its name: `the insurer Lund Mutual`, `Avion, an airline`. */
export function isCalled(discourse: Discourse, named: Named, noun: string): boolean {
  return nounsOf(discourse, named).has(noun);
}

function nounsOf(discourse: Discourse, named: Named): ReadonlySet<string> {
  const all = called.get(discourse) ?? new Map<Named, ReadonlySet<string>>();
  called.set(discourse, all);
  const nouns = all.get(named) ?? nounsBeside(discourse, named);
  all.set(named, nouns);
  return nouns;
}

// every description checks this for all names
const called = new WeakMap<Discourse, Map<Named, ReadonlySet<string>>>();

function nounsBeside(
  { text, headline }: Discourse,
  { name, mentions }: Named,
): ReadonlySet<string> {
  const at = headline?.indexOf(` ${name}`) ?? -1;
  const beside = mentions.flatMap(({ start, end }) => {
    const before = text.slice(Math.max(0, start - 80), start).trimEnd();
    const behind = /^,? (?:an?|the|one of|its|is an?|which is)((?: [\p{L}'’-]+){1,5})/u.exec(
      text.slice(end, end + 80),
    )?.[1];
    const isApposed = before.endsWith(',') && /^[,.;)]/.test(text.slice(end, end + 1));
    const apposed = isApposed
      ? /(?<!\p{L})(?:the|an?|its|his|her|their|\p{L}+['’]s?) (\p{L}[^,.;“”"]{1,60}),$/iu.exec(
          before,
        )
      : null;
    return [before, headOf(apposed?.[1] ?? ''), headOf(behind ?? '')];
  });
  const words = [...beside, at < 0 ? '' : (headline?.slice(0, at) ?? '')];
  return new Set(words.flatMap((some) => /[\p{L}-]+$/u.exec(some)?.[0].toLowerCase() ?? []));
}

/** `insurer` of `insurer named on the certificate`. */
function headOf(words: string): string {
  return words.split(/ (?:of|in|at|for|on|from|named|called|based|that|which|who) /)[0] ?? words;
}

const FAR = 2; // sentences: further back, nobody is still being spoken of

/** The organisations named in this sentence, else in the one before. */
function nearThings(discourse: Discourse, at: number): readonly Named[] {
  for (let back = 0; back <= FAR; back += 1) {
    const near = namedBefore(discourse, at, back)
      .map(({ named }) => named)
      .filter(({ kind, name }) => {
        if (isOutletWord(name.split(' ').at(-1) ?? '')) return false;
        return kind === 'organisation' || (kind === 'other' && back === 0); // further back, it may be anyone
      });
    if (near.length > 0) return near;
  }
  return [];
}
