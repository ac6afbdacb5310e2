import {
  type Bot,
  findQuotations,
  type Place,
  type QuotationRead,
  type Reply,
  type Span,
  type Verdict,
} from '../../../src/index.ts';
import { type PassageLink, renderBlocks, renderReply } from './answer.ts';
import { type Html, html } from './html.ts';

/** A text with the findings on each quotation in it. */
export interface CheckedText {
  readonly text: string;
  /** In order; spans are of `text`. Empty if there was nothing to check. */
  readonly quotations: readonly QuotationRead[];
  /** The bot's replies: one, or for a text with many quotations, one for every few. */
  readonly replies: readonly Reply[];
  /** The number of quotations left unread. */
  readonly left: number;
}

const AT_ONCE = 5; // quotations the bot checks at a time
const MOST = 20; // in one text: four rounds, so that nobody waits for a whole book

/** Checks every quotation of a text, the first twenty; a text without quotation marks is one. */
export async function checkText(
  bot: Bot,
  text: string,
  person: string | null,
  place: Place,
): Promise<CheckedText> {
  const all = findQuotations(text, { start: 0, end: text.length });
  const groups = groupSpans(all.slice(0, MOST), text.length);
  const replies: Reply[] = [];
  const quotations: QuotationRead[] = [];
  for (const { start, end } of groups) {
    const quote = text.slice(start, end);
    const reply = await bot({ kind: 'check', quote, person, place, input: quote });
    replies.push(reply);
    for (const { span, ...read } of reply.quotations ?? []) {
      quotations.push({ ...read, span: { start: span.start + start, end: span.end + start } });
    }
  }
  return { text, quotations, replies, left: Math.max(0, all.length - MOST) };
}

/** The whole text, or, if it has many quotations, stretches with a few each. */
function groupSpans(all: readonly Span[], length: number): readonly Span[] {
  if (all.length <= AT_ONCE) return [{ start: 0, end: length }];
  return all.flatMap(({ start }, i) =>
    i % AT_ONCE === 0 ? [{ start, end: all.slice(i, i + AT_ONCE).at(-1)?.end ?? start }] : [],
  );
}

/** The text with a verdict at each quotation, and the findings beneath it. */
export function renderChecked(checked: CheckedText, link: PassageLink): Html {
  const { text, quotations, replies, left } = checked;
  if (quotations.length === 0) return html`${replies.map((reply) => renderReply(reply, link))}`;
  let at = 0;
  const marked = quotations.map(({ span, verdict }, i) => {
    const { start, end } = withMarks(text, span);
    const before = text.slice(at, start);
    at = end;
    return html`${before}${renderMarked(text.slice(start, end), verdict, i + 1)}`;
  });
  const rest = text.slice(at);
  const more =
    left > 0
      ? html`<p class="quiet">${left} more were not read: check them in a second go.</p>`
      : null;
  return html`<p class="pasted" dir="auto">${marked}${rest}</p>${more}<ol class="findings">${quotations.map((one, i) => renderFinding(one, i + 1, link))}</ol>`;
}

/** A quotation with its quotation marks, so that its verdict comes after them. */
function withMarks(text: string, { start, end }: Span): Span {
  const before = /(?:''|``|[“”„‟«»"‘’‚‹›'])$/u.exec(text.slice(0, start))?.[0].length ?? 0;
  const after = /^(?:''|[“”«»"‘’‹›'])/u.exec(text.slice(end))?.[0].length ?? 0;
  return { start: start - before, end: end + after };
}

function renderMarked(words: string, verdict: Verdict, number: number): Html {
  const { grade, label } = VERDICTS[verdict];
  return html`<span class="checked ${grade}">${words}</span><a class="verdict ${grade}" href="#finding-${number}">${number} ${label}</a>`;
}

function renderFinding(
  { verdict, blocks }: QuotationRead,
  number: number,
  link: PassageLink,
): Html {
  return html`<li id="finding-${number}" class="${VERDICTS[verdict].grade}">${renderBlocks(blocks, link)}</li>`;
}

/** How a verdict is shown: word and mark distinguish it, not colour alone. */
const VERDICTS: Readonly<Record<Verdict, { readonly grade: string; readonly label: string }>> = {
  exact: { grade: 'stands', label: 'exact' },
  'exact-marked': { grade: 'stands', label: 'exact, marked changes' },
  cut: { grade: 'careful', label: 'cut' },
  paraphrase: { grade: 'careful', label: 'paraphrase' },
  'not-quoted': { grade: 'careful', label: 'not quoted' },
  spliced: { grade: 'wrong', label: 'spliced' },
  altered: { grade: 'wrong', label: 'altered' },
  'other-speaker': { grade: 'wrong', label: 'someone else’s' },
  absent: { grade: 'wrong', label: 'absent' },
};
