import { Parser } from './markup-parser.ts';

/**
 * A page with the names of its attributes in small letters, as browsers read them: `CLASS` of an old page, `dateTime` of
 * one made by React. Its parser keeps them as they are written.
 */
export function withSmallNames(html: string): string {
  if (!CAPITALS.test(html)) return html;
  const pieces: string[] = [];
  let from = 0;
  const parser = new Parser({
    onattribute: (name) => {
      const [start, end] = [parser.startIndex, parser.startIndex + name.length];
      const written = html.slice(start, end);
      if (written === name || written.toLowerCase() !== name) return;
      pieces.push(html.slice(from, start), name);
      from = end;
    },
  });
  parser.end(html);
  return from === 0 ? html : pieces.join('') + html.slice(from);
}

const CAPITALS = /<[a-zA-Z][^<>]*\s[a-z:-]*[A-Z][\w:-]*\s*=/; // in the name of an attribute
