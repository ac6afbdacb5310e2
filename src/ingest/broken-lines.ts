/**
 * The paragraphs of a text whose line breaks are those of `<br>`: two in a row end one, but not in the middle of a quotation;
 * one is a space where it breaks a quotation or a sentence, and else a line's end.
 */
export function joinLines(text: string): readonly string[] {
  const paragraphs: string[] = [];
  let mark: string | null = null; // of the quotation that the last paragraph leaves open
  for (const part of text.split(/\n(?:\s*\n)+/)) {
    const joined = joinBroken(part);
    if (joined === '') continue;
    const goesOn = mark !== null && closesFirst(joined, mark);
    if (goesOn) paragraphs.push(`${paragraphs.pop() ?? ''} ${joined}`);
    else paragraphs.push(joined);
    mark = markLeftOpen(joined, goesOn ? mark : null);
  }
  return paragraphs;
}

function joinBroken(paragraph: string): string {
  const lines = paragraph.split('\n').map((line) => line.replace(/ {2,}/g, ' ').replace(EDGES, ''));
  const joined: string[] = [];
  let mark: string | null = null;
  let last = '';
  const shown = lines.filter((one) => one !== '');
  for (const [i, line] of shown.entries()) {
    const isBroken = mark === null ? goesOn(last, line) : isInside(shown.slice(i), mark);
    joined.push(i === 0 ? '' : isBroken ? ' ' : '\n', line);
    mark = markLeftOpen(line, isBroken ? mark : null);
    last = line;
  }
  return joined.join('');
}

const EDGES = /^ +| +$/g; // a no-break space stays

/** Whether lines go on with a quotation: a single mark is an apostrophe where none of them closes it. */
function isInside(lines: readonly string[], mark: string): boolean {
  const [line = ''] = lines;
  if (DOUBLE.includes(mark)) return !/^["“„«»]/.test(line);
  return !/^[‘']/.test(line) && lines.slice(0, NEAR).some((one) => closesFirst(one, mark));
}

const NEAR = 5; // lines of a quotation in single marks

/** Whether a line goes on in the next: `It rained,` `but people came`, `“It rained,”` `Ms Lund said.`. */
function goesOn(last: string, line: string): boolean {
  if (/(?:,[”"’'“»«]|[”"’“»«],)$/u.test(last)) return /^\p{L}/u.test(line);
  return /[\p{Ll},]$|[?!…][”"’'“»«]$/u.test(last.slice(-2)) && /^\p{Ll}/u.test(line);
}

/** What closes a quotation that a mark opens. */
const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '"': '"',
  '‘': '’',
  "'": "'",
};

const DOUBLE = '“”„«»"';

/** The mark of a quotation that a line opens and does not close; `open` is that of one before it. */
function markLeftOpen(line: string, open: string | null): string | null {
  let mark = open;
  for (const { 0: sign, index } of line.matchAll(/[“”„«»"‘’']/g)) {
    if (mark === null) {
      if (opensAt(line, index)) mark = sign;
    } else if ((CLOSERS[mark] ?? '').includes(sign) && closesAt(line, index)) mark = null;
    else if (DOUBLE.includes(sign) && !DOUBLE.includes(mark) && opensAt(line, index)) mark = sign; // `‘` was an apostrophe
  }
  return mark;
}

/** Whether a line closes a quotation before it opens one. */
function closesFirst(line: string, mark: string): boolean {
  const [first] = [...line.matchAll(/[“”„«»"]|[‘’'](?!\p{L})|(?<!\p{L})[‘']/gu)].filter(
    ({ 0: sign }) => DOUBLE.includes(sign) === DOUBLE.includes(mark),
  );
  return (
    first !== undefined &&
    (CLOSERS[mark] ?? '').includes(first[0]) &&
    first.index > 0 &&
    closesAt(line, first.index)
  );
}

/** A mark before a word, not one inside or behind it. */
function opensAt(line: string, at: number): boolean {
  const sign = line.charAt(at);
  const isApart = /[\s([–—-]|[“„«»"‘'’]/.test(line.charAt(at - 1) || ' ');
  if (sign === '“' || sign === '„' || sign === '«') return true;
  if (sign === "'") return isApart && /\p{Lu}/u.test(line.charAt(at + 1)) && hasNoEnd(line, at);
  if (sign === '‘') return isApart && hasNoEnd(line, at);
  return sign !== '”' && sign !== '’' && isApart && /\S/.test(line.charAt(at + 1));
}

/** `‘He said`: a single mark counts where it can only be a quotation's that the line breaks. */
function hasNoEnd(line: string, at: number): boolean {
  return !/[’'](?!\p{L})/u.test(line.slice(at + 1));
}

/** A mark behind a word or its full stop; single ones may be apostrophes. */
function closesAt(line: string, at: number): boolean {
  const sign = line.charAt(at);
  return DOUBLE.includes(sign) || !/\p{L}/u.test(line.charAt(at + 1));
}
