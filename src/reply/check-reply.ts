import type { Checked } from '../check/check.ts';
import type { Finding } from '../check/finding.ts';
import { type Citation, cite } from '../story/citation.ts';
import type { Story } from '../story/story.ts';
import { overlaps, type Span } from '../text/span.ts';
import { howKnown } from './how-known.ts';
import { feedbackActions, whyAction } from './passage-actions.ts';
import { type Block, makeReply, type Reply, say } from './reply.ts';
import { ABSENT, describeFinding } from './verdict-words.ts';

/**
 * The reply to `/check`: a verdict for each quotation, with the evidence. Of several, the first that
 * is not absent is the one in `verdict` and `difference`.
 */
export function composeCheck(checked: readonly Checked[]): Reply {
  const shown = checked.map((one) => {
    const passages = citeEvidence(one.finding);
    return { one, passages, blocks: checkBlocks(one, passages) };
  });
  const first = shown.find(({ one }) => one.finding !== null) ?? shown[0];
  const passages = shown.flatMap((each) => each.passages);
  const finding = first?.one.finding ?? null;
  return makeReply('check', {
    found: finding !== null,
    verdict: finding?.verdict ?? 'absent',
    wording: finding?.wording ?? null,
    person: finding?.person ?? (first?.one.person == null ? 'not-asked' : 'not-told'),
    reason: finding === null ? 'not-in-story' : null,
    confidence: finding && Math.round(finding.likeness * 100) / 100,
    difference: finding?.difference ?? null,
    passages,
    blocks: shown.flatMap((each, i) => [
      ...(shown.length > 1 ? [say(`${i + 1}. “${wordsOf(each.one)}”`)] : []),
      ...each.blocks,
    ]),
    quotations: shown.map(({ one, blocks }) => ({
      span: one.quotation.span,
      verdict: one.finding?.verdict ?? 'absent',
      blocks,
    })),
    actions: passages.length === 0 ? [] : [whyAction(passages), ...feedbackActions(passages)],
  });
}

function checkBlocks(checked: Checked, passages: readonly Citation[]): readonly Block[] {
  const { finding } = checked;
  const notes = [notQuoted(checked), standsIn(checked)].filter((note) => note !== '');
  const { text, verdict } = finding === null ? ABSENT : describeFinding(finding);
  const judged: Block = { kind: 'text', text: [text, ...notes].join(' '), verdict };
  if (finding === null) return [judged];
  return [
    judged,
    ...differenceBlocks(finding),
    ...passages.map((citation): Block => ({ kind: 'quote', citation })),
    ...howKnown(finding.evidence.map(({ statement }) => statement)),
  ];
}

function wordsOf({ quotation: { text, span } }: Checked): string {
  return text.slice(span.start, span.end);
}

/** Notes a person whom no story names or quotes, unless the words may still be theirs. */
function notQuoted({ person, known, quotes, finding }: Checked): string {
  if (person === null || quotes) return '';
  if (known && (finding?.person === 'not-told' || finding?.person === 'confirmed')) return '';
  return `The story does not ${known ? 'quote' : 'name anyone like'} ${person}.`;
}

function standsIn({ standsIn: n, stories }: Checked): string {
  return stories > 1 && n > 0 ? `The words are in ${n} of ${stories} stories.` : '';
}

/** The comparison, if there is something to compare. */
function differenceBlocks({ difference }: Finding): readonly Block[] {
  const differs = difference.some(({ kind }) => kind !== 'same');
  return differs ? [{ kind: 'difference', parts: difference }] : [];
}

/** The sentences with the evidence, paragraph by paragraph, each passage once. */
export function citeEvidence(finding: Finding | null): readonly Citation[] {
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

/** The sentences of each paragraph with some of the words, and those words. */
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
