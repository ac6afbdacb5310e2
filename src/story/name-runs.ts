import { isForename } from '../text/lexicon/forenames.ts';
import { isOrganisationWord } from '../text/lexicon/organisations.ts';
import { isNationality, isPlace } from '../text/lexicon/places.ts';
import { isOutletWord } from '../text/lexicon/source-words.ts';
import { isShortTitle, isTitle } from '../text/lexicon/titles.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import { isPerson } from './name-roles.ts';
import type { Sentence } from './story.ts';

/** A run of capitalised words that names someone or something, its title apart. */
export interface NameRun extends Span {
  /** As it is written, spaces made single: `Henry Kissinger`. */
  readonly words: string;
  /** The words before it that are title or description: `former US Secretary of State`; or null. */
  readonly title: Span | null;
  readonly titleWords: readonly string[];
  readonly sentence: Sentence;
  /** Positions of its tokens in `sentence.tokens`, half-open. */
  readonly from: number;
  readonly to: number;
}

/** Words in small letters that belong to a surname, as alternatives of a pattern: `van der Meer`. */
export const PARTICLES =
  'de|del|della|der|den|di|da|das|do|dos|du|la|le|van|von|zu|zur|ter|ten|bin|bint|ibn|abu|al|el|ap|af|av|ní|nic|uí';

const LINKS = new RegExp(`^(?:of|the|and|for|${PARTICLES}|&|-|['’]s)$`, 'iu');
const PARTICLE = new RegExp(`^(?:${PARTICLES})$`, 'iu');
const CALENDAR =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$|^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|christmas|easter|gmt|est|am|pm)\.?$/i;

/** Whether a word opens its sentence in the plural and is no name there: `Prosecutors`, `Tens of thousands`. */
export function isPlainPlural({ words, from, sentence }: NameRun): boolean {
  const plural = /^\p{Lu}\p{Ll}+s$/u.test(words) && opensSentence(sentence.tokens, from);
  const noun = words.toLowerCase().slice(0, -1);
  return (
    plural && (isPerson(noun) || /^(?:ten|dozen|score|hundred|thousand|[mb]illion)$/.test(noun))
  );
}

/** The runs of names in a sentence, in order. `common` holds the words the story also writes small. */
export function findNameRuns(
  text: string,
  sentence: Sentence,
  common: ReadonlySet<string>,
): readonly NameRun[] {
  const { tokens } = sentence;
  const runs: NameRun[] = [];
  let i = 0;
  while (i < tokens.length) {
    if (!isNameWord(tokens, i, common)) {
      i += 1;
      continue;
    }
    const to = findEnd(tokens, i, common);
    for (const run of splitRun(text, sentence, i, to)) runs.push(run);
    i = to;
  }
  return runs;
}

const ELIDED = /^(?:d|dell|dall)['’]\p{Lu}/u; // `Rémy d’Ode`

/** Whether a word (any case) is a particle of surnames: `van`, `Ní`. */
export function isParticle(word: string): boolean {
  return PARTICLE.test(word);
}

function isNameWord(tokens: readonly Token[], at: number, common: ReadonlySet<string>): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (ELIDED.test(token.text)) return /^\p{Lu}/u.test(tokens[at - 1]?.text ?? '');
  if (!/^\p{Lu}/u.test(token.text)) return false;
  if (CALENDAR.test(token.text) && !isSomeone(tokens, at)) return false;
  if (/^(?:No|Nos|Vol|Ch|Fig)\.?$/.test(token.text)) return false;
  if (/^(?:I|Q|A)$/.test(token.text) && !/^\p{Lu}/u.test(tokens[at + 1]?.text ?? '')) return false;
  if (/^(?:PRON|DET|AUX|CCONJ|SCONJ|PART|INTJ|SYM|NUM)$/.test(token.tag)) return false;
  if (!opensSentence(tokens, at)) return token.tag !== 'ADP' && token.tag !== 'ADV';
  const next = tokens[at + 1];
  const isSurname = isParticle(token.lower) && next?.tag === 'PROPN'; // `Van der Meer said`
  if (token.tag === 'PROPN') return isSurname || !common.has(token.lower);
  if (isForename(token.text) || isTitle(token.text))
    return next !== undefined && /^\p{Lu}/u.test(next.text);
  return isPlace(token.text) || (isNationality(token.text) && next?.tag === 'PROPN');
}

/** `June Ode said`, `April said`, `the Sunday Ledger`; not `in June`. */
function isSomeone(tokens: readonly Token[], at: number): boolean {
  const [word, next] = [tokens[at], tokens[at + 1]];
  if (word === undefined || next === undefined) return false;
  const isPaper = isOutletWord(next.text) && /^\p{Lu}/u.test(next.text);
  if (isPaper && /^the$/i.test(tokens[at - 1]?.text ?? '')) return true;
  if (!isForename(word.text)) return false;
  return next.tag === 'PROPN' || (next.tag === 'VERB' && tokens[at - 1]?.tag !== 'ADP');
}

/** Whether a capital letter tells nothing here: at the start, after an opening mark, a colon. */
function opensSentence(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before === undefined || /^[.:?!;“"‘'`«(•*–—-]+$|^''$/.test(before.text);
}

function findEnd(tokens: readonly Token[], from: number, common: ReadonlySet<string>): number {
  let to = from + 1;
  while (to < tokens.length) {
    if (isNameWord(tokens, to, common)) to += 1;
    else if (joins(tokens, to) && isNameWord(tokens, to + 1, common)) to += 2;
    else if (joins(tokens, to) && joins(tokens, to + 1) && isNameWord(tokens, to + 2, common))
      to += 3;
    else if (/^-$/.test(tokens[to]?.text ?? '') && tokens[to + 1]?.lower === 'elect') to += 2;
    else break;
  }
  return to;
}

function joins(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token === undefined || before === undefined || !LINKS.test(token.text)) return false;
  if (token.text === '-') return token.start === before.end && tokens[at + 1]?.start === token.end;
  return true;
}

/** Parts a run where it is more than one name: at `and`, `'s`, after a title, before `of the`. */
function splitRun(text: string, sentence: Sentence, from: number, to: number): readonly NameRun[] {
  const { tokens } = sentence;
  const runs: NameRun[] = [];
  let start = from;
  for (let i = from; i <= to; i += 1) {
    const token = tokens[i];
    const cut = i === to || (token !== undefined && parts(tokens, start, i, to));
    if (!cut) continue;
    const run = readRun(text, sentence, start, i);
    if (run !== null) runs.push(run);
    start = i === to || LINKS.test(token?.text ?? '') ? i + 1 : i;
    if (start > i && /^the$/i.test(tokens[start]?.text ?? '')) start += 1;
  }
  return runs;
}

/** Whether the joining word at `at` parts two names instead of joining one. */
function parts(tokens: readonly Token[], start: number, at: number, to: number): boolean {
  const word = tokens[at]?.lower ?? '';
  if (!LINKS.test(word) || at === start) return false;
  const before = tokens.slice(start, at);
  if (/^['’]s$/.test(word)) return true;
  if (word === 'of' || word === 'for') {
    // `Ministry of Commerce`, `Secretary of State` hold together; `Smith of Ohio` does not
    const held = before.at(-1)?.text ?? '';
    return !isOrganisationWord(held) && !isTitle(held);
  }
  if (word === 'the') return !/^(?:of|for)$/.test(tokens[at - 1]?.lower ?? '');
  if (word === 'and' || word === '&') {
    const after = tokens.slice(at + 1, to);
    const organised = before.some((token) => isOrganisationWord(token.text));
    const isOne =
      word === '&' || (organised && before.some((token) => /^(?:of|for)$/.test(token.lower)));
    return !isOne || isTitle(after[0]?.text ?? '') || isForename(after[0]?.text ?? '');
  }
  return word !== '-' && !isParticle(word);
}

/** The run between two tokens with its titles taken off, or null when nothing is left. */
function readRun(text: string, sentence: Sentence, start: number, end: number): NameRun | null {
  const { tokens } = sentence;
  let to = end;
  while (to > start && LINKS.test(tokens[to - 1]?.text ?? '')) to -= 1;
  const from = afterTitles(tokens, start, to);
  const first = tokens[from];
  const last = tokens[to - 1];
  if (first === undefined || last === undefined || from >= to) return null;
  const span = { start: first.start, end: last.end - possessive(last.text) };
  const words = text.slice(span.start, span.end).replace(/\s+/g, ' ');
  if (!/\p{L}{2}/u.test(words) || (to - from === 1 && isNationality(words))) return null;
  const opening = tokens[start];
  const title =
    from > start && opening !== undefined
      ? { start: opening.start, end: (tokens[from - 1] ?? opening).end }
      : null;
  const titleWords = tokens.slice(start, from).map((token) => token.lower);
  return { ...span, words, title, titleWords, sentence, from, to };
}

function possessive(word: string): number {
  return /['’]s$/i.test(word) ? 2 : /['’]$/.test(word) ? 1 : 0;
}

/** Where the name starts after `Sen.`, `former US Secretary of State`, `Chinese President`. */
function afterTitles(tokens: readonly Token[], start: number, to: number): number {
  const last = tokens[to - 1];
  if (
    last === undefined ||
    (to - start > 1 && isOrganisationWord(last.text) && !isShortTitle(tokens[start]?.text ?? ''))
  )
    return start;
  let from = start;
  for (let i = start; i < to; i += 1) {
    const word = tokens[i]?.text ?? '';
    if (!isTitle(word)) continue;
    // `Secretary of State Henry Kissinger`, `Chancellor of the Exchequer Ann Ode`, `President-elect`
    let next = i + 1;
    while (
      next < to &&
      /^(?:of|the|for|-|elect|state|exchequer|defen[cs]e|general|staff)$/i.test(
        tokens[next]?.text ?? '',
      )
    )
      next += 1;
    if (next < to && next - from <= 6) from = next;
  }
  while (
    from < to - 1 &&
    isNationality(tokens[from]?.text ?? '') &&
    isForename(tokens[from + 1]?.text ?? '')
  )
    from += 1;
  return from;
}
