import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Files } from './document.ts';
import { type Encoded, encode, readEncoding } from './encoding.ts';

/** A file of the page's own, ready to be sent. */
export interface OwnFile {
  /** Its path on the server, with a content hash, so that it can be cached for good. */
  readonly path: string;
  readonly type: string;
  readonly encoded: (accepts: string | undefined) => Encoded;
}

/** The page's own files, and their addresses under `base`, the server's path. */
export function readFiles(base: string): { readonly all: readonly OwnFile[]; readonly at: Files } {
  const style = readOwn('page.css', 'text/css; charset=utf-8');
  const script = readOwn('page.js', 'text/javascript; charset=utf-8');
  const icon = readOwn('icon.svg', 'image/svg+xml');
  const at = { style: base + style.path, script: base + script.path, icon: base + icon.path };
  return { all: [style, script, icon], at };
}

function readOwn(name: string, type: string): OwnFile {
  const body = readFileSync(new URL(name, import.meta.url));
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  const made = new Map<Encoded['encoding'], Encoded>();
  return {
    path: `/page/${name.replace('.', `-${hash}.`)}`,
    type,
    encoded: (accepts) => {
      const encoding = readEncoding(accepts ?? '');
      const known = made.get(encoding) ?? encode(body, accepts, 'once');
      made.set(encoding, known);
      return known;
    },
  };
}
