import type { Difference } from '../check/difference.ts';
import type { Evidence, Finding } from '../check/finding.ts';
import type { CutReason } from '../check/meaning.ts';
import { type CitedSpeaker, citeSpeaker, excerpt } from '../story/citation.ts';
import type { Story } from '../story/story.ts';
import type { Span } from '../text/span.ts';
import { NO_NAME, stanceLine, whoSpeaks } from './reply.ts';

const NOT_TOLD = 'The words are in the story; it does not say whose.';
const NEAR_NOT_TOLD = 'Words close to these are in the story; it does not say whose.';

/** The wording of a verdict, and the place of the verdict in it: `Exact:`, `Altered in meaning (number).` */
export interface Judgement {
  readonly text: string;
  readonly verdict: Span;
}

/** The wording if the story has nothing like the words. */
export const ABSENT: Judgement = judgement(
  '',
  'Absent: nothing in the story comes close to these words.',
  '',
);

/**
 * The verdict and the speaker in one sentence; before it how the story treats the words, or that it does not
 * say whose they are.
 */
export function describeFinding(finding: Finding): Judgement {
  const { verdict, person, stands } = finding;
  const speakers = citeSpeakers(finding);
  const stances = speakers.flatMap((speaker) => stanceLine(speaker) ?? []);
  const isNamed = speakers.some(({ name }) => name !== null);
  const isUntold =
    person === 'not-told' && verdict !== 'not-quoted' && stances.length === 0 && !isNamed;
  const before = join([...new Set(stances), isUntold ? (stands ? NOT_TOLD : NEAR_NOT_TOLD) : '']);
  const who = stances.length > 0 ? null : whoSays(speakers);
  const isNameless = who === null && !isUntold && stances.length === 0;
  const after = isNameless && verdict !== 'not-quoted' ? NO_NAME : '';
  return judgement(before, `${judged(finding, who)}${respelling(finding)}.`, after);
}

/** The verdict is what comes before the first full stop or colon of its line. */
function judgement(before: string, line: string, after: string): Judgement {
  const start = before === '' ? 0 : before.length + 1;
  const end = start + line.search(/[.:]/) + 1;
  return { text: join([before, line, after]), verdict: { start, end } };
}

function join(notes: readonly string[]): string {
  return notes.filter((note) => note !== '').join(' ');
}

/** The sentence without its full stop. `who` says it; null if nobody is named, or it is not simply said. */
function judged(finding: Finding, who: string | null): string {
  const { verdict, evidence, difference, cut, stands, story } = finding;
  const whose = who === null ? 'the story quotes these words' : `these are the words of ${who}`;
  const of = who === null ? '' : ` of ${who}`;
  switch (verdict) {
    case 'exact':
      return `Exact: ${whose}`;
    case 'exact-marked':
      return `Exact but for changes that are marked: ${whose}${cut.length === 0 ? '' : `; left out at the marks: ${leftOut(cut)}`}`;
    case 'cut':
      return `Cut: true words${of}, but the sentence says more; left out: ${leftOut(cut)}`;
    case 'paraphrase':
      return `Paraphrase: the story reports this${of}${stands ? '' : ' in other words'}, ${quotedPart(finding)}`;
    case 'not-quoted':
      return `Not quoted: the words ${stands ? 'are in the story' : 'are close to the story’s'}, but nobody is quoted as saying them; ${isSetOff(story, evidence) ? 'quotation marks only set them off' : 'they are the reporter’s own'}`;
    case 'spliced':
      return `Spliced: ${evidence.length} pieces of different utterances${of}, joined as one: ${piecesOf(difference)}`;
    case 'altered':
      return `${howAltered(finding, 'Altered')}: ${saidOtherwise(who)}`;
    case 'other-speaker':
      return `${howAltered(finding, 'Someone else’s words')}: said by ${who ?? 'another'}`;
    case 'absent':
      return ABSENT.text.replace(/\.$/, '');
  }
}

function saidOtherwise(who: string | null): string {
  if (who === null) return 'the story has it differently';
  return who.includes(', ') ? `said differently by ${who}` : `${who} said it differently`;
}

/** `Altered in meaning (number, negation)`: the gravest first; the comparison beneath has the words. */
function howAltered({ wording, changes }: Finding, verdict: string): string {
  const senses = [...new Set(changes.map(({ sense }) => sense))];
  const lead = verdict === 'Altered' ? 'Altered' : `${verdict}, altered`;
  switch (wording) {
    case 'meaning':
    case 'wording':
      return senses.length === 0
        ? `${lead} in wording`
        : `${lead} in meaning (${senses.join(', ')})`;
    case 'same':
    case 'spelling':
      return verdict;
  }
}

function piecesOf(difference: readonly Difference[]): string {
  const pieces = difference.filter(({ kind }) => kind === 'same');
  return pieces.map(({ story }) => `“${story}”`).join(' · ');
}

/** Words in quotation marks are never the reporter's own: `the so-called “bin tax”`. */
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

/** `Ann Ode and Ben Lund`; null if nobody is named. */
function whoSays(speakers: readonly CitedSpeaker[]): string | null {
  const who = [...new Set(speakers.flatMap((speaker) => whoSpeaks(speaker) ?? []))];
  return who.length > 0 ? who.join(' and ') : null;
}

function quotedPart({ story, quoted }: Finding): string {
  const words = quoted.map((span) => `“${excerpt(story.article, span)}”`);
  return words.length === 0
    ? 'not in quotation marks'
    : `only partly in quotation marks: ${words.join(' · ')}`;
}

/** `a condition (“If”), a hedge (“might”)` */
function leftOut(cut: readonly CutReason[]): string {
  const reasons = cut.map(({ sense, word }) => `a ${sense} (“${word}”)`);
  return [...new Set(reasons)].join(', ');
}

/** Words that differ only in spelling or house style: mentioned, as the comparison does not show them. */
function respelling({ respelt }: Finding): string {
  if (respelt.length === 0) return '';
  const pairs = respelt.map(({ story, quote }) => `story: ${story}, quoted: ${quote}`);
  return `, but for spelling or house style (${pairs.join('; ')})`;
}
