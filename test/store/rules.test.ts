import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readEncoderVersion, readRulesVersion } from '../../src/store/prepared/rules.ts';
import { tempFolder } from './opened.ts';

/** A folder as `src/reader` is, with an encoder of this hash. */
function readerFolder(): { readonly folder: string; readonly note: (sha256: string) => void } {
  const folder = tempFolder();
  for (const file of ['session.ts', 'vectors.ts', 'word-pieces.ts', 'vocabulary.txt'])
    cpSync(resolve('src/reader', file), join(folder, file));
  mkdirSync(join(folder, 'weights'));
  const note = (sha256: string): void =>
    writeFileSync(join(folder, 'weights/encoder.origin.json'), JSON.stringify({ sha256 }));
  return { folder, note };
}

test('another encoder, other word pieces or another vocabulary: other vectors', () => {
  const { folder, note } = readerFolder();
  const seen = [readEncoderVersion(folder)];
  note('aa');
  seen.push(readEncoderVersion(folder));
  note('bb');
  seen.push(readEncoderVersion(folder));
  for (const file of ['word-pieces.ts', 'vocabulary.txt']) {
    writeFileSync(join(folder, file), 'other');
    seen.push(readEncoderVersion(folder));
  }
  expect(new Set(seen).size).toBe(5);
  expect(readEncoderVersion(folder)).toBe(seen.at(-1));
});

test('what else lies beside an encoder changes nothing', () => {
  const { folder, note } = readerFolder();
  note('aa');
  const before = readEncoderVersion(folder);
  writeFileSync(join(folder, 'weights/reader.origin.json'), '{}');
  writeFileSync(join(folder, 'weights/encoder.onnx'), 'weights');
  expect(readEncoderVersion(folder)).toBe(before);
  rmSync(join(folder, 'weights/encoder.origin.json'));
  expect(readEncoderVersion(folder)).not.toBe(before);
});

/** A folder as `src` is, with little in it. */
function sourceFolder(): string {
  const folder = tempFolder();
  for (const room of ['text', 'article', 'names', 'statements/marking', 'story', 'reader/weights'])
    mkdirSync(join(folder, room), { recursive: true });
  writeFileSync(join(folder, 'text/span.ts'), 'spans');
  return folder;
}

test('other modules, another marker, or none that can be loaded: other rules', () => {
  const folder = sourceFolder();
  const seen = [readRulesVersion(folder)];
  const files = [
    ['text/span.ts', 'other spans'],
    ['reader/word-pieces.ts', 'pieces'],
    ['statements/marking/marker.weights.json', '{"marker":"aa"}'],
    ['statements/marking/marker.weights.json', '{"marker":"bb"}'],
    ['reader/weights/marker.onnx', 'cut sho'],
    ['reader/weights/marker.onnx', 'cut short no more'],
    ['reader/weights/reader.onnx', 'word embeddings'],
  ] as const;
  for (const [file, text] of files) {
    writeFileSync(join(folder, file), text);
    seen.push(readRulesVersion(folder));
  }
  expect(new Set(seen).size).toBe(1 + files.length);
  writeFileSync(join(folder, 'reader/weights/encoder.onnx'), 'vectors are another matter');
  expect(readRulesVersion(folder)).toBe(seen.at(-1));
});
