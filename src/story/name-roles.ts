import { isSaying } from '../text/lexicon/saying.ts';
import { genderOfTitle, isShortTitle, isTitle } from '../text/lexicon/titles.ts';
import { kindOfLemma } from '../text/lexicon/word-kinds.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import type { NameRun } from './name-runs.ts';

const LONGEST_ROLE = 30; // tokens: longer appositions are clauses

/** How the story describes a name at this place: `Alibaba's founder`, `a research fellow at …`; or null. */
export function findRole(run: NameRun): Span | null {
  return roleAfter(run) ?? roleBefore(run) ?? roleBeforeComma(run);
}

/** `Bai Ming, a research fellow at the Academy told …`: an apposition up to its comma or its verb. */
function roleAfter(run: NameRun): Span | null {
  const { tokens } = run.sentence;
  const from = run.to + (isAge(tokens, run.to + 1) ? 3 : 1);
  const opening = tokens[from];
  if (!/^[,(—–]$/.test(tokens[run.to]?.text ?? '') || opening === undefined) return null;
  if (!opensRole(tokens, from)) return null;
  // `In Lund, a porter gave`: another clause begins
  if (/^(?:in|near)$/.test(tokens[run.from - 1]?.lower ?? '')) return null;
  let to = from;
  while (to < tokens.length && to - from < LONGEST_ROLE && !endsRole(tokens, to, from)) to += 1;
  const words = tokens.slice(from, to);
  // `In an interview with Ode, the director said`: another clause begins
  if (opening.lower === 'the' && /^(?:VERB|AUX)$/.test(tokens[to]?.tag ?? '')) return null;
  if (to >= tokens.length || to - from >= LONGEST_ROLE || !describesPerson(words)) return null;
  // `a teacher who | was`: what is told there is cut off
  const whole = /^(?:who|which|that|whose)$/.test(words.at(-1)?.lower ?? '') ? -1 : words.length;
  return spanOf(words.slice(0, whole));
}

/** `Ann Ode, 58, a nurse` */
function isAge(tokens: readonly Token[], at: number): boolean {
  return /^\d\d?\d?$/.test(tokens[at]?.text ?? '') && tokens[at + 1]?.text === ',';
}

function opensRole(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.tag === 'ADP' || /^who(?:se)?$/.test(token.lower)) return false; // `Ode, with an assistant,`, `Ode, whose husband`
  if (/^(?:a|an|the|one|its|his|her|their|then|now|former|formerly)$/.test(token.lower))
    return true;
  // `Ann Ode, head of research,`: a bare noun; `Ann Ode, Acme's head,`
  const near = tokens.slice(at, at + 5);
  const stop = near.findIndex((word) => /^(?:VERB|AUX|PUNCT|CCONJ)$/.test(word.tag));
  return (stop < 0 ? near : near.slice(0, stop)).some(isPersonNoun);
}

function endsRole(tokens: readonly Token[], at: number, from: number): boolean {
  const token = tokens[at];
  if (token === undefined || /^(?:[,;:)—–.?!“"]|''|--)$/.test(token.text)) return true;
  if (at === from) return false;
  const isVerb =
    (token.tag === 'VERB' || token.tag === 'AUX') &&
    /^(?:said|says|told|tells|was|is|has|had|added|will)$/.test(token.lower);
  return (
    isVerb ||
    (token.tag === 'VERB' && isSaying(token.lemma) && /ed$|^(?:wrote|writes)$/.test(token.lower))
  );
}

/** Whether a word says what a person is: `founder`, `spokeswoman`, `economist`. */
function isPersonNoun(token: Token): boolean {
  return /^(?:NOUN|PROPN|ADJ)$/.test(token.tag) && (isTitle(token.text) || isPerson(token.lemma));
}

const PERSON_ENDING =
  /.(?:man|woman|person|ologist|onomist|chemist|keeper|maker|owner|holder|worker|author|fighter|caster)$/;

/** Whether a noun in small letters, not a plural, is a word for a person. */
export function isPerson(noun: string): boolean {
  return kindOfLemma(noun, 'NOUN') === 3 || PERSON_ENDING.test(noun) || isKin(noun);
}

/** Whether a noun in small letters says whose relative someone is: `widow`, `grandson`. */
export function isKin(noun: string): boolean {
  return KIN.test(noun);
}

// `step-`, `great-grand-`, in one word or more
const KIN =
  /^(?:(?:great|step|half|grand|god)-?)*(?:(?:m|f|grandm|grandf)other|father|sister|brother|daughter|son|niece|nephew|aunt|uncle|wife|husband|widow|widower)(?:-in-law)?$/;

/** The main noun of a description: the last before what hangs on it. */
function mainNoun(words: readonly Token[]): Token | undefined {
  const stop = words.findIndex(
    (token, i) =>
      i > 0 &&
      (/^(?:ADP|SCONJ|VERB|CCONJ)$/.test(token.tag) ||
        /^(?:who|whose|which|that)$/.test(token.lower)),
  );
  const own = stop < 0 ? words : words.slice(0, stop);
  const last = own.at(-1); // `the retired postwoman`, taken for an adjective
  if (last?.tag === 'ADJ' && PERSON_ENDING.test(last.lower)) return last;
  return own.findLast((token) => /^(?:NOUN|PROPN)$/.test(token.tag));
}

function describesPerson(words: readonly Token[]): boolean {
  const noun = mainNoun(words);
  return noun !== undefined && isPersonNoun(noun);
}

/** `Alibaba's founder Jack Ma`, `former US Secretary of State Henry Kissinger`: what stands in front. */
function roleBefore(run: NameRun): Span | null {
  const { tokens } = run.sentence;
  let from = run.from;
  const least = Math.max(0, run.from - LONGEST_ROLE);
  while (from > least && describes(tokens, from - 1)) {
    // `the captain of the ferry Maud`: what stands before `of` is no word for the ship
    if (tokens[from - 1]?.lower === 'of' && from <= run.from - run.titleWords.length) break;
    from -= 1;
    if (/^['’]s?$/.test(tokens[from]?.text ?? '')) {
      while (from > 0 && tokens[from - 1]?.tag === 'PROPN') from -= 1;
      break;
    }
  }
  const owner = tokens[from - 1]?.lower ?? '';
  if (isKin(tokens[run.from - 1]?.lower ?? '') && /^(?:his|her|their)$/.test(owner)) from -= 1;
  const words = tokens
    .slice(from, run.from)
    .filter((token) => !isShortTitle(token.text) && !HONORIFIC.test(token.lower));
  const owns = /^['’]s?$/.test(words.at(-1)?.text ?? ''); // `the widow's Pearl`: no description of it
  return !owns && describesPerson(words) ? spanOf(words) : null;
}

const HONORIFIC = /^(?:sir|dame|lord|lady|justice|pope|king|queen|prince|princess)$/; // the name tells it

function describes(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (/^(?:NOUN|ADJ|PROPN)$/.test(token.tag) || /^['’]s?$/.test(token.text)) return true;
  if (/^(?:former|then|acting|elect|of|-|general)$/.test(token.lower))
    return tokens[at + 1] !== undefined;
  return token.lower === 'the' && tokens[at - 1]?.lower === 'of';
}

/** `the council's leader, Ann Ode, said`: a description, a comma, the name. */
function roleBeforeComma(run: NameRun): Span | null {
  const { tokens } = run.sentence;
  const comma = run.from - 1 - run.titleWords.length;
  if (tokens[comma]?.text !== ',' || !/^[,.]$/.test(tokens[run.to]?.text ?? '')) return null;
  let from = comma;
  const least = Math.max(0, comma - LONGEST_ROLE);
  while (
    from > least &&
    (describes(tokens, from - 1) || /^(?:ADP|DET|PRON)$/.test(tokens[from - 1]?.tag ?? ''))
  ) {
    from -= 1;
    if (
      /^(?:the|its|their|his|her|a|an)$/.test(tokens[from]?.lower ?? '') &&
      tokens[from - 1]?.tag !== 'ADP'
    )
      break;
  }
  const words = tokens.slice(from, comma);
  const owned = words.some((token) => /^['’]s?$/.test(token.text));
  const opens = owned || words[0]?.tag === 'DET' || words[0]?.tag === 'PRON';
  return opens && describesPerson(words) ? spanOf(words) : null;
}

function spanOf(tokens: readonly Token[]): Span | null {
  const first = tokens[0];
  const last = tokens.at(-1);
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

/** The gender that a run's title tells, or its role: `Mr. Ode`, `Anna Ode, a Welsh actress`. */
export function genderOfRole(text: string, run: NameRun): 'male' | 'female' | null {
  const role = findRole(run);
  if (role === null) return genderOfTitles(run);
  const { tokens } = run.sentence;
  const noun = mainNoun(tokens.filter(({ start, end }) => role.start <= start && end <= role.end));
  const words = text.slice(role.start, role.end).split(/[^\p{L}]+/u);
  return genderOfTitles(run) ?? genderOfNoun(noun?.lower ?? '') ?? genderOfWords(words.slice(0, 8));
}

/** The gender that a noun for a person shows: `widow`, `great-grandson`. */
export function genderOfNoun(noun: string): 'male' | 'female' | null {
  const bare = noun.replace(/^(?:(?:great|step|half|god)-?)*(?:grand)?|-in-law$/g, '');
  return genderOfTitle(bare);
}

/** The gender that a run's title tells: `Mr. Ode`. */
export function genderOfTitles({ titleWords }: NameRun): 'male' | 'female' | null {
  return genderOfWords(titleWords);
}

function genderOfWords(words: readonly string[]): 'male' | 'female' | null {
  for (const word of words) {
    const gender = genderOfTitle(word);
    if (
      gender !== null &&
      /(?:man|woman|m[rs]s?|miss|sir|dame|lady|king|queen|princ|actr|bar|father|sister)/i.test(word)
    )
      return gender;
  }
  return null;
}
