import type { Paragraph } from '../../article/paragraphs.ts';
import { isPersonLike } from '../../names/descriptions/salient.ts';
import type { Named } from '../../names/named.ts';
import { initialsOf } from './interview.ts';

/**
 * The labels in front of paragraphs (the first group of `pattern`) that recur, also shortened (`JANE DOE:`, then
 * `DOE:`), and `Q` and `A` together.
 */
export function repeatedLabels(
  text: string,
  paragraphs: readonly Paragraph[],
  names: readonly Named[],
  pattern: RegExp,
): ReadonlySet<string> {
  const all = paragraphs.flatMap(
    (paragraph) => pattern.exec(text.slice(paragraph.start, paragraph.end))?.[1] ?? [],
  );
  const isPair = [/^Q\d*$/, /^A\d*$/].every((kind) => all.some((label) => kind.test(label)));
  const full = inFull(all, names);
  const isAgain = countLabels(full);
  const repeated = all.filter(
    (label, i) => (isPair && /^[QA]\d*$/.test(label)) || isAgain(full[i] ?? label),
  );
  // one label alone may be a list's heading; two that take turns are people, and one that opens every paragraph
  const takeTurns = full.some((label) => !isSameLabel(label, full[0] ?? ''));
  const isEvery = all.length === paragraphs.length;
  const people = new Set(names.filter(isPersonLike).flatMap(({ aliases }) => aliases));
  // of a short transcript each speaks once: whole names above all it has, and sentences behind them
  const isCast = isEvery && takeTurns && all.every((label) => / /.test(label) && people.has(label));
  if (isCast && paragraphs.every(({ end }) => /[.!?…”"]/.test(text[end - 1] ?? '')))
    return new Set(all);
  if (repeated.length === 0 || !(takeTurns || isEvery)) return new Set();
  // who says only one thing in an interview is named in the story
  return new Set([...repeated, ...all.filter((_, i) => people.has(full[i] ?? ''))]);
}

/** `AL:`, where `Ann Lund:` is a label too, or a name in the story, is the same label. */
function inFull(labels: readonly string[], names: readonly Named[]): readonly string[] {
  const people = names.filter(isPersonLike).map(({ name }) => name);
  const known = new Map<string, string>();
  for (const name of [...people, ...labels.filter((label) => label.includes(' '))])
    for (const initials of initialsOf(name)) if (initials.length > 1) known.set(initials, name);
  return labels.map((label) => known.get(label.replace(/[.\s]/g, '')) ?? label);
}

/** Whether any of some labels recurs, shortened or not: each is looked at once, as a story may have thousands. */
function countLabels(labels: readonly string[]): (label: string) => boolean {
  const [whole, ending] = [new Map<string, number>(), new Map<string, number>()];
  const add = (counts: Map<string, number>, label: string): void =>
    void counts.set(label, (counts.get(label) ?? 0) + 1);
  for (const label of labels) {
    add(whole, label.toLowerCase());
    for (const end of endingsOf(label.toLowerCase())) add(ending, end);
  }
  return (label) => {
    const [own = '', ...shorter] = endingsOf(label.toLowerCase());
    return shorter.reduce((sum, end) => sum + (whole.get(end) ?? 0), ending.get(own) ?? 0) >= 2;
  };
}

/** `Jane Doe`, `Doe` */
export function endingsOf(label: string): readonly string[] {
  const words = label.split(' ');
  return words.map((_, i) => words.slice(i).join(' '));
}

function isSameLabel(a: string, b: string): boolean {
  const [short = '', long = ''] = [a.toLowerCase(), b.toLowerCase()].sort(
    (x, y) => x.length - y.length,
  );
  return short === long || long.endsWith(` ${short}`);
}
