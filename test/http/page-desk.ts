import { plainStory, readStory } from '../stories.ts';
import { serveStories } from './served.ts';

/** What a browser sends a form as. */
export const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
export const seed = readStory('alibaba-ma-trump');
export const race = readStory('harbour-regatta');

/** Markup that must be shown as text. */
export const NASTY = '<script>alert(1)</script> &amp; "O\'Ode" <img src=x onerror=alert(1)>';
export const hostile = plainStory(
  `“${NASTY}”, said Ann Ode, <b>the mayor</b>.\n\nIt rained all day & night.`,
  'hostile',
);

/** The three stories on pages that everybody may open. */
export async function openPages() {
  const served = await serveStories([seed, race, hostile]);
  const { app } = served;
  const get = (url: string) => app.inject({ url });
  const post = (url: string, fields: Readonly<Record<string, string>>) =>
    app.inject({
      method: 'POST',
      url,
      headers: FORM,
      payload: new URLSearchParams(fields).toString(),
    });
  return { ...served, get, post };
}

/** What a page shows as text: without its markup. */
export function textOf(page: string): string {
  return page
    .replace(/<(script|symbol)[^>]*>.*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** A stretch of a page, from one mark to another. */
export const partOf = (page: string, from: string, to: string): string =>
  page.slice(page.indexOf(from), page.indexOf(to, page.indexOf(from)));

/** The words marked as the passage. */
export const markIn = (page: string): string =>
  textOf(partOf(page, '<mark id="passage"', '</mark>'));

/** What is said to a question, as text. */
export const answerIn = (page: string): string =>
  textOf(partOf(page, '<div id="answer"', '<details'));
