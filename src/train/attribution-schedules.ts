import { CUE_LABELS } from '../statements/tagging/cue-tagger.ts';
import { JUDGE_LABELS } from '../statements/tagging/judge.ts';
import { ROLE_LABELS } from '../statements/tagging/role-tagger.ts';
import { FEATURE_BITS } from '../statements/tagging/word-features.ts';
import type { Schedule } from './sequence-trainer.ts';

/** How each tagger is trained: chosen on articles of the training half that were kept apart. */
export type TaggerSchedule = Omit<Schedule, 'log'>;

export const cueSchedule: TaggerSchedule = {
  labels: CUE_LABELS,
  bits: FEATURE_BITS,
  epochs: 5,
  rate: 0.1,
  decay: 2,
  dropout: 0.5,
  leastCount: 3,
};

// Four of five features left out: 60.9 joint F1 on articles of the training half kept apart, where
// three of ten left out gave 58.9. What many features say together holds better in unseen articles.
export const roleSchedule: TaggerSchedule = {
  labels: ROLE_LABELS,
  bits: FEATURE_BITS,
  epochs: 10,
  rate: 0.07,
  decay: 4,
  dropout: 0.8,
  leastCount: 4,
};

export const judgeSchedule: TaggerSchedule = {
  labels: JUDGE_LABELS,
  bits: FEATURE_BITS,
  epochs: 16,
  rate: 0.05,
  decay: 2,
  dropout: 0.85,
  leastCount: 3,
};
