import type { Statement } from '../statements/statement.ts';
import { statementsAt } from '../story/statements-at.ts';
import type { HeardStory, Story } from '../story/story.ts';
import { isPerson } from '../text/lexicon/person-nouns.ts';
import { isMute, sourceKindOf } from '../text/lexicon/source-words.ts';
import { covers } from '../text/span.ts';
import { headOf } from './source-openings.ts';

const LEAST_SURE = 0.55; // below this, most unnamed indirect sources in our stories were wrong

const NESTED_CUES =
  /^(?:ha[sd]ve? )?(?:say|says|said|tell|told|tells|state[ds]?|report(?:s|ed)?|writes?|wrote|claim(?:s|ed)?|warn(?:s|ed)?|found|finds|shows?|showed|announced|added|adds|noted|notes|citing|quoting)\b/;

/** Whether a statement makes its source a speaker: not someone who may speak, only agrees, or is everyone. */
export function isSpokenWell(story: HeardStory, statement: Statement, named: boolean): boolean {
  const { article } = story;
  const slice = (span: { start: number; end: number } | null | undefined): string =>
    span == null ? '' : article.text.slice(span.start, span.end).toLowerCase();
  const cue = slice(statement.cue);
  const source = slice(statement.speaker.words);
  if (statement.stance === 'says' && /^(?:would|could)\b/.test(cue)) return false;
  if (statement.stance === 'conditional' && /^(?:could|might|may|should|can|must)\b/.test(cue))
    return false;
  if (/\bquot(?:ed|es|ing) (?:him|her|them) as\b/.test(cue)) return false; // then he speaks
  if (/\bagree(?:s|d)?$/.test(cue) && /^to\s/.test(slice(statement.content[0]))) return false;
  if (statement.kind === 'indirect' && (isRelay(story, statement) || isDeed(story, statement)))
    return false;
  if (/^(?:the|an?|local|hers|his|its|their)$/.test(source)) return false;
  if (isOccasion(article.text, statement) || isThing(article.text, statement)) return false;
  if (statement.kind === 'indirect' && isVoiceless(article.text, statement)) return false;
  if (named || statement.kind === 'direct') return true;
  if (
    /^(?:not )?(?:everyone|everybody|nobody|no one|someone|somebody|anyone|many|few|others|each side|both sides|either side|neither side)\b/.test(
      source,
    )
  )
    return false;
  if (statement.nested && !NESTED_CUES.test(cue)) return false;
  return statement.kind !== 'indirect' || statement.confidence >= LEAST_SURE;
}

/** `Darkness told the crew when to stop`, `The clock said ten past two`: what only shows something. */
function isVoiceless(text: string, { speaker: { words, name } }: Statement): boolean {
  const shown = words === null ? '' : text.slice(words.start, words.end);
  const isName = shown === name && /^\p{Lu}/u.test(shown);
  return !isName && isMute(headOf(shown));
}

/** `From the news conference: Ann Ode says …`: where it is said, and not who says it. */
export function isOccasion(text: string, { speaker: { name, words }, cue }: Statement): boolean {
  if (name !== null || words === null || cue === null) return false;
  return (
    text.slice(cue.start, cue.end).trim() === ':' &&
    namesOccasion(text.slice(words.start, words.end))
  );
}

/** `the firm’s news conference`, `a hearing`: where something is said. */
export function namesOccasion(words: string): boolean {
  return /\b(?:conference|briefing|hearing|meeting|session|debate|rally|call|ceremony|event)$/i.test(
    words,
  );
}

/** `Ode said that location explained “a fifth” of it`: a bare noun for a thing, in what another says. */
export function isThing(text: string, { speaker: { name, words }, nested }: Statement): boolean {
  if (name !== null || words === null || !nested) return false;
  const noun = text.slice(words.start, words.end);
  return (
    /^\p{Ll}{3,}(?<!s|people)$/u.test(noun) &&
    !/^(?:police|management|staff|government|parliament|counsel|security|mum|dad|somebody|someone)$/.test(
      noun,
    ) &&
    !isPerson(noun) &&
    sourceKindOf(noun) === null
  );
}

/** Deeds that only look like saying: `added a second goal`, `promised £2bn`, `called for plums`. */
const DEEDS =
  /\b(?:add(?:s|ed)?|admit(?:s|ted)?|conced(?:es?|ed)|call(?:s|ed) for|offer(?:s|ed)?|recall(?:s|ed|ing)?|threaten(?:s|ed)?|claim(?:s|ed)|order(?:s|ed)|declar(?:es|ed)|announc(?:es|ed)|agree[sd]?|unveil(?:s|ed)|demand(?:s|ed)?|read(?:s)?|signal(?:s|led)|record(?:s|ed))$/;
const NOUN_PHRASE =
  /^(?:defeat\b|victory\b|to\b|in\b|for\b|from\b|by\b|[$£€]|\d|(?:an?|the|his|her|its|their|our|all|some|more|another|up|one|two|three|four|five|six|seven|eight|nine|ten|\p{L}+(?:teen|ty))\b)/iu;
const FINITE =
  /^(?:(?!and\b|but\b|or\b)\S+ ){1,6}(?:is|are|was|were|has|have|had|will|would|could|can|may|might|should|must|did|does|do)\b/i;

/** Intentions in the form of speech: a number in one is not attributed to anybody. */
const PROMISES = /\b(?:promis(?:es?|ed)|vow(?:s|ed)?|pledg(?:es?|ed))$/;

/** Whether a statement promises something: `promised £2bn for hospitals`. */
export function isPromise(story: Story, { kind, cue }: Statement): boolean {
  if (kind === 'direct' || cue === null) return false;
  return PROMISES.test(story.article.text.slice(cue.start, cue.end).toLowerCase());
}

/** Whether a statement reports a deed, so that a number in it is not attributed to anybody. */
export function isDeed(story: Story, { kind, cue, content, source }: Statement): boolean {
  const [said] = content;
  if (kind === 'direct' || cue === null || said === undefined) return false;
  const { text } = story.article;
  const words = text.slice(said.start, said.end);
  const verb = text.slice(cue.start, cue.end).toLowerCase();
  const who = source === null ? '' : text.slice(source.start, source.end);
  const isFind = /\bfound$/.test(verb) && sourceKindOf(headOf(who)) === null; // `contractors found a well`, not `an audit found a gap`
  return (
    (DEEDS.test(verb) || isFind) &&
    NOUN_PHRASE.test(words) &&
    (/^to\b/i.test(words) || !FINITE.test(words))
  );
}

/** Whether someone reports nothing but what another one says: `Ode said it was late, the Post reported`. */
function isRelay(story: HeardStory, relayed: Statement): boolean {
  const { text } = story.article;
  const size = (one: Statement): number =>
    one.content.reduce((sum, { start, end }) => sum + end - start, 0);
  const near = new Set(relayed.content.flatMap((piece) => statementsAt(story, piece)));
  return [...near].some(
    (one) =>
      one !== relayed &&
      one.nested &&
      one.speech &&
      one.cue !== null &&
      one.content.every((piece) => relayed.content.some((outer) => covers(outer, piece))) &&
      size(one) > size(relayed) * MOST_OF_IT &&
      NESTED_CUES.test(text.slice(one.cue.start, one.cue.end).toLowerCase()),
  );
}

const MOST_OF_IT = 0.5; // the other's name and description make up the rest
