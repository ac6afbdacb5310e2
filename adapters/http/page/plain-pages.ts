import type { Titled } from '../../../src/index.ts';
import { type Files, headingOf, renderDocument } from './document.ts';
import { type Html, html } from './html.ts';

/** A page that can't be shown: the reason, and what to do about it. */
export interface Problem {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
}

/** What a page can fail at, in its words. */
export const PROBLEMS = {
  noPage: {
    status: 404,
    title: 'There is no such page',
    detail: 'Part of the address may be missing. Open the link again from where you found it.',
  },
  noStory: {
    status: 404,
    title: 'The story is not here',
    detail: 'It was removed, or the address is incomplete.',
  },
  noPassage: {
    status: 404,
    title: 'The passage is not in this story',
    detail:
      'The story has changed since the link was made, or the address is incomplete. Ask the bot again for a link to the passage as it is now.',
  },
  expired: {
    status: 403,
    title: 'This link has expired',
    detail:
      'Links to a story’s page last thirty days. To get a new one ask the bot again: every passage of its answer has a link that works.',
  },
  refused: {
    status: 403,
    title: 'This page opens with a link',
    detail:
      'The address lacks its key, or the key is not for this place. Open the page with the link beneath an answer of the bot; ask it again to get one.',
  },
  noToken: {
    status: 401,
    title: 'This page needs a token',
    detail:
      'Whoever runs the bot gives out tokens. The browser asks for a name and a password: any name will do, the password is the token.',
  },
  tooMuch: {
    status: 413,
    title: 'That is too much at once',
    detail: 'Check a part of the text at a time.',
  },
  noForm: {
    status: 415,
    title: 'That cannot be read',
    detail: 'Questions come from the boxes on a story’s page.',
  },
  tooMany: {
    status: 503,
    title: 'Too many questions at once',
    detail: 'Ask again in a second.',
  },
  tooOften: {
    status: 429,
    title: 'Too many questions',
    detail: 'Wait a minute, then ask again.',
  },
  nothingAsked: {
    status: 422,
    title: 'Nothing was asked',
    detail: `Type a question, or words to be checked, and not more than fits in the box.`,
  },
} as const satisfies Readonly<Record<string, Problem>>;

/** A page that says why there is nothing to show. */
export function renderProblem(files: Files, { title, detail }: Problem, back: string | null): Html {
  const more = back === null ? null : html`<p><a href="${back}">To the story</a></p>`;
  const main = html`<header class="head problem"><h1>${title}</h1><p>${detail}</p>${more}</header>`;
  return renderDocument(files, title, null, [], main);
}

/** A part of the list of stories, for those who may see all; `older` is where it continues. */
export function renderList(
  files: Files,
  stories: readonly Titled[],
  link: (story: string) => string,
  older: string | null,
): Html {
  const items = stories.map((one) => {
    const { story, publisher, published } = one;
    const from = [publisher, published].filter((part) => part !== null).join(' · ');
    return html`<li><a href="${link(story)}" dir="auto">${headingOf(one)}</a>${from === '' ? null : html`<span class="from">${from}</span>`}</li>`;
  });
  const none = html`<p>No story is kept here yet. /add adds one.</p>`;
  const more =
    older === null ? null : html`<p class="older"><a href="${older}">Older stories</a></p>`;
  const main = html`<header class="head"><h1>Stories</h1></header>
<div class="listing">${items.length === 0 ? none : html`<ul class="stories">${items}</ul>`}${more}</div>`;
  return renderDocument(files, 'Stories', null, [], main);
}
