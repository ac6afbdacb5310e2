import { readMatter } from './front-matter.ts';
import { joinHyphens } from './hyphens.ts';
import { type Incoming, nameIn } from './incoming.ts';
import { plainMarkdown, plainTagged } from './marked-text.ts';
import { readTextFields } from './text-fields.ts';

/**
 * A story in plain text or Markdown: its file's name is its wish for an id, `tags: a, b` in its front matter are its
 * tags. Marks of emphasis, links and tags are taken out of its words.
 */
export function readTextFile(given: string, origin: string): Incoming {
  const format = /\.(?:md|markdown)$/i.test(origin) ? 'md' : 'txt';
  const { matter, byline, tags, end } = readMatter(given);
  const body = given.slice(end);
  const text = joinHyphens(format === 'md' ? plainMarkdown(body) : plainTagged(body));
  const fields = readTextFields(`${matter}${text}`, matter.length);
  return {
    name: nameIn(origin),
    text: `${matter}${text}`,
    format,
    known: fields.known,
    byline: byline ?? fields.byline,
    tags: [...tags.matchAll(/[\p{L}\p{N}][\p{L}\p{N}_ -]*/gu)].map(([tag]) =>
      tag.trim().toLowerCase().replace(/\s+/g, '-'),
    ),
    origin,
    note: null,
  };
}
