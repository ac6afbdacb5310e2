import { marked } from 'marked';
import { readParagraphs } from './blocks.ts';
import { count } from './charsets.ts';
import { parseMarkup } from './dom.ts';

/**
 * The words of a story written in Markdown: emphasis, links, escapes and tags become what a reader sees; headings and
 * the points of lists keep their signs, questions set in bold too, as interviews are told by them. Lines stay lines.
 */
export function plainMarkdown(text: string): string {
  if (hasTooMany(text)) return text;
  const body = withoutComments(text).replace(DEFINITION, '');
  return eachBlock(body, (block) => {
    if (block.length > LONGEST) return block;
    const open = withoutQuoting(block).replace(REFERENCES, '$1');
    if (BOLD_QUESTION.test(open.trim())) return open;
    return MARKS.test(open) ? readInline(marked.parseInline(open, { async: false })) : open;
  });
}

const LONGEST = 2_000; // letters of a block with marks: its parser takes the square of them; a paragraph has 1,000
const MOST_MARKS = 20_000; // of a file: a long story has hundreds

function hasTooMany(text: string): boolean {
  return count(text, /[*_`~\\<>&[\]!]/g) > MOST_MARKS;
}

function withoutComments(text: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let at = text.indexOf('<!--'); at >= 0; at = text.indexOf('<!--', from)) {
    const end = text.indexOf('-->', at);
    if (end < 0) break;
    kept.push(text.slice(from, at));
    from = end + 3;
  }
  return kept.join('') + text.slice(from);
}

/** `> “It swings,”⏎> she said.` is one paragraph, however its lines are broken. */
function withoutQuoting(block: string): string {
  const quoted = /^[ \t]{0,3}(?:>[ \t]?)+/gm;
  if (!/^[ \t]{0,3}>/.test(block)) return block;
  return block.replace(quoted, '').replace(/(?<=\S ?)\r?\n(?=\S)/g, ' ');
}

const MARKS = /[*_`~\\<&]|\]\(/;
const DEFINITION = /^ {0,3}\[[^\]\n]{1,200}\]:[ \t]*\S.*(?:\n(?: {4}|\t).*)*(?:\n|$)/gm; // `[1]: https://…`, `[^1]: A note.`
const REFERENCES = /\[\^[^\]\n]{1,40}\]|\[([^\]\n]{1,300})\] ?\[[^\]\n]{0,100}\]/g; // `[^1]`, `[the ministry][1]`
const BOLD_QUESTION = /^(\*\*|__)(?=\S)[^*_]+\?\1$/;

/**
 * The words of a plain text with tags in it, as a publishing system's text view has it: `<b>two days</b>`. A story that
 * tells of a tag or two is left as it is.
 */
export function plainTagged(text: string): string {
  if (hasTooMany(text) || !isTagged(text)) return text;
  return eachBlock(text, (block) =>
    block.length <= LONGEST && /[<&]/.test(block) ? readInline(block) : block,
  );
}

const TAGS = 'a|abbr|b|big|cite|code|del|em|font|i|ins|mark|q|s|small|span|strike|strong|sub|sup|u';
const PAIR = new RegExp(`<(${TAGS})(\\s[^<>]{0,500})?>[^<>]{1,500}</\\1\\s*>`, 'gi');

function isTagged(text: string): boolean {
  const pairs = [...text.slice(0, OPENING).matchAll(PAIR)];
  return pairs.length >= 2 || pairs.some(([, , attributes]) => /=/.test(attributes ?? ''));
}

const OPENING = 100_000; // characters: the tags show at the beginning

/** Reads the blocks between blank lines by themselves. */
function eachBlock(text: string, read: (block: string) => string): string {
  return text
    .split(/((?:\r\n?|\n)[ \t]*(?:\r\n?|\n)\s*)/)
    .map((block, i) => (i % 2 === 0 ? read(block) : block))
    .join('');
}

/** The words of marked-up lines, their breaks kept. */
function readInline(html: string): string {
  const lines = html
    .trim()
    .replace(/<br\s*\/?>\s*(?=\r?\n)/gi, '')
    .replace(/\r\n?|\n/g, '<br>');
  return readParagraphs(parseMarkup(`<div>${lines}</div>`)).join('\n\n');
}
