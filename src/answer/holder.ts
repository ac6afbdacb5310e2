import type { Span } from '../text/span.ts';
import { stem } from '../text/stem.ts';
import { findDescription } from './define.ts';
import type { Sought, SoughtTerm } from './match.ts';
import type { SentenceView } from './view.ts';

const SAME_OFFICE = 0.8; // a synonym or a derivation: `leads`, `leader`; `council` is no `councillor`
// Who runs something is called by other words than `runner`.
const RUN = new Set(['run', 'head', 'lead', 'manage'].map(stem));
const HEADS = new Set(
  ['chief', 'head', 'leader', 'director', 'manager', 'chair', 'president'].map(stem),
);
const TOP = 3; // sentences: what a story is about is told there

/** What a sentence tells in as many words: what somebody or something is, or who holds an office; or null. */
export function findTold(sought: Sought, view: SentenceView): Span | null {
  return findDescription(sought.question, view) ?? findHolder(sought, view);
}

/**
 * Who holds the office that a question asks about, where this sentence tells it: `Ann Ode` in
 * `Governor Ann Ode has sent …` for "What is the governor's name?", `Bo Dray` in `The council's
 * leader, Bo Dray,` for "Who leads the council?". Null where it asks for none.
 */
export function findHolder(sought: Sought, view: SentenceView): Span | null {
  const { question, terms } = sought;
  if (question.kind !== 'person' || question.gap === 'object') return null;
  const office = findOffice(sought);
  if (office === null) return null;
  const { start, end } = view.sentence;
  const isHere = (span: Span | null): boolean =>
    span !== null && span.start >= start && span.end <= end;
  for (const { named, role } of view.story.names) {
    const mention = named.mentions.find(isHere);
    if (mention === undefined || /^(?:place|organisation)$/u.test(named.kind)) continue;
    const words = isHere(named.role) ? role : titleOf(mention, view);
    if (!holds(office, words) || isOfAnother(terms, words, view)) continue;
    const rest = terms.filter((term) => term !== office);
    if (rest.every((term) => belongs(term, words, view))) return mention;
  }
  return null;
}

/** The title that a name is mentioned with: `Gov.` */
function titleOf({ start }: Span, { sentence: { tokens } }: SentenceView): ReadonlySet<string> {
  const title = tokens[tokens.findIndex((token) => token.start === start) - 1];
  return new Set(title !== undefined && /^\p{Lu}/u.test(title.text) ? [title.stem] : []);
}

/** The word for the office: the verb that says what somebody does, or the noun: `mayor` in "the town's mayor of". */
function findOffice({ question, terms }: Sought): SoughtTerm | null {
  const verb = terms.find(({ term }) => term.role === 'verb');
  if (verb !== undefined) return verb;
  const { tokens, at } = question;
  const end =
    tokens.find(({ tag }, i) => i > at && tag === 'ADP')?.start ?? Number.POSITIVE_INFINITY;
  const isNoun = ({ term: { role, token } }: SoughtTerm): boolean =>
    (role === 'noun' || role === 'focus') && token.start < end;
  return terms.findLast(isNoun) ?? null;
}

/** Whether the office is another's: `Acme's director` when the director of Bolt is asked for. */
function isOfAnother(
  terms: readonly SoughtTerm[],
  words: ReadonlySet<string>,
  { story: { proper } }: SentenceView,
): boolean {
  const isNamed = [...words].some((stem) => proper.has(stem));
  const names = terms.filter(({ role }) => role === 'name');
  return isNamed && names.length > 0 && !names.some((term) => holds(term, words));
}

function holds({ term, expansions }: SoughtTerm, role: ReadonlySet<string>): boolean {
  if (term.role === 'verb' && RUN.has(term.stem) && [...role].some((word) => HEADS.has(word)))
    return true;
  return expansions.some(({ stem, strength }) => strength >= SAME_OFFICE && role.has(stem));
}

/** Whether another word of the question is said of the office, of the sentence, or of the whole story. */
function belongs(
  term: SoughtTerm,
  role: ReadonlySet<string>,
  { positions, story }: SentenceView,
): boolean {
  if (holds(term, role)) return true;
  const isIn = (view: SentenceView): boolean => view.positions.has(term.term.stem);
  return positions.has(term.term.stem) || story.sentences.slice(0, TOP).some(isIn);
}
