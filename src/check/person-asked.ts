import { genderOfPronoun } from '../names/gender.ts';
import type { Named } from '../names/named.ts';
import { genderOfNoun } from '../names/role-gender.ts';
import { findPerson, headOf, isOfNobody, isPronoun } from '../quotes/person.ts';
import type { Statement } from '../statements/statement.ts';
import type { HeardStory, Story } from '../story/story.ts';
import { canBeBoth } from '../text/lexicon/epithets.ts';
import { isOrganisationWord } from '../text/lexicon/organisations.ts';
import { isPerson } from '../text/lexicon/person-nouns.ts';
import { sourceKindOf } from '../text/lexicon/source-words.ts';
import type { Span } from '../text/span.ts';
import { readWords } from '../text/words.ts';

/** The person asked about, and whom the stories know by that name. */
export interface PersonAsked {
  /** The people it can mean in the story; else the name as typed; none if a description fits nobody there. */
  readonly names: ReadonlySet<string>;
  readonly statements: ReadonlySet<Statement>;
  /** Whether the story names somebody like that. */
  readonly known: boolean;
  /** Whether the story quotes somebody like that. */
  readonly quoted: boolean;
}

/** Whom the name asked about means in a story; null if nobody was asked about. */
export type PersonAskedIn = (story: HeardStory) => PersonAsked | null;

/** Looks the name up in each story once, and only where it matters. */
export function readAsked(typed: string | null): PersonAskedIn {
  const known = new Map<HeardStory, PersonAsked>();
  return (story) => {
    if (typed === null) return null;
    const asked = known.get(story) ?? lookUp(story, typed);
    known.set(story, asked);
    return asked;
  };
}

function lookUp(story: HeardStory, typed: string): PersonAsked {
  const found = findPerson([story], typed);
  switch (found.kind) {
    case 'nobody': {
      const names = new Set(isDescription(typed) ? [] : [typed]);
      return { names, statements: new Set(), known: false, quoted: false };
    }
    case 'ambiguous': {
      const names = new Set(found.names);
      return { names, statements: new Set(), known: true, quoted: true };
    }
    case 'found': {
      const statements = new Set(found.people.flatMap((person) => person.statements));
      const names = new Set(found.people.map(({ name }) => name));
      return { names, statements, known: true, quoted: statements.size > 0 };
    }
  }
}

/** `the surveyor`: it may be anybody whom the story does not describe that way. */
function isDescription(typed: string): boolean {
  return /^(?:the|an?|his|her|its|their|our)\s/i.test(typed.trim());
}

/**
 * Whether a statement is by the person asked about; null if the story does not say: no speaker is given,
 * only a pronoun or a description that may be them, or words attributed to nobody.
 */
export function isBy(
  story: Story,
  statement: Statement | null,
  asked: PersonAsked,
): boolean | null {
  if (statement === null || !isSaid(statement)) return null;
  if (asked.statements.has(statement)) return true;
  const { name, words, basis } = statement.speaker;
  const isCalled = (shown: string): boolean =>
    [...asked.names].some((one) => isSameName(one, shown));
  if (asked.names.size === 0) return null;
  if (name !== null && isCalled(name)) return asked.known || null; // `Orme` may be David Orme
  if (name !== null) return false;
  if (words === null) return null;
  const shown = story.article.text.slice(words.start, words.end);
  if (isTold(statement, shown) && statement.speaker.via.some(isCalled)) return false;
  if (basis === 'label') return isCalled(shown) || null;
  return isPronoun(shown)
    ? cannotMean(story, shown, asked)
    : isDescribed(story, words, shown, asked);
}

/** `“A man yelled, ‘Run’,” Ode said`: whoever tells what somebody else said did not say it. */
function isTold({ nested, kind }: Statement, shown: string): boolean {
  return nested && kind === 'direct' && !/^(?:i|me|us|we|you|one|who|that|which)$/i.test(shown);
}

/** `she` is no man: false where nobody asked about can be meant, else null. */
function cannotMean(story: Story, pronoun: string, asked: PersonAsked): false | null {
  const gender = genderOfPronoun(pronoun);
  const meant = story.names.filter(({ name }) => asked.names.has(name));
  const isOther = meant.length > 0 && meant.every((one) => differs(one.gender, gender));
  return isOther ? false : null;
}

/** What is denied, refused, expected or only put as a question is nobody's; a question somebody asks is theirs. */
function isSaid({ stance, kind }: Statement): boolean {
  return stance === 'says' || (stance === 'asks' && kind === 'direct');
}

const SPEAKS_FOR =
  /\b(?:spokes(?:man|men|woman|women|person|people)|representatives?|statement)\b/i;

/** Whether a description means the person asked about; null if the story shows neither that it does nor that it does not. */
function isDescribed(story: Story, words: Span, shown: string, asked: PersonAsked): boolean | null {
  const meant = story.names.filter(({ name }) => asked.names.has(name));
  if (isBeside(story, words, meant)) return true;
  const inside = meant.find(({ aliases }) => aliases.some((alias) => holdsName(shown, alias)));
  if (inside === undefined)
    return cannotBe(shown, meant) || isCalledOtherwise(shown, asked) ? false : null;
  if (inside.kind === 'person') return false; // `Hale’s spokesman` is not Hale
  const isFor = inside.kind === 'organisation' || !/['’]|\b(?:for|of|to)\b/u.test(shown);
  return (isFor && SPEAKS_FOR.test(shown)) || null; // `a Quayline spokesman` speaks for Quayline
}

/** Whether a name asked about is right next to a description: `Mei Xinyu, an associate researcher`. */
function isBeside({ article }: Story, words: Span, meant: readonly Named[]): boolean {
  return meant.some(({ mentions }) =>
    mentions.some(({ start, end }) => {
      const [from, to] = start < words.start ? [end, words.start] : [words.end, start];
      return from <= to && /^,?\s*$/.test(article.text.slice(from, to));
    }),
  );
}

/** `A paramedic` is not `the ward sister`, where the story quotes both and names neither. */
function isCalledOtherwise(shown: string, asked: PersonAsked): boolean {
  const own = headOf(shown);
  return (
    isPerson(own) &&
    [...asked.names].every((name) => {
      const head = headOf(name);
      return /^(?:the|an?|another|one)\s/i.test(name) && isPerson(head) && !canBeBoth(own, head);
    })
  );
}

/** A group, an organisation or a paper is not a person, nor is a man a woman. */
function cannotBe(shown: string, meant: readonly Named[]): boolean {
  if (meant.length === 0 || meant.some(({ kind }) => kind === 'organisation')) return false;
  const head = headOf(shown);
  const isGroup = /(?:[^isu]s|people|men|police|children)$/.test(head);
  const gender = genderOfNoun(head);
  if (sourceKindOf(head) !== null) return false; // somebody wrote `an e-mail`, maybe they
  return isGroup || isOfNobody(shown) || meant.every((one) => differs(one.gender, gender));
}

function differs(one: Named['gender'], other: Named['gender']): boolean {
  return one !== null && other !== null && one !== other;
}

/** `Ted Cruz` and `Cruz`, which two people may share; `Loretta Lynch` and `Ms. Loretta E. Lynch`. */
function isSameName(asked: string, shown: string): boolean {
  const [short, long] = [foldsOf(asked), foldsOf(shown)].sort((a, b) => a.length - b.length);
  if (!short?.length || !short.every((word) => long?.includes(word))) return false;
  // `Lund Council` is not Lund
  return !long?.some((word) => !short.includes(word) && isOrganisationWord(word));
}

function holdsName(shown: string, name: string): boolean {
  const folds = foldsOf(shown).map((word) => word.replace(/'s?$/, ''));
  return foldsOf(name).every((word) => folds.includes(word));
}

function foldsOf(name: string): readonly string[] {
  return readWords(name).map((word) => word.fold);
}
