import { type Incoming, nameIn } from './incoming.ts';
import { readTextFields } from './text-fields.ts';

/** A story in plain text or Markdown: its file's name is its wish for an id, `tags: a, b` in its front matter are its tags. */
export function readTextFile(text: string, origin: string): Incoming {
  const matter = /^---[ \t]*\r?\n[\s\S]*?\r?\n---/.exec(text)?.[0] ?? '';
  const tags = /^tags[ \t]*:(.+)$/im.exec(matter)?.[1] ?? '';
  const given = /^(?:by|byline|author)[ \t]*:[ \t]*(.+)$/im.exec(matter)?.[1]?.trim();
  const { known, byline } = readTextFields(text, matter);
  return {
    name: nameIn(origin),
    text,
    format: /\.(?:md|markdown)$/i.test(origin) ? 'md' : 'txt',
    known,
    byline: given ?? byline,
    tags: [...tags.matchAll(/[\p{L}\p{N}][\p{L}\p{N}_ -]*/gu)].map(([tag]) =>
      tag.trim().toLowerCase().replace(/\s+/g, '-'),
    ),
    origin,
    note: null,
  };
}
