import { type LeftOut, nameIn } from './incoming.ts';

const SOME = 3; // names per kind: enough to see what is meant

/** What was left out, by kind, largest first: `Left out, 12 pictures: a.png, b.jpg, c.gif, …` */
export function leftOutLines(leftOut: readonly LeftOut[]): readonly string[] {
  const byKind = new Map<string, string[]>();
  for (const { file, kind } of leftOut) byKind.set(kind, [...(byKind.get(kind) ?? []), file]);
  return [...byKind]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([kind, files]) => {
      const names = files.slice(0, SOME).map((file) => nameIn(file));
      const more = files.length > SOME ? ', …' : '';
      return `Left out, ${files.length.toLocaleString('en')} ${kind}: ${names.join(', ')}${more}`;
    });
}
