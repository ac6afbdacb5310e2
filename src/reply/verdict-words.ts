import type { Difference } from '../check/difference.ts';
import type { Evidence, Finding } from '../check/finding.ts';
import type { CutReason, MeaningChange } from '../check/meaning.ts';
import type { Respelt } from '../check/respelt.ts';
import { type CitedSpeaker, citeSpeaker, excerpt } from '../story/citation.ts';
import type { Story } from '../story/story.ts';
import type { Span } from '../text/span.ts';
import { NO_NAME, stanceLine, whoSpeaks } from './reply.ts';

const NOT_TOLD = 'The words are in the story; it does not say whose.';
const NEAR_NOT_TOLD = 'Words close to these are in the story; it does not say whose.';

/** What is said of words, and where in it the verdict stands: `Exact:`, `Altered in meaning (number).` */
export interface Judgement {
  readonly text: string;
  readonly verdict: Span;
}

/** What is said where the story has nothing like the words. */
export const ABSENT: Judgement = judgement(
  '',
  'Absent: nothing in the story comes close to these words.',
  '',
);

/** What the story does with the words or does not tell of them, the verdict, who says it and what differs. */
export function describeFinding(finding: Finding): Judgement {
  const { verdict, person, stands, respelt } = finding;
  const speakers = citeSpeakers(finding);
  const stances = speakers.flatMap((speaker) => stanceLine(speaker) ?? []);
  const isNamed = speakers.some(({ name }) => name !== null);
  const isUntold =
    person === 'not-told' && verdict !== 'not-quoted' && stances.length === 0 && !isNamed;
  const before = join([...new Set(stances), isUntold ? (stands ? NOT_TOLD : NEAR_NOT_TOLD) : '']);
  const after = join([
    verdict === 'not-quoted' || stances.length > 0 ? '' : saidBy(speakers, isUntold),
    verdict === 'other-speaker' ? differs(finding) : '',
    respelt.length === 0
      ? ''
      : `Spelling or house style only. ${respelt.map(sideBySide).join(' ')}`,
  ]);
  return judgement(before, judged(finding), after);
}

/** The verdict is what stands in front of the first stop or colon of its line. */
function judgement(before: string, line: string, after: string): Judgement {
  const start = before === '' ? 0 : before.length + 1;
  const end = start + line.search(/[.:]/) + 1;
  return { text: join([before, line, after]), verdict: { start, end } };
}

function join(notes: readonly string[]): string {
  return notes.filter((note) => note !== '').join(' ');
}

function judged(finding: Finding): string {
  const { verdict, evidence, difference, cut, stands, story } = finding;
  switch (verdict) {
    case 'exact':
      return 'Exact: the story quotes these words.';
    case 'exact-marked':
      return `Exact but for changes that are marked.${cut.length === 0 ? '' : ` At the marks: ${lower(leftOut(cut))}`}`;
    case 'cut':
      return `Cut: true words, but the sentence says more. ${leftOut(cut)}`;
    case 'paraphrase':
      return `Paraphrase: the story reports this, ${quotedPart(finding)}${stands ? '' : ' The words differ.'}`;
    case 'not-quoted':
      return `Not quoted: the words ${stands ? 'stand in the story' : 'are close to the story’s'}, but in no one’s mouth${isSetOff(story, evidence) ? ': quotation marks only set them off.' : ': they are the reporter’s own.'}`;
    case 'spliced':
      return `Spliced: ${evidence.length} pieces of different utterances, joined as one: ${piecesOf(difference)}.`;
    case 'altered':
      return differs(finding);
    case 'other-speaker':
      return 'Someone else’s words.';
    case 'absent':
      return ABSENT.text;
  }
}

function piecesOf(difference: readonly Difference[]): string {
  const pieces = difference.filter(({ kind }) => kind === 'same');
  return pieces.map(({ story }) => `“${story}”`).join(' · ');
}

/** What stands in quotation marks is never the reporter's own: `the so-called “bin tax”`. */
function isSetOff({ article: { text } }: Story, evidence: readonly Evidence[]): boolean {
  return evidence.some(({ words: [first] }) => {
    const before = first === undefined ? '' : text.slice(Math.max(0, first.start - 1), first.start);
    return /["“‘'«]/u.test(before);
  });
}

function citeSpeakers({ story, evidence }: Finding): readonly CitedSpeaker[] {
  return evidence.flatMap(({ statement }) =>
    statement === null ? [] : [citeSpeaker(story.article, statement)],
  );
}

/** `Said by Ann Ode and Ben Lund.` */
function saidBy(speakers: readonly CitedSpeaker[], isUntold: boolean): string {
  const who = [...new Set(speakers.flatMap((speaker) => whoSpeaks(speaker) ?? []))];
  if (who.length > 0) return `Said by ${who.join(' and ')}.`;
  return isUntold ? '' : NO_NAME;
}

function quotedPart({ story, quoted }: Finding): string {
  const words = quoted.map((span) => `“${excerpt(story.article, span)}”`);
  return words.length === 0
    ? 'not between quotation marks.'
    : `only partly between quotation marks: ${words.join(' · ')}.`;
}

/** `Left out: a condition (“If”).` */
function leftOut(cut: readonly CutReason[]): string {
  const reasons = cut.map(({ sense, word }) => `a ${sense} (“${word}”)`);
  return `Left out: ${[...new Set(reasons)].join(', ')}.`;
}

const MOST_CHANGES = 5; // in a line; the comparison beneath has all

/** `Altered in meaning (number, negation). Story: one. Quoted: two. Only in the story: not.` */
function differs({ wording, changes, difference }: Finding): string {
  if (wording !== 'wording' && wording !== 'meaning') return '';
  const senses = [...new Set(changes.map(({ sense }) => sense))];
  const parts = difference.filter(({ kind }) => kind !== 'same');
  if (parts.length === 0) return 'The words differ.';
  const shown = parts.toSorted((a, b) => rankOf(a, changes) - rankOf(b, changes));
  return [
    senses.length === 0 ? 'Altered in wording.' : `Altered in meaning (${senses.join(', ')}).`,
    ...shown.slice(0, MOST_CHANGES).map(sideBySide),
  ].join(' ');
}

/** Where a part stands among the changes of meaning, the gravest first; what changes none comes last. */
function rankOf({ story, quote }: Difference, changes: readonly MeaningChange[]): number {
  const rank = changes.findIndex(
    (one) =>
      one.story.some((word) => story.includes(word)) ||
      one.quote.some((word) => quote.includes(word)),
  );
  return rank < 0 ? changes.length : rank;
}

/** One way only, so that nothing reads as a correction of the story: `Story: great. Quoted: fantastic.` */
function sideBySide({ story, quote }: Respelt | Difference): string {
  if (quote === '') return `Only in the story: ${story}.`;
  return story === '' ? `Only in the quotation: ${quote}.` : `Story: ${story}. Quoted: ${quote}.`;
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
