import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A text of a set, in paragraphs, with its sentences. */
export interface Doc {
  readonly id: string;
  readonly paragraphs: readonly string[];
  readonly sentences: readonly { id: string; p: number; start: number; end: number }[];
}

/** A question on such a text. */
export interface DocQuestion {
  readonly id: string;
  readonly doc: string;
  readonly p?: number;
  readonly question: string;
  readonly impossible: boolean;
  readonly answers?: readonly { text: string; p: number; start: number }[];
  readonly goldSentences?: readonly string[];
  readonly dropSentences?: readonly string[];
}

/** The rows of a file with one JSON object a line; none where the file is not there. */
export function readRows<Row>(dir: string, name: string): readonly Row[] {
  const file = join(dir, 'data', 'qa', name);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.map((line) => JSON.parse(line) as Row);
}

/** Where paragraph `p` begins when the paragraphs are joined by line ends. */
export function paragraphStart(doc: Doc, p: number): number {
  return doc.paragraphs.slice(0, p).reduce((sum, words) => sum + words.length + 1, 0);
}
