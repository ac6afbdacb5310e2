import {
  type Action,
  type Block,
  type Citation,
  type Difference,
  type Reply,
  type Span,
  speakerLine,
} from '../../../src/index.ts';
import { type Html, html } from './html.ts';

/** The address of a passage on the page, as the reader may open it. */
export type PassageLink = (span: Span) => string;

/** A reply as shown on a page; its buttons send their line to the form with the id `lines`. */
export function renderReply({ blocks, actions }: Reply, link: PassageLink): Html {
  const offered = actions.filter(
    ({ kind, line }) => (kind === 'more' && line !== PICTURE) || kind === 'why',
  );
  const buttons = offered.map(({ label, line }: Action) => lineButton(label, line));
  return html`${renderBlocks(blocks, link)}${buttons.length === 0 ? null : html`<p class="actions">${buttons}</p>`}`;
}

const PICTURE = '/speakers picture'; // the page already shows it

/** The blocks of a reply, in order. */
export function renderBlocks(blocks: readonly Block[], link: PassageLink): Html {
  return html`${blocks.map((block) => renderBlock(block, link))}`;
}

function renderBlock(block: Block, link: PassageLink): Html {
  switch (block.kind) {
    case 'text':
      return renderText(block.text, block.verdict ?? null);
    case 'answer':
      return html`<p class="words" dir="auto">${block.words}</p>`;
    case 'quote':
      return renderQuote(block.citation, link);
    case 'table':
      return renderTable(block);
    case 'difference':
      return html`<p class="difference">${block.parts.map(renderPart)}</p>`;
    case 'examples':
      return html`<p class="actions">${block.lines.map((line) => lineButton(line, line))}</p>`;
  }
}

function lineButton(label: string, line: string): Html {
  return html`<button name="line" value="${line}" form="lines">${label}</button>`;
}

function renderText(text: string, verdict: Span | null): Html {
  if (verdict === null) return html`<p>${text}</p>`;
  const { start, end } = verdict;
  return html`<p>${text.slice(0, start)}<strong>${text.slice(start, end)}</strong>${text.slice(end)}</p>`;
}

function renderQuote(citation: Citation, link: PassageLink): Html {
  const { words, mark, paragraph, span } = citation;
  const { start, end } = mark ?? { start: 0, end: 0 };
  const marked = mark === null ? null : html`<b>${words.slice(start, end)}</b>`;
  const who = speakerLine(citation);
  return html`<figure class="quote"><blockquote dir="auto">${words.slice(0, start)}${marked}${words.slice(end)}</blockquote><figcaption>${who === null ? null : html`<span>${who}</span>`}<a href="${link(span)}" data-passage>¶ ${paragraph}, in the story</a></figcaption></figure>`;
}

function renderTable({ columns, rows }: Extract<Block, { readonly kind: 'table' }>): Html {
  const head = columns.some((column) => column !== '')
    ? html`<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>`
    : null;
  const body = rows.map(
    (cells) => html`<tr>${cells.map((cell, i) => renderCell(cell, columns[i] ?? ''))}</tr>`,
  );
  return html`<div class="table" tabindex="0" role="group" aria-label="Listing"><table>${head}<tbody>${body}</tbody></table></div>`;
}

/** If there is no room for columns, each cell says what it is, unless its words do. */
function renderCell(cell: string, column: string): Html {
  const label = cell.includes(column) ? '' : column;
  return html`<td dir="auto" data-column="${label}">${cell}</td>`;
}

/** Differences are also given in words, for those who can't see the drawing. */
function renderPart({ kind, story, quote }: Difference): Html {
  switch (kind) {
    case 'same':
      return html`<span>${story}</span> `;
    case 'left-out':
      return html`<del>${hidden('only in the story:')}${story}</del> `;
    case 'added':
      return html`<ins>${hidden('only in the quotation:')}${quote}</ins> `;
    case 'changed':
      return html`<del>${hidden('story:')}${story}</del> <ins>${hidden('quotation:')}${quote}</ins> `;
  }
}

function hidden(words: string): Html {
  return html`<span class="hidden">${words} </span>`;
}
