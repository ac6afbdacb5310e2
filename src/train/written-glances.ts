import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Question } from '../newsroom/five-w-candidates.ts';

const FOLDER = 'src/train/glances';

/** A story written to be learnt from, with what its writer marked: every string but `kind` is cut from the text. */
export interface WrittenGlance {
  readonly id: string;
  readonly text: string;
  /** The sentence that best says what happened. */
  readonly lede: string;
  /** Lines that are not the story. */
  readonly aside: readonly string[];
  /** The phrases that answer each question; none where the story does not. */
  readonly six: Readonly<Record<Question, readonly string[]>>;
  readonly sources: readonly { readonly text: string; readonly kind: string }[];
  /** Time expressions, with words around each. */
  readonly times: readonly { readonly text: string; readonly in: string }[];
}

/** The stories written to be learnt from, in the order of their files. */
export function readWrittenGlances(folder = FOLDER): readonly WrittenGlance[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'))
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as WrittenGlance);
}
