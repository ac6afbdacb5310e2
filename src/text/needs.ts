/**
 * What every text has that a pattern matches: of each of these at least one, in small letters; `DIGIT` stands for any
 * digit. Empty where nothing can be told.
 */
export type Needs = readonly (readonly string[])[];

export const DIGIT = '\\d';

const MOST = 14; // alternatives: with more, looking for them takes as long as the pattern

/**
 * What a text must have for a pattern to match, read off the pattern's source: of `the (?:last|next) week` both `the ` and
 * ` week`, and one of `last` and `next`. A necessary condition only: a look-up where the pattern would take a scan.
 */
export function needsOf({ source }: RegExp): Needs {
  const { needs, at } = readBranches(source, 0);
  if (at < source.length) return [];
  const known = new Map(needs.map((one) => [one.join('|'), one]));
  return [...known.values()].toSorted((a, b) => a.length - b.length);
}

interface Read {
  readonly needs: Needs;
  readonly at: number;
}

/** `a|b` up to the closing bracket or the end: one of what each branch needs most. */
function readBranches(source: string, from: number): Read {
  const branches: Needs[] = [];
  let at = from;
  for (;;) {
    const branch = readBranch(source, at);
    branches.push(branch.needs);
    at = branch.at;
    if (source[at] !== '|') break;
    at += 1;
  }
  if (branches.length === 1) return { needs: branches[0] ?? [], at };
  const best = branches.map((one) => one.toSorted((a, b) => worth(b) - worth(a))[0]);
  const all = [...new Set(best.flatMap((one) => one ?? []))];
  const isKnown = best.every((one) => one !== undefined) && all.length <= MOST;
  return { needs: isKnown ? [all] : [], at };
}

function worth(needs: readonly string[]): number {
  return Math.min(...needs.map((one) => (one === DIGIT ? 1 : one.length))) + 1 / needs.length;
}

/** One thing after another: what each of them needs, letters in a row together. */
function readBranch(source: string, from: number): Read {
  const needs: (readonly string[])[] = [];
  let letters = '';
  const endRun = (): void => {
    if (letters !== '' && letters !== ' ') needs.push([letters]);
    letters = '';
  };
  let at = from;
  while (at < source.length && source[at] !== '|' && source[at] !== ')') {
    const one = readPiece(source, at);
    const { least, width } = readQuantifier(source, one.at);
    if (one.letter !== null && least > 0) letters += one.letter;
    if (one.letter === null || width > 0) endRun();
    if (one.letter === null && least > 0) needs.push(...one.needs);
    at = one.at + width;
  }
  endRun();
  return { needs, at };
}

/** A letter, a class, a group or an assertion; `letter` where it is one certain letter. */
function readPiece(source: string, at: number): Read & { readonly letter: string | null } {
  const nothing = (to: number) => ({ needs: [], letter: null, at: to });
  const char = source[at] ?? '';
  if (char === '(') return { ...readGroup(source, at), letter: null };
  if (char === '[') {
    const end = classEnd(source, at);
    const [, one = '', other = ''] = /^\[(\p{L})(\p{L})\]$/u.exec(source.slice(at, end)) ?? [];
    const isOne = one !== '' && one.toLowerCase() === other.toLowerCase();
    if (isOne) return { needs: [], letter: one.toLowerCase(), at: end };
    const marks = MARKS.exec(source.slice(at, end))?.[1];
    return marks === undefined ? nothing(end) : { ...nothing(end), needs: [[...marks]] };
  }
  if (char === '\\') {
    const wide = /^\\(?:[pPu]\{[^}]*\}|k<[^>]*>|x[\da-f]{2}|u[\da-f]{4})/i.exec(source.slice(at));
    if (wide !== null) return nothing(at + wide[0].length);
    const next = source[at + 1] ?? '';
    if (next === 'd') return { needs: [[DIGIT]], letter: null, at: at + 2 };
    return /[\p{L}\d]/u.test(next) ? nothing(at + 2) : { needs: [], letter: next, at: at + 2 };
  }
  if (/[.^$]/.test(char)) return nothing(at + 1);
  return { needs: [], letter: char.toLowerCase(), at: at + 1 };
}

/** `[½¼¾]`, `[-–]`: a class of marks alone, none of which stands in every sentence. */
const MARKS = /^\[(-?[^\p{L}\p{Nd}\\\]^\s.,-]{1,13})\]$/u;

/** What is in brackets; of an assertion that something is absent, nothing. */
function readGroup(source: string, at: number): Read {
  const [opening = '('] = /^\((?:\?(?:<?[=!]|:|<[^>]+>))?/.exec(source.slice(at, at + 40)) ?? [];
  const inner = readBranches(source, at + opening.length);
  return { needs: opening.endsWith('!') ? [] : inner.needs, at: inner.at + 1 };
}

function classEnd(source: string, from: number): number {
  for (let at = from + 1; at < source.length; at += 1) {
    if (source[at] === '\\') at += 1;
    else if (source[at] === ']') return at + 1;
  }
  return source.length;
}

/** How often at least a quantifier wants what is before it, and how many characters it takes; none: once. */
function readQuantifier(
  source: string,
  at: number,
): { readonly least: number; readonly width: number } {
  const [whole = '', sign = '', least = ''] =
    /^(?:([*+?])|\{(\d+)(?:,\d*)?\})\??/.exec(source.slice(at, at + 12)) ?? [];
  if (whole === '') return { least: 1, width: 0 };
  return { least: sign === '' ? Number(least) : sign === '+' ? 1 : 0, width: whole.length };
}
