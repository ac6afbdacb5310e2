import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { once } from '../../text/lazy.ts';

/** The rooms that read a story's text. */
const READING = ['text', 'article', 'names', 'statements', 'story'];

/** Without either, the marker can't be loaded: its word embeddings are the reader's. */
const MARKER = ['marker.onnx', 'reader.onnx'];

/**
 * A fingerprint of all that reads a story's text: modules and weights. What was prepared under another
 * one is prepared again before use, so that an update never answers by old rules.
 */
export const rulesVersion: () => string = once(() => readRulesVersion(folderOf('../..')));

/** That of the rooms in a folder. The marker's hash is in its tables, which lie in one of them. */
export function readRulesVersion(src: string): string {
  const hash = createHash('sha256').update(process.versions.icu ?? ''); // it parts sentences
  for (const room of READING) addFiles(hash, join(src, room), true);
  addFiles(hash, join(src, 'reader'), false); // word pieces, which the marker reads
  // a story that was prepared while a file was not there, or not all of it, has other statements
  for (const file of MARKER) {
    const found = statSync(join(src, 'reader', 'weights', file), { throwIfNoEntry: false });
    hash.update(`${file} ${found?.size ?? 0}`);
  }
  return short(hash);
}

/** A fingerprint of all that makes sentence vectors. If it differs, only those are made again. */
export const encoderVersion: () => string = once(() =>
  readEncoderVersion(folderOf('../../reader')),
);

/** The modules and vocabulary of a folder; its encoder by the hash noted when it was made. */
export function readEncoderVersion(folder: string): string {
  const hash = createHash('sha256');
  addFiles(hash, folder, false);
  return short(hash.update(readNoted(join(folder, 'weights', 'encoder.origin.json'))));
}

function readNoted(file: string): string {
  try {
    return String((JSON.parse(readFileSync(file, 'utf8')) as { readonly sha256: unknown }).sha256);
  } catch {
    return ''; // custom weights, without a note
  }
}

function addFiles(hash: Hash, folder: string, recursive: boolean): void {
  const files = readdirSync(folder, { recursive, encoding: 'utf8' }).sort();
  for (const file of files.filter((name) => /\.(?:js|ts|json|txt)$/.test(name))) {
    hash.update(file).update(readFileSync(join(folder, file)));
  }
}

function folderOf(part: string): string {
  return fileURLToPath(new URL(part, import.meta.url));
}

function short(hash: Hash): string {
  return hash.digest('hex').slice(0, 16);
}
