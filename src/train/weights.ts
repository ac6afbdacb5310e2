import { copyFileSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the models, and the packages that learning one takes. */
export const WEIGHTS = join('src', 'reader', 'weights');
export const REQUIREMENTS = join('src', 'train', 'reader', 'requirements.txt');

/** Gives the built program files of a folder of the sources, if it has that folder. */
export function copyToBuilt(folder: string, files: readonly string[]): void {
  const built = join(fileURLToPath(new URL('../../', import.meta.url)), folder);
  if (!existsSync(built) || resolve(built) === resolve(folder)) return;
  for (const file of files) copyFileSync(join(folder, file), join(built, file));
}
