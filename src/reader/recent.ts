import { createHash } from 'node:crypto';
import type { Input, Output } from './thread.ts';

const MOST = 256; // outputs of at most 6 kB

type Run<Name extends string> = (name: Name, input: Input) => Promise<Output>;

/**
 * Caches a model's recent outputs: the same input has the same output,
 * and a channel asks the same thing many times. Inputs are kept only as hashes.
 */
export function rememberRecent<Name extends string>(run: Run<Name>): Run<Name> {
  const recent = new Map<string, Promise<Output>>(); // least recently used first
  return (name, input) => {
    const key = keyOf(name, input);
    const output = recent.get(key) ?? run(name, input);
    recent.delete(key);
    recent.set(key, output);
    output.catch(() => recent.delete(key));
    for (const oldest of recent.keys()) {
      if (recent.size <= MOST) break;
      recent.delete(oldest);
    }
    return output;
  };
}

function keyOf(name: string, { ids, passages }: Input): string {
  const hash = createHash('sha256').update(
    new Uint8Array(ids.buffer, ids.byteOffset, ids.byteLength),
  );
  return `${name} ${passages} ${hash.digest('base64')}`;
}
