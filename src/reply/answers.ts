import type { Answered, RankedPassage } from '../answer/answered.ts';
import type { Attributed } from '../quotes/attributed.ts';
import type { Quotes } from '../quotes/quotes.ts';
import { type Citation, cite, excerpt } from '../story/citation.ts';
import type { Uncited } from '../story/hear.ts';
import { howKnown } from './how-known.ts';
import { feedbackActions, moreActions, nearestActions, whyAction } from './passage-actions.ts';
import {
  type Block,
  count,
  makeReply,
  NO_NAME,
  type Reason,
  type Reply,
  say,
  stanceLine,
} from './reply.ts';

/** "The story does not say.", always in these words; how many were asked, when it was not one. */
const DOES_NOT_SAY = 'The story does not say.';
const NEAREST = 'Nearest passages';
const LIKELY = 'Likely:'; // above the sentence that an uncertain answer is shown as
const MOST_NEAREST = 3;
const NEAR = 0.3; // a cosine: sentences about the same thing are above, others mostly below

/**
 * The reply to a question: the answer, its sentence, and on demand the others. `passages`: what `passagesFor` names,
 * cited.
 */
export function composeAnswer(
  answered: Answered,
  passages: readonly Citation[],
  searched: number,
): Reply {
  const { grade, probability } = answered;
  const confidence = round(probability);
  const [best] = answered.passages;
  const left = leftForMore(answered, passages);
  if (grade === null || best === undefined) {
    return makeReply('ask', {
      found: false,
      reason: 'not-in-story',
      confidence,
      blocks: [say(`${DOES_NOT_SAY}${searched > 1 ? ` (${searched} stories searched.)` : ''}`)],
      actions: [...nearestActions(NEAREST, left), whyAction([])],
    });
  }
  const words = excerpt(best.story.article, best.answer ?? best.sentence);
  const isHeadline = grade === 'sure' && best.answer !== null;
  const lead: Block = isHeadline ? { kind: 'answer', words } : say(LIKELY);
  return makeReply('ask', {
    answer: words,
    grade,
    confidence,
    passages,
    blocks: [lead, ...showCitations(passages.slice(0, 1)), ...searchedNote(searched)],
    actions: [
      ...moreActions(`More passages (${left.length})`, left),
      whyAction(passages),
      ...feedbackActions(passages),
    ],
  });
}

/**
 * The passages that the reply to a question has: those worth showing; if the story does not say, those
 * that come nearest, as it may say so in words that were not understood.
 */
export function passagesFor({ grade, passages, runnersUp }: Answered): readonly Uncited[] {
  if (grade !== null) return passages.map(uncited);
  const near = [...passages, ...runnersUp].slice(0, MOST_NEAREST);
  const isNear = near.some(({ matched, nearness }) => matched.length > 0 || nearness >= NEAR);
  return isNear ? near.map((one) => uncited({ ...one, answer: null })) : [];
}

function uncited({ story, sentence: { start, end }, answer }: RankedPassage): Uncited {
  return { story, span: { start, end }, answer };
}

/** What an answer leaves of its passages for "more": all but the one shown. */
export function leftForMore(
  { grade }: Answered,
  passages: readonly Citation[],
): readonly Citation[] {
  return grade === null ? passages : passages.slice(1);
}

function searchedNote(searched: number): readonly Block[] {
  return searched > 1 ? [say(`${count(searched, 'story', 'stories')} searched.`)] : [];
}

/** The reply to `/more`: passages that an answer left for later; `nearest`: for when the story does not say. */
export function composeMore(passages: readonly Citation[], nearest: boolean): Reply {
  if (passages.length === 0) {
    return makeReply('ask', {
      found: false,
      reason: 'not-in-story',
      blocks: [say('There are no more passages for that answer.')],
    });
  }
  const lead = nearest ? [say(`${DOES_NOT_SAY} ${NEAREST}:`)] : [];
  return makeReply('ask', { passages, blocks: [...lead, ...showCitations(passages)] });
}

/** The reply to a button whose story or passage is no longer here. */
export function composeExpired(command: string): Reply {
  return makeReply(command, {
    found: false,
    reason: 'not-in-story',
    blocks: [say('This has expired: the story has changed or is gone. Please ask again.')],
  });
}

/** The reply to `/who-said`: the speaker, the whole sentence, the chain. */
export function composeWhoSaid(found: readonly Attributed[]): Reply {
  const [best] = found;
  if (best === undefined) {
    return makeReply('who-said', {
      found: false,
      reason: 'not-in-story',
      blocks: [say('Those words are not in the story, nor anything close to them.')],
    });
  }
  const passages = found.map(({ story, span, match, statement }) =>
    cite(story, span, match, statement),
  );
  if (best.statement === null) return composeReporters(best, passages.slice(0, 1));
  const said = passages.filter((_, i) => found[i]?.statement !== null);
  const speaker = said[0]?.speaker ?? null;
  const name = speaker?.name ?? speaker?.words ?? null;
  const stance = speaker === null ? null : stanceLine(speaker);
  return makeReply('who-said', {
    answer: name,
    reason: name === null ? 'speaker-not-told' : null,
    confidence: round(best.likeness),
    passages: said,
    blocks: [
      stance !== null
        ? say(stance)
        : name === null
          ? say(NO_NAME)
          : { kind: 'answer', words: name },
      ...showCitations(said),
      ...howKnown([best.statement]),
    ],
    actions: [whyAction(said), ...feedbackActions(said)],
  });
}

/** Words that nobody says: the passage is the reporter's, even if someone else speaks in it. */
function composeReporters(best: Attributed, passages: readonly Citation[]): Reply {
  const own = passages.map((passage) => ({ ...passage, speaker: null }));
  return makeReply('who-said', {
    reason: 'reporters-own-words',
    confidence: round(best.likeness),
    passages: own,
    blocks: [
      say("The reporter's own words: nobody in the story is quoted as saying them."),
      ...showCitations(own),
    ],
    actions: [whyAction(own), ...feedbackActions(own)],
  });
}

/** The reply to `/quotes`: what someone said, with direct and reported speech distinguished. */
export function composeQuotes(quotes: Quotes, person: string, topic: string | null): Reply {
  switch (quotes.kind) {
    case 'no-such-person':
      return composeNobody('no-such-person', 'The story names nobody like that.', []);
    case 'ambiguous-person': {
      const examples = quotes.names.map(
        (name) => `/quotes ${name}${topic ? ` about ${topic}` : ''}`,
      );
      return composeNobody('ambiguous-person', 'More than one person has that name:', examples);
    }
    case 'no-comment': {
      const passages = quotes.told.map(({ story, sentence }) =>
        cite(story, { start: sentence.start, end: sentence.end }),
      );
      return makeReply('quotes', {
        reason: 'said-nothing',
        passages,
        blocks: [
          say('The story does not quote them, but it says this:'),
          ...showCitations(passages),
        ],
      });
    }
    case 'said-nothing':
      return composeNobody(
        'said-nothing',
        topic === null
          ? 'The story names them, but does not quote them.'
          : 'The story does not quote them about that.',
        topic === null ? [] : [`/quotes ${person}`],
      );
    case 'some': {
      const passages = quotes.quoted.map(({ story, span, statement }) =>
        cite(story, span, null, statement),
      );
      return makeReply('quotes', {
        passages,
        blocks: [say(countQuotes(passages)), ...showCitations(passages)],
      });
    }
  }
}

function composeNobody(reason: Reason, text: string, examples: readonly string[]): Reply {
  const blocks: Block[] = [say(text)];
  if (examples.length > 0) blocks.push({ kind: 'examples', lines: examples });
  return makeReply('quotes', { found: false, reason, blocks });
}

/**
 * `3 passages: 2 direct, 1 reported.`, `1 passage, reported.` Partly quoted words count as direct; what is denied, asked or expected
 * does not count as said.
 */
function countQuotes(passages: readonly Citation[]): string {
  const said = passages.filter(({ speaker }) => speaker?.stance === 'says');
  const reported = said.filter(({ speaker }) => speaker?.kind === 'indirect').length;
  const kinds = [
    { n: said.length - reported, what: 'direct' },
    { n: reported, what: 'reported' },
    { n: passages.length - said.length, what: 'not said' },
  ].filter(({ n }) => n > 0);
  const counted = count(passages.length, 'passage');
  const [only, ...others] = kinds;
  if (only !== undefined && others.length === 0) {
    return `${counted}, ${only.n > 1 ? 'all ' : ''}${only.what}.`;
  }
  return `${counted}: ${kinds.map(({ n, what }) => `${n} ${what}`).join(', ')}.`;
}

function showCitations(passages: readonly Citation[]): readonly Block[] {
  return passages.map((citation) => ({ kind: 'quote', citation }));
}

/** Two decimals: more would claim a precision that the calibration lacks. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
