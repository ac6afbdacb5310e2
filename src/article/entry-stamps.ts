const CLOCK =
  '(?:[01]?\\d|2[0-3])[.:][0-5]\\d(?:\\s*[ap]\\.?m\\.?)?(?:\\s*(?:GMT|BST|UTC|ET|E[SD]T|PT|P[SD]T|CES?T|IST|AE[SD]T|local time))?|[0-2]\\d[0-5]\\d ?(?:hrs?|hours|GMT|BST|UTC)|(?:1[0-2]|[1-9]) ?[ap]\\.?m\\.?';
const NAME = "\\p{Lu}[\\p{L}'’.-]+(?: \\p{Lu}[\\p{L}'’.-]+){1,2}";
const DAY =
  '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|today|yesterday|update|posted|post)';
const NUMBER = '(?:\\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten)';

/** The time of a live blog's entry alone on a line, perhaps with who wrote it. */
const STAMPS: readonly RegExp[] = [
  // `20:15`, `7.05am BST`, `[14:20]`, `Wed 14:20`, `Yesterday at 17:10`
  new RegExp(`^[[(]?(?:${DAY},?:? (?:at )?)?(?:${CLOCK})[\\])]?$`, 'iu'),
  // `09:15 Jo Lee`, `17.42 BST | Jo Lee`, `15:48 Jo Lee in court`, `17:42 Key event`, `[14:20] Posted by Jo Lee`
  new RegExp(
    `^[[(]?(?:${CLOCK})[\\])]?\\s*(?:[|·•–—-]\\s*)?(?:(?:[Pp]ost(?:ed)? )?[Bb]y )?(?:${NAME}(?: (?:in|at|for) [\\p{L} ]{3,30})?|[Kk]ey event)$`,
    'u',
  ),
  // `Post by Jo Lee at 17:42`, `Jo Lee, 17:42`
  new RegExp(`^(?:[Pp]ost(?:ed)? by )?${NAME}(?:,| at| [|·•–—-])? (?:${CLOCK})$`, 'u'),
  // `3 hours ago`, `Updated 20 minutes ago`, `12m ago`
  new RegExp(
    `^(?:(?:updated|posted|published)\\s+)?(?:about |over )?${NUMBER} ?(?:seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|months?|years?) ago$`,
    'i',
  ),
  // `67'`, `90+4’`, `HT`
  /^(?:\d{1,3}(?:\+\d{1,2})? ?['’′]|HT|FT|KO|(?:half|full)[ -]time|kick-?off)$/iu,
];

/** Whether a line is the time of an entry. */
export function isStamp(line: string): boolean {
  return line.length <= 80 && STAMPS.some((stamp) => stamp.test(line));
}

const TITLED = new RegExp(`^[[(]?(?:${CLOCK})[\\])]?\\s*(?:[|·•–—-]\\s*)?\\p{Lu}`, 'iu');
const SENTENCE_END = /[.!?…]["”’'»)\]]*$/;

/**
 * The indices of the lines that are titles of a live blog's entries, over their sentences: `17:42 Ferry off`, or
 * `Boss: ‘Nobody asked me’` under a time; of the first kind none if there is but one. In a list of times, no sentence follows.
 */
export function findEntryTitles(lines: readonly string[]): readonly number[] {
  const isTitle = (line: string, i: number): boolean =>
    line.length <= 80 && SENTENCE_END.test(lines[i + 1] ?? '') && !isStamp(line);
  const find = (holds: (line: string, i: number) => boolean): readonly number[] =>
    lines.flatMap((line, i) => (isTitle(line, i) && holds(line, i) ? [i] : []));
  const titled = find((line) => TITLED.test(line) && !SENTENCE_END.test(line));
  const under = find((line, i) => isStamp(lines[i - 1] ?? '') && !/[.!]["”’']?$/.test(line));
  return titled.length > 1 ? [...titled, ...under] : under;
}
