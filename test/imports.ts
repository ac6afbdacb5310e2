import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** One file importing another, or a package. */
export interface Import {
  readonly from: string;
  readonly to: string;
}

/** The TypeScript files of a folder and all below it, as paths from the root. */
export function filesUnder(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file));
}

/** Imports of a file: paths from the root for our own, names for packages. */
export function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = text.matchAll(/(?:\bfrom|\bimport|\brequire|\bimport\()\s*\(?\s*'([^']+)'/g);
  return [...found].map(([, to = '']) => ({
    from: file,
    to: to.startsWith('.') ? relative(root, resolve(root, dirname(file), to)) : to,
  }));
}

/** The part a file belongs to: its folder two deep, or `src` and `adapters` themselves. */
export function partOf(file: string): string {
  const parts = file.split('/');
  return parts.length > 2 ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
}

/** Every import between our files as the compiler sees it, those of types too. */
export function importsSeen(): readonly Import[] {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const told = execFileSync(process.execPath, [tsc, '--noEmit', '--noCheck', '--explainFiles'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 2 ** 20,
  });
  let to = '';
  return told.split('\n').flatMap((line) => {
    if (!line.startsWith(' ')) to = line.trim();
    const [, from] = /^ {2,}Imported via .* from file '([^']+)'/.exec(line) ?? [];
    return from === undefined || !isOurs(to) || !isOurs(from) ? [] : [{ from, to }];
  });
}

/** Whether a file is of the program, not of its tests. */
export function isOurs(file: string): boolean {
  return /^(?:src|adapters)\//.test(file);
}

/** Files that can be left and come back to by imports: the strongly connected, by Tarjan's algorithm. */
export function circlesIn(imports: readonly Import[]): readonly (readonly string[])[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), to]);
  const seen = new Map<string, { readonly at: number; low: number; open: boolean }>();
  const path: string[] = [];
  const circles: string[][] = [];
  const visit = (file: string) => {
    const own = { at: seen.size, low: seen.size, open: true };
    seen.set(file, own);
    path.push(file);
    for (const other of next.get(file) ?? []) {
      const known = seen.get(other) ?? visit(other);
      if (known.open) own.low = Math.min(own.low, known.low);
    }
    if (own.low < own.at) return own;
    const circle = path.splice(path.indexOf(file));
    for (const one of circle) Object.assign(seen.get(one) ?? {}, { open: false });
    if (circle.length > 1) circles.push(circle);
    return own;
  };
  for (const file of next.keys()) if (!seen.has(file)) visit(file);
  return circles;
}
