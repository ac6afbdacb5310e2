import type { CommandInfo } from './catalogue.ts';

/** What stands between the first thing typed and the others: `/quotes Mei about Alibaba`. */
const JOINTS: Readonly<Record<string, string>> = { topic: 'about', person: 'by', other: 'and' };

/**
 * What was given for the options of a command, as a line that means the same typed anywhere: `/check "we know" by
 * Ode`. Options come in the order of the command; one that is a word for yes is given as true.
 */
export function writeLine(
  { name, options }: CommandInfo,
  given: Readonly<Record<string, string | number | boolean | undefined>>,
): string {
  const values = options.flatMap((option) => {
    const value = given[option.name];
    if (option.word !== null)
      return value === true ? [{ joint: undefined, value: option.word }] : [];
    return value === undefined ? [] : [{ joint: JOINTS[option.name], value: String(value) }];
  });
  const words = values.map(({ joint, value }, index) => {
    if (index > 0) return joint === undefined ? value : `${joint} ${value}`;
    return name === 'check' ? inQuotationMarks(value) : value;
  });
  return [`/${name}`, ...words].join(' ');
}

/** A quotation to be checked: in marks a "by" in it is its own, and names no person. */
export function inQuotationMarks(words: string): string {
  return /["“”„«»]/.test(words) ? words : `"${words}"`;
}
