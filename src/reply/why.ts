import type { Answered, RankedPassage } from '../answer/answered.ts';
import type { Checked } from '../check/check.ts';
import type { PassageKey } from '../commands/command.ts';
import type { Attributed } from '../quotes/attributed.ts';
import { cite, excerpt, findSpeaking } from '../story/citation.ts';
import type { HeardStory, Story } from '../story/story.ts';
import type { Span } from '../text/span.ts';
import { ruleLine } from './how-known.ts';
import { type Block, count, makeReply, NO_NAME, type Reply, type Row, say } from './reply.ts';
import { explainChecked } from './why-check.ts';

/** What `/why` explains: the last answer of a conversation, with the numbers that made it. */
export type Explained<Of extends Story = Story> =
  | { readonly kind: 'answer'; readonly answered: Answered<Of> }
  | { readonly kind: 'attributed'; readonly found: readonly Attributed[] }
  | { readonly kind: 'checked'; readonly checked: readonly Checked[] }
  | { readonly kind: 'story'; readonly story: Story }
  /** What another process showed first: its numbers are unknown here. */
  | {
      readonly kind: 'shown';
      readonly story: Of;
      readonly span: Span;
      /** Whether it said that the stories do not say. */
      readonly isSilent: boolean;
    };

/** The reply to `/why` for the last answer, for people; the numbers are in its rows. */
export function composeWhy(last: Explained<HeardStory> | null): Reply {
  if (last === null) {
    return makeReply('why', { rows: [], blocks: [say('There is no answer yet to explain.')] });
  }
  switch (last.kind) {
    case 'answer':
      return explainAnswer(last.answered);
    case 'attributed':
      return explainAttributed(last.found);
    case 'checked':
      return explainChecked(last.checked);
    case 'story':
      return explainSetAside(last.story);
    case 'shown':
      return composeWhyPassage(last.story, { story: last.story.article.id, span: last.span });
  }
}

/** What `/why` can still say about a passage whose numbers are gone: the rule that named the speaker. */
export function composeWhyPassage(story: HeardStory, { span }: PassageKey): Reply {
  return makeReply('why', {
    rows: [],
    blocks: [
      say('How sure that answer was is no longer kept. What can still be said:'),
      { kind: 'quote', citation: cite(story, span) },
      ...speakerKnown(story, span, null),
    ],
  });
}

function explainAnswer(answered: Answered<HeardStory>): Reply {
  const { passages, runnersUp, isRead, grade } = answered;
  const all = [...passages, ...runnersUp];
  const [best, ...others] = all;
  const rows = all.map((one, i) => rankRow(one, i, answered));
  const sure = verdict(...HOW_SURE[grade ?? 'silent']);
  if (best === undefined) {
    return makeReply('why', {
      rows,
      blocks: [sure, say('No passage has anything to do with it.')],
    });
  }
  return makeReply('why', {
    rows,
    grade,
    blocks: [
      sure,
      ...(grade === null ? [say('What comes nearest:')] : []),
      { kind: 'quote', citation: cite(best.story, best.sentence, best.answer) },
      ...speakerKnown(best.story, best.sentence, best.answer),
      say(howFound(best, isRead)),
      ...runnersUpLine(others.length),
      ...others.map(
        ({ story, sentence }): Block => ({ kind: 'quote', citation: cite(story, sentence) }),
      ),
    ],
  });
}

function runnersUpLine(n: number): readonly Block[] {
  return n === 0 ? [] : [say(n === 1 ? 'The runner-up:' : 'Runners-up, best first:')];
}

/** The certainty and its meaning, in words. */
const HOW_SURE: Readonly<Record<'sure' | 'likely' | 'silent', readonly [string, string]>> = {
  sure: ['Sure:', 'well over the threshold, so the words that answer were given.'],
  likely: [
    'Likely:',
    'over the threshold, but not by much, so the sentence was shown and the words marked in it.',
  ],
  silent: ['Not sure enough:', 'under the threshold, so the story does not say.'],
};

function verdict(words: string, meaning: string): Block {
  return { kind: 'text', text: `${words} ${meaning}`, verdict: { start: 0, end: words.length } };
}

/** What search matched, and what chose the words. */
function howFound({ matched, answer }: RankedPassage, isRead: boolean): string {
  const words = matched.map((one) => `“${one}”`).join(', ');
  const search =
    matched.length === 0
      ? 'Search matched none of your words there; the meaning is close.'
      : `Search matched ${words}.`;
  if (!isRead)
    return `${search} No model could read the story, so search alone put the passages in order.`;
  return answer === null
    ? `${search} A model that reads and points chose the passage.`
    : `${search} A model that reads and points chose the passage and the words marked in it.`;
}

function rankRow(
  { story, sentence, answer, score, matched }: RankedPassage<HeardStory>,
  rank: number,
  { probability, threshold }: Answered,
): Row {
  const statement = findSpeaking(story, sentence, answer);
  return {
    rank: rank + 1,
    score: round(score),
    paragraph: sentence.paragraph.number,
    matched: matched.join(', '),
    passage: excerpt(story.article, sentence),
    words: answer && excerpt(story.article, answer),
    story: story.article.id,
    ...(rank === 0
      ? { probability: round(probability), threshold: round(threshold) }
      : { probability: null, threshold: null }),
    rule: statement?.rule ?? null,
    confidence: statement === null ? null : round(statement.confidence),
  };
}

function explainAttributed(found: readonly Attributed[]): Reply {
  const [best, ...others] = found;
  const rows = found.map(({ story, span, likeness, match, statement, byMeaning }, i) => ({
    rank: i + 1,
    likeness: round(likeness),
    match: byMeaning ? 'by meaning' : match === null ? 'likeness' : 'word for word',
    rule: statement?.rule ?? null,
    confidence: statement === null ? null : round(statement.confidence),
    passage: excerpt(story.article, span),
    story: story.article.id,
  }));
  if (best === undefined) {
    return makeReply('why', { rows, blocks: [say('No sentence comes close to those words.')] });
  }
  const show = ({ story, span, match, statement }: Attributed): Block => ({
    kind: 'quote',
    citation: cite(story, span, match, statement),
  });
  return makeReply('why', {
    rows,
    blocks: [
      verdict(...howLike(best)),
      show(best),
      ...speakerKnown(best.story, best.span, best.match),
      ...runnersUpLine(others.length),
      ...others.map(show),
    ],
  });
}

function howLike({ byMeaning, match }: Attributed): readonly [string, string] {
  if (byMeaning) return ['Likely:', 'the passage means much the same, in other words.'];
  return match === null
    ? ['Likely:', 'the passage has much the same words.']
    : ['Sure:', 'the words are there word for word.'];
}

/** The lines that are not paragraphs, each with the reason it was set aside. */
function explainSetAside(story: Story): Reply {
  const aside = story.paragraphs.filter((one) => one.setAside !== null);
  const rows = aside.map((one) => ({
    reason: one.setAside,
    line: excerpt(story.article, one),
    story: story.article.id,
  }));
  return makeReply('why', {
    rows,
    blocks: [
      say(
        `${count(aside.length, 'line')} set aside: not counted as paragraphs, and never an answer.`,
      ),
      {
        kind: 'table',
        columns: ['reason', 'line'],
        rows: rows.map(({ reason, line }) => [reason ?? '', line]),
      },
    ],
  });
}

function speakerKnown(story: HeardStory, span: Span, answer: Span | null): readonly Block[] {
  const statement = findSpeaking(story, span, answer);
  if (statement === null)
    return [say('Nobody is quoted there: the passage is the reporter’s own.')];
  const unnamed = statement.speaker.name === null ? `${NO_NAME} ` : '';
  return [say(`${unnamed}${ruleLine(statement)}`)];
}

/** Three decimals. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
