import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Bot, Span, Stories } from '../../../src/index.ts';
import type { Links, PageAccess } from '../links.ts';
import type { AskInTurn } from '../waiting.ts';
import { renderReply } from './answer.ts';
import { type Asked, newTalk, placeOn, readAsk, readForm } from './asked.ts';
import { checkText, renderChecked } from './check.ts';
import { type Answered, renderStory } from './document.ts';
import { encode } from './encoding.ts';
import { readFiles } from './files.ts';
import { type Html, html } from './html.ts';
import { PROBLEMS, type Problem, renderList, renderProblem } from './plain-pages.ts';
import { readPassage } from './segments.ts';

/** What the page needs. */
export interface PageDeps {
  readonly ask: AskInTurn;
  readonly stories: Pick<Stories, 'list' | 'read'>;
  readonly links: Pick<Links, 'page' | 'allows'>;
  readonly access: PageAccess;
  /** The public path of the server without a trailing slash; usually empty. */
  readonly base: string;
  /** Whether a request came with a good token. */
  readonly trusts: (request: FastifyRequest) => boolean;
}

/** The parts of a page's address. */
interface Address {
  readonly story: string;
  /** As written, in UTF-16 units; null for the story alone. */
  readonly span: Span | null;
  readonly query: { readonly k?: unknown; readonly e?: unknown };
}

const LONGEST_FORM = 256 * 1024; // bytes: the longest text to be checked, percent-encoded

const BUSY = 503;
const A_PAGE = 100; // stories listed at once

/** Serves the stories as pages: `/s/STORY`, `/s/STORY/START-END`, the list at `/` and `/s`. */
export function registerPage(app: FastifyInstance, deps: PageDeps): void {
  const { ask, stories, links, access, base, trusts } = deps;
  const files = readFiles(base);
  const bot: Bot = async (command) => {
    const asked = ask(command);
    if (asked === null) throw Object.assign(new Error('too many wait'), { statusCode: BUSY });
    return asked;
  };

  const send = (request: FastifyRequest, reply: FastifyReply, page: Html, status = 200) => {
    const { body, encoding } = encode(
      Buffer.from(page.html),
      request.headers['accept-encoding'],
      'quick',
    );
    if (encoding !== null) reply.header('content-encoding', encoding);
    return reply.code(status).headers(PAGE_HEADERS).type('text/html; charset=utf-8').send(body);
  };
  const fail = (
    request: FastifyRequest,
    reply: FastifyReply,
    problem: Problem,
    back: string | null = null,
  ) => {
    if (problem.status === 401) reply.header('www-authenticate', CHALLENGE);
    return send(request, reply, renderProblem(files.at, problem, back), problem.status);
  };
  const refused = access === 'token' ? PROBLEMS.noToken : PROBLEMS.refused;
  /** The address of a place as the holder of `query` may open it, without the part before its path. */
  const addressFor =
    ({ query: { e } }: Address, trusted: boolean) =>
    (story: string, span: Span | null): string => {
      const last = typeof e === 'string' && !trusted ? e : undefined;
      return links.page(story, span, last).replace(/^https?:\/\/[^/]+/i, '');
    };
  const maySeeAll = (request: FastifyRequest): boolean =>
    links.allows({ story: '', span: null }, {}, trusts(request)) === 'ok';

  const list = async (request: FastifyRequest, reply: FastifyReply) => {
    if (!maySeeAll(request)) return fail(request, reply, refused);
    const addressOf = addressFor({ story: '', span: null, query: {} }, true);
    const toStory = (story: string): string => addressOf(story, null);
    const { from: typed } = request.query as { from?: unknown };
    const from = typeof typed === 'string' && /^\d{1,7}$/.test(typed) ? Number(typed) : 0;
    const found = await stories.list(from, A_PAGE + 1);
    const older = found.length > A_PAGE ? `${base}/s?from=${from + A_PAGE}` : null;
    return send(request, reply, renderList(files.at, found.slice(0, A_PAGE), toStory, older));
  };

  const show = async (request: FastifyRequest, reply: FastifyReply) => {
    const address = readAddress(request);
    if (address === null) return fail(request, reply, PROBLEMS.noPage);
    const { story, span, query } = address;
    const trusted = trusts(request);
    const allowed = links.allows({ story, span }, query, trusted);
    if (allowed === 'expired') return fail(request, reply, PROBLEMS.expired);
    if (allowed === 'refused') return fail(request, reply, refused);
    const addressOf = addressFor(address, trusted);
    const reading = await stories.read(story);
    if (reading === null) return fail(request, reply, PROBLEMS.noStory);
    const passage = span && readPassage(reading, span);
    if (span !== null && passage === null) {
      return fail(request, reply, PROBLEMS.noPassage, addressOf(story, null));
    }
    const page = {
      reading,
      passage,
      action: addressOf(story, span).replace(/#.*$/, ''),
      list: maySeeAll(request) ? `${base}/s` : null,
      talk: newTalk(),
      answered: null,
    };
    if (request.method !== 'POST') return send(request, reply, renderStory(files.at, page));
    const asked = request.body instanceof URLSearchParams ? readForm(request.body) : null;
    if (asked === null) return fail(request, reply, PROBLEMS.nothingAsked, page.action);
    const { answered, best } = await answer(bot, story, asked, (at) => addressOf(story, at));
    const marked = (best && readPassage(reading, best)) ?? passage;
    const shown = { ...page, passage: marked, talk: asked.talk, answered };
    return send(request, reply, renderStory(files.at, shown));
  };

  app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: LONGEST_FORM },
      (_request, body, done) => done(null, new URLSearchParams(String(body))),
    );
    scope.setErrorHandler<FastifyError>((error, request, reply) => {
      const problem = FAILURES[error.statusCode ?? 500];
      if (problem === undefined) throw error; // the server reports it
      if (problem.status === BUSY) reply.header('retry-after', '1');
      return fail(request, reply, problem);
    });
    for (const path of ['/', '/s']) scope.get(path, list);
    for (const path of ['/s/:story', '/s/:story/:place']) {
      scope.get(path, show);
      scope.post(path, show);
    }
    for (const { path, type, encoded } of files.all) {
      scope.get(path, { config: { rateLimit: false } }, (request, reply) => {
        const { body, encoding } = encoded(request.headers['accept-encoding']);
        if (encoding !== null) reply.header('content-encoding', encoding);
        return reply.headers(FILE_HEADERS).type(type).send(body);
      });
    }
  });
}

/** The question, its reply and the reply's first passage. */
async function answer(
  bot: Bot,
  story: string,
  asked: Asked,
  addressOf: (span: Span) => string,
): Promise<{ readonly answered: Answered; readonly best: Span | null }> {
  const place = placeOn(story, asked.talk);
  const linkBut =
    (best: Span | null) =>
    (span: Span): string =>
      span.start === best?.start && span.end === best.end ? '#passage' : addressOf(span);
  if (asked.kind === 'check') {
    const checked = await checkText(bot, asked.words, asked.person, place);
    const best = checked.replies.flatMap(({ passages }) => passages)[0]?.span ?? null;
    const { words, person } = asked;
    return {
      answered: { kind: 'check', words, person, answer: renderChecked(checked, linkBut(best)) },
      best,
    };
  }
  const command = readAsk(asked.words, place, story);
  const told = command && (await bot(command));
  const best = told?.passages[0]?.span ?? null;
  const said = told === null ? html`<p>${ONLY_THIS}</p>` : renderReply(told, linkBut(best));
  const words = asked.typed ? asked.words : '';
  return { answered: { kind: 'ask', words, person: null, answer: said }, best };
}

const CHALLENGE = 'Basic realm="Verbatim: a token as the password", charset="UTF-8"';

const FAILURES: Readonly<Record<number, Problem>> = {
  413: PROBLEMS.tooMuch,
  415: PROBLEMS.noForm,
  429: PROBLEMS.tooOften,
  [BUSY]: PROBLEMS.tooMany,
};

const ONLY_THIS =
  'This page answers about this story alone. Ask a question, or type /who-said, /check, /quotes, /speakers, /story, /numbers or /when.';

function readAddress(request: FastifyRequest): Address | null {
  const { story = '', place = null } = request.params as { story?: string; place?: string };
  const query = request.query as Address['query'];
  if (place === null) return { story, span: null, query };
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(place) ?? [];
  if (start === undefined || end === undefined) return null;
  return { story, span: { start: Number(start), end: Number(end) }, query };
}

const SAFE = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  vary: 'accept-encoding',
};

const PAGE_HEADERS = {
  ...SAFE,
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cache-control': 'private, no-cache',
  'x-robots-tag': 'noindex',
};

const FILE_HEADERS = { ...SAFE, 'cache-control': 'public, max-age=31536000, immutable' };
