import { lookup as lookUp } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { isPublicAddress } from './addresses.ts';
import type { Fetch, Fetched } from './gather.ts';
import { LARGEST_FILE } from './limits.ts';
import { createRobots } from './robots.ts';
import { IngestError } from './typed.ts';

/** What fetching needs from outside. */
export interface FetchOptions {
  readonly now: () => number;
  /** Finds the addresses of a name. */
  readonly lookup?: LookupFunction;
  /** Whether an address may be connected to. */
  readonly isAllowed?: (address: string) => boolean;
  /** How large a page may get, in bytes. */
  readonly largest?: number;
  /** How long a page may take with all its redirects, in milliseconds. */
  readonly patience?: number;
}

/** How the program names itself to servers. */
const USER_AGENT = 'VerbatimBot/0.1 (quotes news stories; fetches a page when someone asks)';

const AGENT = 'VerbatimBot'; // what robots.txt may call it
const PATIENCE = 20_000;
const MOST_REDIRECTS = 5;

/** An answer: the body already unpacked, or where it redirects. */
interface Answer {
  readonly status: number;
  readonly type: string | null;
  readonly location: string | null;
  readonly bytes: Uint8Array;
}

/**
 * Makes what fetches pages: http and https only, never from a private, loopback or link-local address
 * (looked at on every connection, so neither a redirect nor a name leads there), within limits of time
 * and size, and only what robots.txt allows. Rejects with an `IngestError`.
 */
export function createFetch(options: FetchOptions): Fetch {
  const { now, largest = LARGEST_FILE, patience = PATIENCE } = options;
  const request = createRequest(options, largest);
  const follow = async (
    first: string,
    signal: AbortSignal,
    check: (address: string) => Promise<void>,
  ): Promise<Answer & { readonly address: string }> => {
    let address = first;
    for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
      checkScheme(address);
      await check(address);
      const answer = await request(address, signal);
      if (answer.location === null) return { ...answer, address };
      if (!URL.canParse(answer.location, address)) break;
      address = new URL(answer.location, address).href;
    }
    throw new IngestError(`${first}: redirects too often, or to nowhere`);
  };
  const robots = createRobots(AGENT, now, async (address) => {
    const free = () => Promise.resolve();
    const { status, bytes } = await follow(address, AbortSignal.timeout(patience), free);
    return { status, text: new TextDecoder().decode(bytes) };
  });
  return async (address): Promise<Fetched> => {
    const answer = await follow(address, AbortSignal.timeout(patience), robots);
    if (answer.status !== 200)
      throw new IngestError(`${address}: the server says ${answer.status}`);
    return answer;
  };
}

type Request = (address: string, signal: AbortSignal) => Promise<Answer>;

function createRequest(
  { lookup = lookUp as LookupFunction, isAllowed = isPublicAddress }: FetchOptions,
  largest: number,
): Request {
  const makeAgent = async () => {
    const { Agent, buildConnector, request } = await import('undici');
    const connect = buildConnector({ lookup });
    const agent = new Agent({
      connect: (target, done) =>
        connect(target, (error, socket) => {
          if (error !== null) return done(error, null);
          const { remoteAddress = '' } = socket;
          if (isAllowed(remoteAddress)) return done(null, socket);
          socket.destroy();
          done(new IngestError('is at an address that is not public'), null);
        }),
    });
    return { agent, request };
  };
  let made: ReturnType<typeof makeAgent> | undefined;
  return async (address, signal) => {
    made ??= makeAgent();
    const { agent, request } = await made;
    try {
      await checkName(new URL(address).hostname, lookup, isAllowed);
      const { statusCode, headers, body } = await request(address, {
        dispatcher: agent,
        signal,
        headers: { 'user-agent': USER_AGENT, 'accept-encoding': 'gzip, br', accept: '*/*' },
      });
      const header = (name: string) => [headers[name] ?? null].flat()[0] ?? null;
      const isRedirect = [301, 302, 303, 307, 308].includes(statusCode);
      if (isRedirect) await body.dump();
      const packed = isRedirect ? new Uint8Array() : await readBody(body, largest);
      return {
        status: statusCode,
        type: header('content-type'),
        location: isRedirect ? header('location') : null,
        bytes: unpack(packed, header('content-encoding'), largest),
      };
    } catch (cause) {
      throw explain(address, cause);
    }
  };
}

function checkScheme(address: string): void {
  const { protocol, username, password } = new URL(address);
  if (!/^https?:$/.test(protocol)) throw new IngestError(`${address}: is no http or https address`);
  if (username || password)
    throw new IngestError('an address with a password in it is not fetched');
}

/** Refuses before anything is sent; the look at the connection afterwards is what can't be tricked. */
function checkName(
  hostname: string,
  lookup: LookupFunction,
  isAllowed: (address: string) => boolean,
): Promise<void> {
  const host = hostname.replace(/^\[|\]$/g, '');
  const refused = new IngestError('is at an address that is not public');
  if (isIP(host) > 0) return isAllowed(host) ? Promise.resolve() : Promise.reject(refused);
  return new Promise((resolve, reject) => {
    lookup(host, { all: true }, (error, found) => {
      if (error) return reject(error);
      const addresses = Array.isArray(found) ? found.map(({ address }) => address) : [found];
      if (addresses.length > 0 && addresses.every(isAllowed)) resolve();
      else reject(refused);
    });
  });
}

async function readBody(body: AsyncIterable<Uint8Array>, largest: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > largest) throw new IngestError(`is larger than ${largest / 1e6} MB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function unpack(bytes: Uint8Array, encoding: string | null, largest: number): Uint8Array {
  const limit = { maxOutputLength: largest };
  switch (encoding?.trim().toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return bytes.length === 0 ? bytes : gunzipSync(bytes, limit);
    case 'br':
      return bytes.length === 0 ? bytes : brotliDecompressSync(bytes, limit);
    case 'deflate':
      return bytes.length === 0 ? bytes : inflateSync(bytes, limit);
    default:
      return bytes;
  }
}

/** One line that names the address; what is no fault of the net's is a bug of ours and stays one. */
function explain(address: string, cause: unknown): unknown {
  if (cause instanceof IngestError)
    return new IngestError(`${address}: ${cause.message}`, { cause });
  if (!(cause instanceof Error)) return cause;
  if (cause.name === 'TimeoutError' || cause.name === 'AbortError') {
    return new IngestError(`${address}: takes too long`, { cause });
  }
  const code = 'code' in cause ? String(cause.code) : '';
  if (code === 'ERR_BUFFER_TOO_LARGE')
    return new IngestError(`${address}: unpacks to too much`, { cause });
  return new IngestError(`${address}: can't be reached (${code || cause.name})`, { cause });
}
