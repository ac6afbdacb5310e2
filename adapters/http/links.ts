import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Block, Bot, Citation, Reply, Span, Watches } from '../../src/index.ts';

/** Who may open a story's page: holders of a signed link, holders of a token, or everybody. */
export type PageAccess = 'link' | 'token' | 'public';

/** The inputs for links. */
export interface LinkSettings {
  /** The page's public address; null for addresses on this server alone: `/s/bridge`. */
  readonly baseUrl: string | null;
  readonly access: PageAccess;
  /** The secret that links are signed with. */
  readonly key: string;
  /** Milliseconds. */
  readonly now: () => number;
}

/** Addresses of stories and passages on the page, and whether one may be opened. */
export interface Links {
  /**
   * The page of a story, at a passage if there is one; signed if links grant access. `last` is the `e` of a
   * valid link: a link made for its holder expires with it.
   */
  readonly page: (story: string, span: Span | null, last?: string) => string;
  /**
   * Whether a page may be opened: `query` is that of the address, `trusted` whether the request came with a good
   * token. A link that used to be valid is `expired`.
   */
  readonly allows: (
    place: { readonly story: string; readonly span: Span | null },
    query: { readonly k?: unknown; readonly e?: unknown },
    trusted: boolean,
  ) => 'ok' | 'expired' | 'refused';
}

const DAY = 86_400_000; // milliseconds
const LASTS = 30; // days: by the day, so that the same answer has the same link until midnight (UTC)
const SIGNATURE = 16; // bytes of the HMAC in an address: 128 bits

/** Makes and checks the addresses of stories on the page. */
export function createLinks({ baseUrl, access, key, now }: LinkSettings): Links {
  const base = baseUrl?.replace(/\/+$/, '') ?? '';
  const today = (): number => Math.floor(now() / DAY);
  const sign = (story: string, span: Span | null, last: string): Buffer =>
    createHmac('sha256', key)
      .update(JSON.stringify([story, placed(span), last]))
      .digest()
      .subarray(0, SIGNATURE);
  return {
    page: (story, span, last = String(today() + LASTS)) => {
      const signature = sign(story, span, last).toString('base64url');
      const query = access === 'link' ? `?k=${signature}&e=${last}` : '';
      const place = span === null ? '' : `/${placed(span)}`;
      return `${base}/s/${encodeURIComponent(story)}${place}${query}${span === null ? '' : '#passage'}`;
    },
    allows: ({ story, span }, { k, e }, trusted) => {
      if (trusted || access === 'public') return 'ok';
      if (access === 'token' || typeof k !== 'string' || typeof e !== 'string') return 'refused';
      const [given, due] = [Buffer.from(k, 'base64url'), sign(story, span, e)];
      if (given.length !== due.length || !timingSafeEqual(given, due)) return 'refused';
      return Number(e) >= today() ? 'ok' : 'expired';
    },
  };
}

function placed(span: Span | null): string {
  return span === null ? '' : `${span.start}-${span.end}`;
}

/** The stories' page, according to its settings. */
export interface PageSettings extends Pick<LinkSettings, 'baseUrl' | 'access'> {
  /** Null: a key known only to this process. */
  readonly key: string | null;
}

/** Makes links from the settings. */
export function openLinks({ baseUrl, access, key }: PageSettings, now: () => number): Links {
  return createLinks({ baseUrl, access, key: key ?? randomBytes(32).toString('hex'), now });
}

/**
 * Adds links to passages: none without an address, or if the page is served by another process that
 * shares no key with this one.
 */
export function linkPassages(
  { baseUrl, access, key }: PageSettings,
  links: Links,
  isServedHere: boolean,
): { readonly bot: (bot: Bot) => Bot; readonly watches: (watches: Watches) => Watches } {
  const opens = baseUrl !== null && (access !== 'link' || key !== null || isServedHere);
  return {
    bot: (bot) => (opens ? withLinks(bot, links) : bot),
    watches: (watches) => (opens ? withLinkedWatches(watches, links) : watches),
  };
}

/** The same for unprompted messages to channels. */
function withLinkedWatches(watches: Watches, links: Links): Watches {
  const link = (reply: Reply | null) => reply && linkReply(reply, links);
  return {
    ...watches,
    find: async (...asked) => link(await watches.find(...asked)),
    digest: async (...asked) => link(await watches.digest(...asked)),
  };
}

/** A bot whose passages all link to their place on the page. */
export function withLinks(bot: Bot, links: Pick<Links, 'page'>): Bot {
  return async (command) => linkReply(await bot(command), links);
}

/** A reply whose passages all link to their place on the page. */
function linkReply(reply: Reply, { page }: Pick<Links, 'page'>): Reply {
  const linked = new Map<Citation, Citation>(); // shown and listed passages stay the same object
  const link = (one: Citation): Citation => {
    const made = linked.get(one) ?? { ...one, page: page(one.story, one.span) };
    linked.set(one, made);
    return made;
  };
  const linkBlock = (block: Block): Block =>
    block.kind === 'quote' ? { ...block, citation: link(block.citation) } : block;
  return {
    ...reply,
    passages: reply.passages.map(link),
    blocks: reply.blocks.map(linkBlock),
  };
}
