import { isContent, lettersAt, twoWordVerbAt } from '../text/terms.ts';
import { readTokens, type Token } from '../text/tokens.ts';
import { type AnswerKind, kindOfAnswer, type QuestionWord } from './answer-kind.ts';
import { findFocus, findGap, findQuestionWord, findVerb, type Gap } from './question-parts.ts';
import { categoryOf, relatedStems } from './synonyms.ts';

/** A content word of a question. */
export interface Term {
  readonly token: Token;
  readonly stem: string;
  readonly role: 'name' | 'number' | 'focus' | 'verb' | 'noun' | 'other';
}

/** A question, taken apart. */
export interface Question {
  readonly text: string;
  /** The previous question of the conversation, if this one depends on it; else ''. */
  readonly before: string;
  readonly tokens: readonly Token[];
  readonly asking: QuestionWord;
  /** The index of the asking word among the tokens; -1 if there is none. */
  readonly at: number;
  readonly kind: AnswerKind;
  /** The noun asked for: `newspaper` in "which newspaper", `jobs` in "how many jobs". */
  readonly focus: Token | null;
  /** The main verb, no auxiliary: `pledge` in "what did Ma pledge to do". */
  readonly verb: Token | null;
  /** Where the answer would be in a plain sentence: before or after the verb. */
  readonly gap: Gap;
  readonly terms: readonly Term[];
  /** Runs of capitalised words: `Jack Ma`, `White House`. */
  readonly names: readonly string[];
  readonly negated: boolean;
}

const LONGEST = 600; // UTF-16 units read of a question: nobody asks longer ones
const MOST_TERMS = 24;

/** `What is the pilot's name?`, `What was the name of the ship?`, `What is the vet called?` */
const ASKS_NAME =
  /^what(?:['’]s| is| was| are| were) (?:\p{Ll}+ names? of |.+['’]s? names?\W*$|(?:the|her|his|their|its) [\p{Ll} ]+ (?:called|named)\W*$)/iu;

const NAMING = /^(?:names?|called|named)$/u;

/** `What is Ann Ode's job?`, `What does Ann Ode do for a living?`, `What does Acme do?`: these ask who or what that is. */
const ASKS_TRADE = [
  /^[Ww]hat(?:['’]s| is| was) (\p{Lu}.*?)['’]s? (?:job|role|profession|occupation|position|post|title|trade)\W*$/u,
  /^[Ww]hat do(?:es)? (\p{Lu}.*?) do(?: for a (?:living|job))?\W*$/u,
];

/** Takes a question apart: what it asks for, and the words to search with. */
export function readQuestion(text: string): Question {
  const tokens = retagNames(readTokens(text.slice(0, LONGEST)));
  const read = readPlainly(text, tokens);
  if (ASKS_NAME.test(text)) {
    const terms = read.terms.filter(({ token }) => !NAMING.test(token.lower));
    return { ...read, ...readNamed(tokens, read), verb: null, gap: 'complement', terms };
  }
  const [name] = ASKS_TRADE.flatMap((shape) => shape.exec(text)?.[1] ?? []);
  if (name === undefined) return read;
  const end = text.indexOf(name) + name.length;
  const terms = read.terms.filter(({ token }) => token.end <= end);
  return { ...read, kind: 'definition', focus: null, verb: null, gap: 'complement', terms };
}

/**
 * A question that depends on the previous one: it is searched with the words of both, and if it
 * does not say what it asks for (`and in April?`), it asks for the same.
 */
export function leanOn(question: Question, before: string): Question {
  const earlier = readQuestion(before);
  const known = new Set(question.terms.map(({ stem }) => stem));
  const terms = [...question.terms, ...earlier.terms.filter(({ stem }) => !known.has(stem))];
  const isOpen = question.asking === 'none' || /^(?:what|how) about\b/iu.test(question.text);
  return {
    ...question,
    before,
    terms: terms.slice(0, MOST_TERMS),
    kind: isOpen ? earlier.kind : question.kind,
  };
}

/** A question with its context, as put to a story. */
export function wholeOf({ before, text }: Question): string {
  return `${before} ${text}`.trim();
}

/** `who is pavel renn`: a word in no dictionary is a name, whatever its tag. */
function retagNames(tokens: readonly Token[]): readonly Token[] {
  const [who, be] = tokens;
  if (who?.lower !== 'who' || !/^(?:is|was|are|were)$/u.test(be?.lower ?? '')) return tokens;
  const isName = ({ text, stem, tag }: Token): boolean =>
    /^(?:NOUN|VERB|ADJ|ADV)$/u.test(tag) &&
    /^\p{Ll}{2,}$/u.test(text) &&
    relatedStems(stem).size === 0 &&
    categoryOf(stem) === 0;
  return tokens.map((token, i) => (i > 1 && isName(token) ? { ...token, tag: 'PROPN' } : token));
}

function readPlainly(text: string, tokens: readonly Token[]): Question {
  const { asking, at } = findQuestionWord(tokens);
  const verb = findVerb(tokens, at);
  const focus = findFocus(
    tokens.map((token) => (token === verb ? { ...token, tag: 'VERB' } : token)),
    asking,
    at,
  );
  return {
    text,
    before: '',
    tokens,
    asking,
    at,
    kind: kindOfAnswer(asking, focus, verb, tokens),
    focus,
    verb,
    gap: findGap(tokens, at, focus, verb),
    terms: readTerms(tokens, focus, verb),
    names: readNames(tokens),
    negated: tokens.some((token) => /^(?:not|n't|never|no|cannot|without)$/u.test(token.lower)),
  };
}

/** Whose name is asked for: the noun it belongs to, and what kind of thing that is. */
function readNamed(
  tokens: readonly Token[],
  { asking, at, focus }: Question,
): Pick<Question, 'focus' | 'kind'> {
  const named = NAMING.test(focus?.lower ?? '') ? null : focus;
  const bare = tokens.filter(({ lower }) => !NAMING.test(lower));
  const noun = named ?? findFocus(bare, asking, at);
  return { focus: noun, kind: kindOfAnswer(asking, noun, null, bare) };
}

function readTerms(
  tokens: readonly Token[],
  focus: Token | null,
  verb: Token | null,
): readonly Term[] {
  const seen = new Set<string>();
  const terms: Term[] = [];
  const particles = new Set<number>();
  for (let i = 0; i < tokens.length && terms.length < MOST_TERMS; i += 1) {
    const token = tokens[i] as Token;
    const two = twoWordVerbAt(tokens, i); // `passed away` is searched as `died`
    const known = two !== null && relatedStems(two.stem).size > 0 ? two : null;
    if (known !== null) particles.add(known.particle);
    const letters = lettersAt(tokens, i); // `United States` is searched as `U.S.`
    const stem = known?.stem ?? letters ?? token.stem;
    if (letters !== null) i += 1;
    if ((known === null && !isContent(token)) || particles.has(i) || seen.has(stem)) continue;
    seen.add(stem);
    terms.push({ token, stem, role: roleOf(token, focus, verb) });
  }
  return terms;
}

function roleOf(token: Token, focus: Token | null, verb: Token | null): Term['role'] {
  if (token === focus) return 'focus';
  if (token === verb) return 'verb';
  if (token.tag === 'NUM' || /^\p{N}/u.test(token.text)) return 'number';
  if (token.tag === 'PROPN' && token.text !== token.lower) return 'name';
  return token.tag === 'NOUN' || token.tag === 'PROPN' ? 'noun' : 'other';
}

/** Runs of capitalised names, the opening word of the question only when tagged as a name. */
function readNames(tokens: readonly Token[]): readonly string[] {
  const names: string[] = [];
  let run: string[] = [];
  const close = (): void => {
    if (run.length > 0) names.push(run.join(' '));
    run = [];
  };
  for (const token of tokens) {
    if (token.tag === 'PROPN' && /^\p{Lu}/u.test(token.text)) run.push(token.text);
    else close();
  }
  close();
  return names;
}
