import type { Reading, Span } from '../../../src/index.ts';
import { renderArticle } from './article.ts';
import { LONGEST_CHECK, LONGEST_QUESTION } from './asked.ts';
import { type Html, html } from './html.ts';
import { drawShapes, renderVoices } from './voices.ts';

/** The addresses of a page's own files. */
export interface Files {
  readonly style: string;
  readonly script: string;
  readonly icon: string;
}

/** A question on a page and its reply. */
export interface Answered {
  readonly kind: 'ask' | 'check';
  /** What was typed, which stays in its box. Empty if a button asked. */
  readonly words: string;
  readonly person: string | null;
  readonly answer: Html;
}

/** A story's page, with what differs each time it is shown. */
export interface StoryPage {
  readonly reading: Reading;
  readonly passage: Span | null;
  /** Where the page's forms are sent. */
  readonly action: string;
  /** The list of stories, for those who may see it. */
  readonly list: string | null;
  readonly talk: string;
  readonly answered: Answered | null;
}

/** A section that the page's bar links to: its id and name. */
type Place = readonly [string, string];

const PLACES: readonly Place[] = [
  ['ask', 'Ask'],
  ['story', 'Story'],
  ['speakers', 'Speakers'],
];

/** A story as a page: who speaks where, the passage marked, boxes to ask and to check. */
export function renderStory(files: Files, page: StoryPage): Html {
  const { reading, passage, list } = page;
  const main = html`${drawShapes()}
<header class="head">
<h1 dir="auto">${headingOf(reading)}</h1>
${renderSource(reading)}
</header>
<div class="side">
${renderBoxes(page)}
<section class="who-speaks" id="speakers" aria-labelledby="speakers-title">
<h2 id="speakers-title">Who speaks where</h2>
${renderVoices(reading)}
</section>
</div>
<article id="story" aria-label="The story">
${renderArticle(reading, passage)}</article>
<p class="caveat">The story’s own words, with who says them. What it says about speakers was read by a program and may be wrong: the story is what counts.</p>`;
  return renderDocument(files, reading.title, list, PLACES, main);
}

/** A story's headline, or how it begins. */
export function headingOf({ headline, title }: Pick<Reading, 'headline' | 'title'>): string {
  return headline ?? (/[.!?…]["”’]?$/.test(title) ? title : `${title} […]`);
}

/** Who wrote it, where and when it was published, and how much of it there is. */
function renderSource(reading: Reading): Html {
  const { byline, publisher, published, url, paragraphs, voices } = reading;
  const by = byline === null ? null : /^by\s/i.test(byline) ? byline : `By ${byline}`;
  const told = paragraphs.filter(({ number }) => number !== null).length;
  const size = `${count(told, 'paragraph')}, ${count(voices.length, 'speaker')}`;
  const parts = [by, publisher, published, size].filter((part) => part !== null);
  const original =
    url === null ? null : html`<a href="${url}" rel="noreferrer">Where it was published</a>`;
  const spans = [...parts.map((part) => html`<span dir="auto">${part}</span>`), original];
  return html`<p class="source">${spans}</p>`;
}

function count(n: number, one: string): string {
  return `${n} ${one}${n === 1 ? '' : 's'}`;
}

/** An example question for this story. */
function exampleOf({ voices }: Reading): string {
  const known = voices.find(({ named }) => named);
  return known === undefined ? 'What is it about?' : `What does ${known.name} say?`;
}

function renderBoxes({ reading, action, talk, answered }: StoryPage): Html {
  const typed = (kind: Answered['kind']): string => (answered?.kind === kind ? answered.words : '');
  const again = html`<input type="hidden" name="talk" value="${talk}">`;
  const to = `${action}#answer`;
  const checks = html`<summary id="check-title">Check a quotation or a paragraph</summary>
<form method="post" action="${to}" class="box">${again}
<label for="check">Words to be checked against the story</label>
<textarea id="check" name="check" rows="5" maxlength="${LONGEST_CHECK}" required>${typed('check')}</textarea>
<label for="by">Said by <span class="optional">(may be left out)</span></label>
<input id="by" name="by" value="${answered?.person ?? ''}" maxlength="100" autocomplete="off">
<button>Check</button>
</form>`;
  return html`<section class="boxes" aria-label="Ask and check">
<form method="post" action="${to}" class="box" id="ask-form">${again}
<label for="ask">Ask the story</label>
<span class="row"><input id="ask" name="ask" value="${typed('ask')}" maxlength="${LONGEST_QUESTION}" autocomplete="off" required placeholder="${exampleOf(reading)}"><button>Ask</button></span>
</form>
<form method="post" action="${to}" id="lines">${again}</form>
<div id="answer" tabindex="-1">${answered === null ? null : renderAnswered(answered)}</div>
${answered?.kind === 'check' ? html`<details class="check" id="checks" open>${checks}</details>` : html`<details class="check" id="checks">${checks}</details>`}
</section>`;
}

function renderAnswered({ kind, words, answer }: Answered): Html {
  const asked =
    kind === 'ask' && words !== ''
      ? html`<p class="asked"><span class="hidden">You asked: </span>${words}</p>`
      : null;
  return html`<h2>${kind === 'ask' ? 'Answer' : 'Checked'}</h2>${asked}${answer}`;
}

/** Any page: its head, the bar on top, the content. */
export function renderDocument(
  files: Files,
  title: string,
  list: string | null,
  places: readonly Place[],
  main: Html,
): Html {
  const name = html`<span class="brand">Verbatim</span>`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${title} · Verbatim</title>
<link rel="stylesheet" href="${files.style}">
<link rel="icon" href="${files.icon}" type="image/svg+xml">
<script src="${files.script}" type="module"></script>
</head>
<body>
<a class="skip" href="#main">To the story</a>
<div class="bar"><nav aria-label="Page">${list === null ? name : html`<a class="home" href="${list}">${name}</a>`}${places.map(([at, label]) => html`<a href="#${at}">${label}</a>`)}</nav></div>
<main id="main">
${main}
</main>
</body>
</html>
`;
}
