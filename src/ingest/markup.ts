import { type Handler, Parser, type ParserOptions } from 'htmlparser2';

/** Where in the markup what is told begins, and where its last character is, in UTF-16 units. */
export type Place = Pick<Parser, 'startIndex' | 'endIndex'>;

/** Goes through markup once, and tells of its tags and texts in their order; `placeNow` gives the place of what is being told. */
export function walkMarkup(
  marked: string,
  options: ParserOptions,
  tell: (placeNow: () => Place) => Partial<Handler>,
): void {
  const parser: Parser = new Parser(
    tell(() => parser),
    options,
  );
  parser.end(marked);
}
