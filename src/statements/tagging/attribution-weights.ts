import { readFileSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import type { SequenceModel } from './sequence-model.ts';
import { FEATURE_BITS } from './word-features.ts';

/** A model as stored in a file: its nonzero weights as small integers, compressed. */
interface PackedModel {
  readonly labels: number;
  readonly scale: number;
  readonly transitions: readonly number[];
  /** Base64 of Brotli of the gaps to the next nonzero weight (1 byte, 255 continues), then the weights. */
  readonly weights: string;
}

interface PackedModels {
  readonly cues: PackedModel;
  readonly roles: PackedModel;
  readonly judge: PackedModel;
  readonly pronouns: readonly number[];
}

/** The taggers of cues and of roles, and the judge of what they find. */
export interface AttributionModels {
  readonly cues: SequenceModel;
  readonly roles: SequenceModel;
  readonly judge: SequenceModel;
  /** The weight of each feature of a pronoun's candidate, see `pronoun.ts`. */
  readonly pronouns: readonly number[];
}

let models: AttributionModels | undefined; // 30 ms to load: so only when statements are needed

/** The trained taggers, read once from the file beside this module. */
export function loadAttributionModels(): AttributionModels {
  models ??= readModels(
    readFileSync(new URL('./attribution.weights.json', import.meta.url), 'utf8'),
  );
  return models;
}

/** The taggers encoded in the text of a weights file. */
export function readModels(text: string): AttributionModels {
  const { cues, roles, judge, pronouns } = JSON.parse(text) as PackedModels;
  return {
    cues: unpackModel(cues),
    roles: unpackModel(roles),
    judge: unpackModel(judge),
    pronouns,
  };
}

const MOST = 127; // the largest a weight of 8 bits can be

/** How weights are rounded: the size of a step, and the number of steps below which a weight is dropped. */
interface Rounding {
  readonly step: number;
  readonly least: number;
}

/** Rounds a model's weights to 8 bits and packs the nonzero ones. */
export function packModel(model: SequenceModel, { step, least }: Rounding): PackedModel {
  const gaps: number[] = [];
  const values: number[] = [];
  let gap = 0;
  for (const weight of model.weights) {
    const steps = (weight * model.scale) / step;
    const value = Math.max(-MOST, Math.min(MOST, Math.round(steps)));
    if (value === 0 || Math.abs(steps) < least) {
      gap += 1;
      continue;
    }
    for (; gap >= 255; gap -= 255) gaps.push(255);
    gaps.push(gap);
    values.push(value & 255);
    gap = 0;
  }
  const bytes = brotliCompressSync(Uint8Array.from(gaps.concat(values)));
  return {
    labels: model.labels,
    scale: step,
    transitions: [...model.transitions].map((value) => Math.round(value * 1000) / 1000),
    weights: `${values.length}:${bytes.toString('base64')}`,
  };
}

function unpackModel(packed: PackedModel): SequenceModel {
  const [count = '0', base64 = ''] = packed.weights.split(':');
  const bytes = brotliDecompressSync(Buffer.from(base64, 'base64'));
  const weights = new Int8Array((1 << FEATURE_BITS) * packed.labels);
  const first = bytes.length - Number(count);
  let at = 0;
  let value = first;
  for (let i = 0; i < first; i += 1) {
    const gap = bytes[i] ?? 0;
    at += gap;
    if (gap === 255) continue;
    weights[at] = ((bytes[value] ?? 0) << 24) >> 24;
    at += 1;
    value += 1;
  }
  return {
    labels: packed.labels,
    scale: packed.scale,
    transitions: Float32Array.from(packed.transitions),
    weights,
  };
}
