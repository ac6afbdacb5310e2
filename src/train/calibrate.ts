import { rankSentences } from '../answer/answer.ts';
import { type Doc, type DocQuestion, readRows, storyOf } from './sets.ts';

/** What turns the score of silence into a probability, and from where on an answer is given. */
export interface Calibration {
  readonly slope: number;
  readonly offset: number;
  readonly threshold: number;
}

/** Leaves scores as they were learnt. */
export const UNCALIBRATED: Calibration = { slope: 1, offset: 0, threshold: 0.5 };

const SET = 'newsqa-dev';
const MOST_ABSENT = 0.27; // answered though absent, on the half that chooses: less silences too much that is there

/**
 * Fits probability and threshold on the even half of the NewsQA stories: its questions, and the same
 * asked of another story. Uncalibrated where the set is not there.
 */
export function calibrate(dir: string): Calibration {
  const docs = new Map(readRows<Doc>(dir, `${SET}.docs.jsonl`).map((doc) => [doc.id, doc]));
  const swapped = readRows<DocQuestion>(dir, `${SET}.constructed.jsonl`);
  const rows = [
    ...readRows<DocQuestion>(dir, `${SET}.questions.jsonl`),
    ...swapped.filter(({ id }) => id.endsWith('.swap')),
  ].filter(({ doc }) => isChoosing(doc));
  const judged = rows.flatMap(({ doc, question, impossible }) => {
    const found = docs.get(doc);
    if (found === undefined) return [];
    const { probability } = rankSentences(question, [storyOf(found)]);
    const bounded = Math.min(1 - 1e-6, Math.max(1e-6, probability));
    return [{ score: Math.log(bounded / (1 - bounded)), right: impossible ? 0 : 1 }];
  });
  if (judged.length === 0) return UNCALIBRATED;
  const { slope, offset } = fitLine(judged);
  const absent = judged.filter(({ right }) => right === 0).map(({ score }) => score);
  absent.sort((a, b) => b - a);
  const limit = absent[Math.floor(absent.length * MOST_ABSENT)] ?? 0;
  const threshold = 1 / (1 + Math.exp(-(slope * limit + offset)));
  return { slope, offset, threshold: Number(threshold.toFixed(3)) };
}

/** Whether a story belongs to the half that chooses: those with an even number, `nqd.012`. */
function isChoosing(doc: string): boolean {
  return Number(/(\d+)$/u.exec(doc)?.[1] ?? 0) % 2 === 0;
}

/** Logistic regression on one number, by Newton's method. */
function fitLine(
  rows: readonly { readonly score: number; readonly right: number }[],
): Pick<Calibration, 'slope' | 'offset'> {
  let slope = 1;
  let offset = 0;
  for (let step = 0; step < 25; step += 1) {
    let [a, b, aa, ab, bb] = [0, 0, 1e-3, 0, 1e-3];
    for (const { score, right } of rows) {
      const chance = 1 / (1 + Math.exp(-(slope * score + offset)));
      const curve = chance * (1 - chance);
      a += (chance - right) * score;
      b += chance - right;
      aa += curve * score * score;
      ab += curve * score;
      bb += curve;
    }
    const whole = aa * bb - ab * ab;
    slope -= (bb * a - ab * b) / whole;
    offset -= (aa * b - ab * a) / whole;
  }
  return { slope: Number(slope.toFixed(4)), offset: Number(offset.toFixed(4)) };
}
