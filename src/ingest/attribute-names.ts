import { walkMarkup } from './markup.ts';

/**
 * A page with the names of its attributes in small letters, as browsers read them: `CLASS` of an old page, `dateTime` of
 * one made by React. Its parser keeps them as they are written.
 */
export function withSmallNames(html: string): string {
  if (!CAPITALS.test(html)) return html;
  const pieces: string[] = [];
  let from = 0;
  walkMarkup(html, {}, (placeNow) => ({
    onattribute: (name) => {
      const start = placeNow().startIndex;
      const end = start + name.length;
      const written = html.slice(start, end);
      if (written === name || written.toLowerCase() !== name) return;
      pieces.push(html.slice(from, start), name);
      from = end;
    },
  }));
  return from === 0 ? html : pieces.join('') + html.slice(from);
}

const CAPITALS = /<[a-zA-Z][^<>]*\s[a-z:-]*[A-Z][\w:-]*\s*=/; // in the name of an attribute
