import { type Block, readBlocks } from './blocks.ts';
import { bylineIn } from './document-fields.ts';
import { type DomElement, isElement, tagName } from './dom.ts';

/** A file of a book. */
export interface Chapter {
  readonly name: string;
  /** Its heading, where it opens with one. */
  readonly headline: string | null;
  readonly byline: string | null;
  readonly paragraphs: readonly string[];
  /** Whether it is a cover, contents or an imprint, and no text of the book. */
  readonly isBeside: boolean;
}

const BESIDE_TYPE =
  /\b(?:cover|title-?page|half-?title-?page|toc|landmarks|page-list|copyright-page|imprint|colophon|index|loi|lot|other-credits|contributors)\b/;
const BESIDE_HEADING =
  /^(?:(?:table of )?contents|in this issue|cover|imprint|impressum|inhalt(?:sverzeichnis)?|sommaire|table des matières|copyright|colophon|masthead|about (?:the|this) (?:author|book|publisher)|also by|(?:end|foot)?notes$|fu(?:ß|ss)noten)\b/i;
const IMPRINT = /\ball rights reserved\b|\bISBN\b|^(?:©|copyright\b)/i;
const MOSTLY = 0.7; // of the letters of a list of contents are links

/** Left out of a chapter: notes and their marks, the numbers of printed pages, what is beside the text. */
const LEFT_OUT = /\b(?:pagebreak|noteref|(?:foot|end|rear)notes?|toc|landmarks|page-list)\b/;
const BESIDE = new Set(['aside', 'footer', 'form', 'nav']);

/** Reads a file of a book: one chapter, or the articles in it, each with the heading and byline that it opens with. */
export function readChapters(
  name: string,
  page: DomElement,
  isBeside: boolean,
): readonly Chapter[] {
  const body = page.querySelector('body') ?? page;
  const blocks = readBlocks(
    body,
    (tag, element) => BESIDE.has(tag) || (element !== body && LEFT_OUT.test(typeOf(element))),
  );
  const types = [body, ...body.childNodes].filter(isElement).slice(0, HEAD).map(typeOf);
  const isNone = isBeside || types.some((type) => BESIDE_TYPE.test(type));
  const whole = toChapter(name, blocks, isNone);
  for (const level of ['h1', 'h2', 'h3']) {
    const starts = blocks.flatMap(({ within }, i) => (tagName(within) === level ? [i] : []));
    if (starts.length < 2) continue;
    const opens = starts.map((start, i) => (i === 0 ? 0 : start));
    const sections = opens.map((start, i) =>
      toChapter(i === 0 ? name : `${name}-${i + 1}`, blocks.slice(start, opens[i + 1]), isNone),
    );
    return countSigned(sections) >= FEWEST_SIGNED ? sections : [whole];
  }
  return [whole];
}

function typeOf(element: DomElement): string {
  return `${element.getAttribute('epub:type') ?? ''} ${element.getAttribute('role') ?? ''}`;
}

function toChapter(name: string, blocks: readonly Block[], isBeside: boolean): Chapter {
  const paragraphs = blocks.map(({ text }) => text);
  const headline = blocks
    .slice(0, HEAD)
    .find(({ within }) => /^h[1-3]$/.test(tagName(within)))?.text;
  const letters = paragraphs.join('').length;
  const linked = blocks.reduce((sum, one) => sum + one.linked * one.text.length, 0);
  return {
    name,
    headline: headline ?? null,
    byline: bylineIn(paragraphs.slice(0, HEAD)),
    paragraphs,
    isBeside:
      isBeside ||
      BESIDE_HEADING.test(headline ?? paragraphs[0] ?? '') ||
      linked > letters * MOSTLY ||
      (paragraphs.length <= MOST_LINES &&
        (paragraphs.some((one) => IMPRINT.test(one)) || !paragraphs.some(isTold))),
  };
}

const HEAD = 4; // paragraphs: a kicker, the heading, a summary, a byline

const FEWEST_SIGNED = 2; // chapters with bylines of their own make a magazine

/**
 * The articles of a magazine: chapters with headlines, and bylines in several or no author of the whole. What has no
 * headline goes on with the article before. Empty for a book, whose chapters are one text.
 */
export function articlesOf(chapters: readonly Chapter[], hasAuthor: boolean): readonly Chapter[] {
  const articles: Chapter[] = [];
  for (const chapter of chapters) {
    const last = articles.at(-1);
    if (isArticle(chapter)) articles.push(chapter);
    else if (last !== undefined)
      articles[articles.length - 1] = {
        ...last,
        paragraphs: [...last.paragraphs, ...chapter.paragraphs],
      };
  }
  return countSigned(articles) >= FEWEST_SIGNED || !hasAuthor ? articles : [];
}

function countSigned(chapters: readonly Chapter[]): number {
  return chapters.filter(({ byline }) => byline !== null).length;
}

const MOST_LINES = 12; // of a title page or an imprint

function isTold(paragraph: string): boolean {
  return paragraph.length >= TOLD && /[.!?…]["”’'»)]*$/.test(paragraph);
}

const TOLD = 50; // letters

/** Whether a chapter's heading is a headline, not `Chapter 3`, `Part Two`, `IV`, `Foreword`. */
export function isArticle({ headline, paragraphs }: Chapter): boolean {
  const isNumbered =
    /^(?:(?:chapter|part|book|section|kapitel|teil|chapitre|partie|cap[ií]tulo|capitolo)\b|[\divxlc]+\.?$|\d+[.:]? )/i;
  return (
    headline !== null &&
    !isNumbered.test(headline) &&
    headline.trim().split(/\s+/).length >= SHORTEST_HEADLINE &&
    paragraphs.some(isTold)
  );
}

const SHORTEST_HEADLINE = 3; // words
