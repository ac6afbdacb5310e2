import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Builds the program into a folder of its own, for tests that need another process. `brought`: what lies
 * beside the modules of the reader.
 */
export function buildHere(brought = ['vocabulary.txt', 'weights']): {
  readonly folder: string;
  readonly clear: () => void;
} {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-build-'));
  const tsc = resolve('node_modules/typescript/bin/tsc');
  const options = ['-p', 'src/tsconfig.json', '--outDir', folder, '--noCheck'];
  execFileSync(process.execPath, [tsc, ...options]);
  const page = ['page.css', 'page.js', 'icon.svg'].map((one) => join('adapters/http/page', one));
  for (const one of [...brought.map((name) => join('src/reader', name)), ...page]) {
    const there = join(folder, one);
    rmSync(there, { recursive: true, force: true }); // the compiler copies JSON
    symlinkSync(resolve(one), there);
  }
  const migrations = 'src/store/postgres/migrations';
  symlinkSync(resolve(migrations), join(folder, migrations));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  symlinkSync(resolve('package.json'), join(folder, 'package.json'));
  return { folder, clear: () => rmSync(folder, { recursive: true, force: true }) };
}
