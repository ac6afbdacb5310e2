import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

let known: string | undefined;

/**
 * A fingerprint of all that prepares stories: the modules and weights that read texts. What was
 * prepared under another one is prepared anew, so that an update never answers by old rules.
 */
export function rulesVersion(): string {
  known ??= readRules();
  return known;
}

function readRules(): string {
  const hash = createHash('sha256').update(process.versions.icu ?? ''); // it parts sentences
  for (const part of ['../text', '../story']) {
    const folder = fileURLToPath(new URL(part, import.meta.url));
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
    for (const file of files.filter((name) => /\.(?:js|ts|json)$/.test(name))) {
      hash.update(file).update(readFileSync(join(folder, file)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}
