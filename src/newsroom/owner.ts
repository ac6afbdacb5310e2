import type { Sentence } from '../article/sentence.ts';
import type { Statement } from '../statements/statement.ts';
import { statementsAt } from '../story/statements-at.ts';
import type { HeardStory, Story } from '../story/story.ts';
import { covers, overlaps, type Span } from '../text/span.ts';
import { ascribedIn } from './ascribed.ts';
import { INTERRUPTS } from './ascribed-rows.ts';
import { goesOn } from './goes-on.ts';
import { isDeed, isOccasion, isPromise, isThing } from './well-spoken.ts';

/**
 * Whose words a stretch of a story is: the innermost statement around it, so that a figure in
 * a report that a paper cites is the report's. Null if it is the reporter's own.
 */
export function findOwner(story: HeardStory, span: Span, sentence: Sentence): Statement | null {
  if (/^-page\b/.test(story.article.text.slice(span.end, span.end + 6))) return null; // `in a 12-page order, the judge wrote`
  const size = ({ content }: Statement): number =>
    content.reduce((sum, { start, end }) => sum + end - start, 0);
  const isHeld = ({ content }: Statement): boolean => content.some((piece) => covers(piece, span));
  const held = statementsAt(story, span).filter(
    (one) =>
      isHeld(one) &&
      !isDeed(story, one) &&
      !isAct(story, one) &&
      !isOccasion(story.article.text, one) &&
      !isThing(story.article.text, one),
  );
  const holding = held.filter(({ speech }) => speech).toSorted((a, b) => size(a) - size(b));
  const [inner] = holding;
  const quoted = inner?.nested ? holding.find(isQuoted) : undefined; // `“They say it is 55 an hour,” she said`: hers
  const own = quoted ?? inner ?? held.find((one) => isFound(story, one));
  if (own?.kind === 'indirect') {
    const other = ascribedTo(story, span, sentence);
    if (other?.rule === INTERRUPTS) return other;
  }
  if (own !== undefined && isAside(story, own, span, sentence)) return null;
  if (own !== undefined && holding.length === 1 && isPromise(story, own)) return null; // what he pledges, if another reports it, is his
  return (
    own ??
    besideClause(story, span, sentence) ??
    ascribedTo(story, span, sentence) ??
    putBefore(story, span, sentence) ??
    restated(story, span, sentence) ??
    goesOn(story, sentence)
  );
}

const ACTS =
  /\b(?:plead(?:s|ed)? guilty(?: to)?|call(?:s|ed) (?:on|an?)|ask(?:s|ed) for|propos(?:es?|ed)|apologi[sz]e[sd]?|sue[sd]? for|(?:has|had|have) called)$/;

/** `He asked for £9m`, `pleaded guilty to four offences`: done in words, and the figure is the reporter's. */
function isAct({ article }: Story, { kind, cue }: Statement): boolean {
  return kind === 'indirect' && cue !== null && ACTS.test(article.text.slice(cue.start, cue.end));
}

function isQuoted({ kind, nested }: Statement): boolean {
  return kind === 'direct' && !nested;
}

const FINDS =
  /\b(?:estimate[sd]?|found|forecasts?|predict(?:s|ed)|reckon(?:s|ed)|according to|said|sees)$/;

/** `The board found that 431 had …`: what somebody worked out, though it is not told that he said it. */
function isFound({ article }: Story, { speech, cue, speaker, source }: Statement): boolean {
  if (speech || cue === null || (speaker.name === null && speaker.words === null)) return false;
  if (source !== null && /^.?,\s*$/.test(article.text.slice(source.end - 1, cue.start)))
    return false; // `the cost, estimated at`
  return FINDS.test(article.text.slice(cue.start, cue.end).toLowerCase());
}

/** `She put growth at 1%, half the old forecast, and at 2% next year`: what follows the first figure is hers too. */
function putBefore(story: HeardStory, span: Span, sentence: Sentence): Statement | null {
  const { text } = story.article;
  for (const one of statementsAt(story, sentence)) {
    const { cue, speech, nested, kind } = one;
    if (!speech || nested || kind === 'direct' || cue === null || cue.end > span.start) continue;
    if (!covers(sentence, cue) || !/\bputs?$/.test(text.slice(cue.start, cue.end))) continue;
    if (
      one.source &&
      /^(?:(?:the )?markets|the odds)$/i.test(text.slice(one.source.start, one.source.end))
    )
      continue;
    if (PUT_AT.test(text.slice(cue.end, span.end + 1))) return one;
  }
  return null;
}

/** Not `… at 2%, down from 3%`: that may be anybody's. */
const PUT_AT =
  /^(?!.*(?:[;“”"]|, (?:up|down|while|but|though|although|which|who|compared|against|its|his|her)\b)).* at /;

const LONGEST_JOINT = 30; // characters: `, or just more than `

/** `Care costs £1.9m, it says, or about £7,300 a week`: the same in other terms. */
function restated(story: HeardStory, span: Span, sentence: Sentence): Statement | null {
  const { text } = story.article;
  const from = Math.max(sentence.start, span.start - LONGEST_JOINT);
  const before = text.slice(from, span.start);
  const joint = /,? or (?:(?:about|around|roughly|some|nearly|almost|just|over|more than) )*$/.exec(
    before,
  );
  if (joint === null) return null;
  const end = from + joint.index;
  const told = statementsAt(story, sentence).filter(
    ({ cue, source, content, nested, speech, kind }) =>
      !nested &&
      speech &&
      kind !== 'direct' &&
      [cue, source, ...content].some((one) => one !== null && one.end === end),
  );
  return told[0] ?? null;
}

/** `He said that Ode, who has driven 900,000 miles, was tired`: what the reporter adds about someone or something. */
function isAside(story: Story, own: Statement, span: Span, sentence: Sentence): boolean {
  if (own.kind !== 'indirect' || own.nested) return false;
  const before = story.article.text.slice(sentence.start, span.start);
  return /, (?:who|which|whose|built|born|founded|opened)\b[^,;:“”"]*$/.test(before);
}

/** `It sank in waves of 4 metres, she said, “like a stone”`: the whole sentence before such a clause is theirs. */
function besideClause(story: HeardStory, span: Span, sentence: Sentence): Statement | null {
  const { text } = story.article;
  for (const one of story.statements.length === 0 ? [] : statementsAt(story, sentence)) {
    const { source, cue, speech } = one;
    if (!speech || source === null || cue === null) continue;
    if (one.nested && isInAnother(story, one)) continue;
    if (!covers(sentence, cue) || !covers(sentence, source) || overlaps(source, span)) continue;
    const start = Math.min(source.start, cue.start);
    const end = Math.max(source.end, cue.end);
    if (!/[,)—–]["”’]? $/.test(text.slice(Math.max(0, start - 4), start))) continue;
    const isAfter =
      span.start > end && source.start < cue.start && BEHIND.test(text.slice(end, end + 40));
    if (span.end > start && !isAfter) continue;
    const between = isAfter ? text.slice(end, span.start) : text.slice(span.end, start);
    if (/[“”";]|^, (?:and|but|while|though) /.test(between)) continue;
    if (isAfter && /[”"]/.test(text.slice(sentence.start, start))) continue; // what follows is not part of what was said
    return one;
  }
  return null;
}

/** Whether it is told inside what somebody says: not in `Some were told it was safe, a board admitted`, whom nobody told. */
function isInAnother(story: HeardStory, inner: Statement): boolean {
  const [said] = inner.content;
  return (
    said === undefined ||
    statementsAt(story, said).some(
      ({ nested, speaker, content }) =>
        !nested &&
        (speaker.name !== null || speaker.words !== null) &&
        content.some((piece) => covers(piece, said)),
    )
  );
}

/** What may stand between `data showed` and what is theirs too: ` on 12 September, down from 7.4%`. */
const BEHIND =
  /^(?: (?:on|in|late|earlier|last|this|yesterday|today|\p{Lu}\p{Ll}+day)\b[^,.;:“”"]{0,24})?, (?!who|which|a |an )/u;

function ascribedTo(story: Story, span: Span, sentence: Sentence): Statement | null {
  const found = ascribedIn(story, sentence).find(({ content }) =>
    content.some((piece) => covers(piece, span)),
  );
  return found ?? null;
}
