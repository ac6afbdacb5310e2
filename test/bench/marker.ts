import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { root } from '../stories.ts';
import type { HearCost } from './hear-story.ts';
import { megabytes } from './measure.ts';

const WORDS = [1_000, 50_000]; // a long story of news; a book, of which the marker reads half

/** What the marker adds to hearing a story: a line for each length. */
export function benchMarker(tell: (line: string) => void): void {
  for (const words of WORDS) {
    const [marked, ruled] = [hearAside(words, 'marked'), hearAside(words, 'ruled')];
    tell(
      `${words.toLocaleString('en')} words: ${marked.time.toFixed(0)} ms of processor time, by rules and taggers alone ${ruled.time.toFixed(0)}, ratio ${(marked.time / ruled.time).toFixed(1)}x; ` +
        `reading ${marked.windows} windows alone ${marked.marker.toFixed(0)}; the whole process ${megabytes(marked.memory)} at its largest, without the marker ${megabytes(ruled.memory)}`,
    );
  }
}

function hearAside(words: number, how: 'marked' | 'ruled'): HearCost {
  const script = fileURLToPath(new URL('dist/test/bench/hear-story.js', root));
  const { stdout, stderr } = spawnSync(process.execPath, [script, String(words), how], {
    encoding: 'utf8',
  });
  if (stdout.trim() === '') throw new Error(`hearing ${words} words ended the process: ${stderr}`);
  return JSON.parse(stdout) as HearCost;
}
