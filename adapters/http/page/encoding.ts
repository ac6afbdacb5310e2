import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** A body as sent over the wire. */
export interface Encoded {
  readonly body: Buffer;
  /** For `content-encoding`; null for uncompressed. */
  readonly encoding: 'br' | 'gzip' | null;
}

/** The compression effort: done once, or each time while somebody waits. */
export type Effort = 'once' | 'quick';

const SMALL = 1_000; // bytes: anything smaller fits in a packet uncompressed

/** A body in the best form that `accept-encoding` allows. */
export function encode(body: Buffer, accepts: string | undefined, effort: Effort): Encoded {
  const encoding = body.length < SMALL ? null : readEncoding(accepts ?? '');
  switch (encoding) {
    case 'br': {
      const quality = effort === 'once' ? constants.BROTLI_MAX_QUALITY : 5;
      const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
      return { body: brotliCompressSync(body, { params }), encoding };
    }
    case 'gzip':
      return { body: gzipSync(body, { level: effort === 'once' ? 9 : 6 }), encoding };
    case null:
      return { body, encoding };
  }
}

/** `gzip, deflate, br;q=0.9` → `br`: the best of those not refused with `q=0`. */
export function readEncoding(accepts: string): Encoded['encoding'] {
  const taken = accepts.split(',').flatMap((one) => {
    const [name = '', ...rest] = one
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    return rest.some((part) => /^q=0(?:\.0*)?$/.test(part)) ? [] : [name];
  });
  if (taken.includes('br')) return 'br';
  return taken.includes('gzip') ? 'gzip' : null;
}
