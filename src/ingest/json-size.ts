import { MOST_JSON_VALUES } from './limits.ts';

const DEEPEST = 200; // nesting of lists and objects: an agency's have 10

/** Why JSON must not be parsed, in a line: deep nesting and empty lists take a parser many times its size in memory. Null where it may. */
export function whyTooMuch(json: string): string | null {
  let depth = 0;
  let values = 0;
  let isText = false;
  for (let i = 0; i < json.length; i += 1) {
    const sign = json.charCodeAt(i);
    if (sign === QUOTE) isText = !isText;
    else if (isText) i += sign === BACKSLASH ? 1 : 0;
    else if (sign === LIST || sign === OBJECT) {
      depth += 1;
      values += 1;
    } else if (sign === LIST_END || sign === OBJECT_END) depth -= 1;
    else if (sign === COMMA) values += 1;
    if (depth > DEEPEST) return 'is nested too deep';
    if (values > MOST_JSON_VALUES)
      return `has too many values: ${MOST_JSON_VALUES.toLocaleString('en')} at most`;
  }
  return null;
}

const [QUOTE, BACKSLASH, COMMA, LIST, LIST_END, OBJECT, OBJECT_END] = [...'"\\,[]{}'].map((sign) =>
  sign.charCodeAt(0),
);
