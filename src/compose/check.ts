import type { Checked } from '../check/check.ts';
import type { Difference } from '../check/difference.ts';
import type { Evidence, Finding } from '../check/finding.ts';
import type { CutReason, MeaningChange } from '../check/meaning.ts';
import { type Block, makeReply, NO_NAME, type Reply, say } from '../reply.ts';
import { type Citation, cite, excerpt, findWords } from '../story/citation.ts';
import type { Statement } from '../story/statement.ts';
import type { Story } from '../story/story.ts';
import { overlaps, type Span } from '../text/span.ts';
import { feedbackActions } from './answers.ts';

/**
 * The reply to `/check`: a verdict for each quotation, with the evidence. Of several, the first that
 * is not absent stands for all in `verdict` and `difference`.
 */
export function composeCheck(checked: readonly Checked[]): Reply {
  const shown = checked.map((one) => ({ one, passages: citeEvidence(one.finding) }));
  const first = shown.find(({ one }) => one.finding !== null) ?? shown[0];
  const passages = shown.flatMap((each) => each.passages);
  const finding = first?.one.finding ?? null;
  return makeReply('check', {
    found: finding !== null,
    verdict: finding?.verdict ?? 'absent',
    reason: finding === null ? 'not-in-story' : null,
    confidence: finding && Math.round(finding.likeness * 100) / 100,
    difference: finding?.difference ?? null,
    passages,
    blocks: shown.flatMap((each, i) => [
      ...(shown.length > 1 ? [say(`${i + 1}. “${wordsOf(each.one)}”`)] : []),
      ...checkBlocks(each.one, each.passages),
    ]),
    actions: feedbackActions(passages),
  });
}

function checkBlocks(checked: Checked, passages: readonly Citation[]): readonly Block[] {
  const { finding } = checked;
  const notes = [notQuoted(checked), standsIn(checked)].filter((note) => note !== '');
  if (finding === null) {
    return [say(['Absent: nothing in the story comes close to these words.', ...notes].join(' '))];
  }
  return [
    say([describe(finding, checked), ...notes].join(' ')),
    ...differenceBlocks(finding),
    ...passages.map((citation): Block => ({ kind: 'quote', citation })),
  ];
}

function wordsOf({ quotation: { text, span } }: Checked): string {
  return text.slice(span.start, span.end);
}

/** The verdict in words, with who says it and what differs. */
function describe(finding: Finding, checked: Checked): string {
  const { verdict, story, evidence, changes, difference, cut } = finding;
  const who = whoSays(story, evidence);
  switch (verdict) {
    case 'exact':
      return `Exact: these words stand between quotation marks. ${speaks(who)}`;
    case 'exact-marked':
      return `Exact but for changes that are marked. ${speaks(who)}${atMarks(cut)}`;
    case 'cut':
      return `Cut: true words, but the sentence says more. ${leftOut(cut)} ${speaks(who)}`;
    case 'paraphrase':
      return `Paraphrase: ${reported(finding, who)}`;
    case 'not-quoted':
      return `Not quoted: the words ${finding.stands ? 'stand in the story' : 'are close to the story’s'}, but in no one’s mouth: they are the reporter’s own.`;
    case 'spliced':
      return `Spliced: ${evidence.length} pieces of different utterances, joined as one: ${piecesOf(difference)}. ${speaks(who)}`;
    case 'altered':
      return `Altered: ${differs(changes, difference)} ${speaks(who)}`;
    case 'other-speaker':
      return `Someone else’s words. ${speaks(who)}${isExact(finding) ? '' : ` ${upper(differs(changes, difference))}`}`;
    case 'absent':
      return `Absent: nothing in the story comes close to “${wordsOf(checked)}”.`;
  }
}

function piecesOf(difference: readonly Difference[]): string {
  const pieces = difference.filter(({ kind }) => kind === 'same');
  return pieces.map(({ story }) => `“${story}”`).join(' · ');
}

function isExact({ stands, difference }: Finding): boolean {
  return stands || difference.every(({ kind }) => kind === 'same');
}

/** The names of those who say the evidence, as the story has them, each once. */
function whoSays(story: Story, evidence: readonly Evidence[]): readonly string[] {
  const names = evidence.map(({ statement }) => statement && nameOf(story, statement));
  return [...new Set(names.filter((name) => name !== null))];
}

function nameOf({ article }: Story, { speaker }: Statement): string | null {
  return speaker.name === null ? null : findWords(article, speaker.name);
}

function speaks(who: readonly string[]): string {
  return who.length === 0 ? NO_NAME : `Said by ${who.join(' and ')}.`;
}

function reported({ story, quoted, stands }: Finding, who: readonly string[]): string {
  const of = who.length === 0 ? '' : ` of ${who[0]}`;
  const words = quoted.map((span) => `“${excerpt(story.article, span)}”`);
  const how =
    words.length === 0
      ? 'not between quotation marks.'
      : `only partly between quotation marks: ${words.join(' · ')}.`;
  const unlike = stands ? '' : ' The words differ.';
  const unnamed = who.length === 0 ? ` ${NO_NAME}` : '';
  return `the story reports this${of}, ${how}${unlike}${unnamed}`;
}

/** `Left out: a condition (“If”).` */
function leftOut(cut: readonly CutReason[]): string {
  const reasons = cut.map(({ sense, word }) => `a ${sense} (“${word}”)`);
  return `Left out: ${[...new Set(reasons)].join(', ')}.`;
}

function atMarks(cut: readonly CutReason[]): string {
  return cut.length === 0 ? '' : ` At the marks: ${lower(leftOut(cut))}`;
}

const MOST_CHANGES = 5; // in a line; the comparison beneath has all

/** `changes a number: one → two; leaves out a negation: not.` What changes no meaning comes last. */
function differs(changes: readonly MeaningChange[], difference: readonly Difference[]): string {
  const grave = changes.map(({ sense, story, quote }) =>
    change(`a ${sense}`, story.join(' '), quote.join(' ')),
  );
  const named = new Set(changes.flatMap(({ story, quote }) => [...story, ...quote]));
  const others = difference
    .filter(({ kind, story, quote }) => kind !== 'same' && !named.has(story) && !named.has(quote))
    .map(({ story, quote }) => change('words', story, quote));
  const all = [...grave, ...others].slice(0, MOST_CHANGES);
  return all.length === 0 ? 'the words differ.' : `${all.join('; ')}.`;
}

function change(what: string, story: string, quote: string): string {
  if (quote === '') return `leaves out ${what}: ${story}`;
  return story === '' ? `adds ${what}: ${quote}` : `changes ${what}: ${story} → ${quote}`;
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Said of a person whom no story quotes, or names. */
function notQuoted({ person, known, quotes }: Checked): string {
  if (person === null || quotes) return '';
  return `The story does not ${known ? 'quote' : 'name anyone like'} ${person}.`;
}

function standsIn({ standsIn: n, stories }: Checked): string {
  return stories > 1 && n > 0 ? `The words stand in ${n} of ${stories} stories.` : '';
}

/** The comparison, where there is something to compare. */
function differenceBlocks({ difference }: Finding): readonly Block[] {
  const differs = difference.some(({ kind }) => kind !== 'same');
  return differs ? [{ kind: 'difference', parts: difference }] : [];
}

/** The sentences that hold the evidence, paragraph by paragraph, each passage once. */
function citeEvidence(finding: Finding | null): readonly Citation[] {
  if (finding === null) return [];
  const { story, evidence, verdict } = finding;
  const passages = evidence.flatMap(({ words, statement }) =>
    rowsOf(story, words).map(({ span, mark }) => cite(story, span, mark, statement)),
  );
  const own = verdict === 'not-quoted';
  return passages
    .filter((one, i) => !passages.slice(0, i).some((other) => overlaps(other.span, one.span)))
    .map((passage) => (own ? { ...passage, speaker: null } : passage));
}

/** The sentences of each paragraph that hold some of the words, and the words in them. */
function rowsOf(
  story: Story,
  words: readonly Span[],
): readonly { readonly span: Span; readonly mark: Span }[] {
  return story.paragraphs.flatMap((paragraph) => {
    if (paragraph.number === null) return [];
    const inside = words.filter((word) => overlaps(word, paragraph));
    const [first, last] = [inside[0], inside.at(-1)];
    if (first === undefined || last === undefined) return [];
    const mark = { start: first.start, end: last.end };
    const held = story.sentences.filter((one) => overlaps(one, mark));
    const start = Math.min(mark.start, ...held.map((one) => one.start));
    return [{ span: { start, end: Math.max(mark.end, ...held.map((one) => one.end)) }, mark }];
  });
}
