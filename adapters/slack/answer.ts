import { type Bot, type Place, parseCommand, type Reply } from '../../src/index.ts';
import type { Answered } from '../chat/answered.ts';
import { type Heard, isAsked, isWorthSaying } from '../chat/asked.ts';
import type { Drain } from '../chat/drain.ts';
import { FLOOD_NOTE, type FloodLimit } from '../chat/flood.ts';
import type { Greeting } from '../chat/greeting.ts';
import type { Lanes } from '../chat/lanes.ts';
import { codeOf, type Log } from '../chat/log.ts';
import type { KeyMemory } from '../chat/memory.ts';
import { placeKey } from '../chat/places.ts';
import type { Turns } from '../chat/turns.ts';
import type { Deliver, Recipient, SlackClient } from './deliver.ts';
import type { Panels } from './panels.ts';
import type { Question, Request } from './receive.ts';
import { render, renderNote } from './render.ts';
import { asTyped } from './typed.ts';
import { inPrivate, inPublic, readControl, type View, WHOLE } from './view.ts';

/** What answering needs; all of it outlives a single question. */
export interface Answering {
  readonly bot: Bot;
  readonly now: () => number;
  readonly deliver: Deliver;
  readonly answered: Answered;
  readonly flood: FloodLimit;
  readonly greeting: Greeting;
  /** Threads that began with a question to the bot: there it needs no mention. */
  readonly threads: KeyMemory;
  readonly drain: Drain;
  readonly turns: Turns;
  /** Answers in a channel come in the order of the questions. */
  readonly lanes: Lanes;
  readonly admins: readonly string[];
  readonly panels: Panels;
  /** The bot's token was revoked. */
  readonly onRevoked: () => void;
  readonly log: Log;
}

/** Answers a message in its thread if it asks something, once, however often and as whichever event it arrives. */
export async function answerQuestion(
  answering: Answering,
  client: SlackClient,
  question: Question,
): Promise<void> {
  const { heard, team, channel, user, ts, thread, text } = question;
  const edited = heard.edit === 'none' ? [] : [heard.edit];
  const key = placeKey('slack', team, channel, ts, ...edited);
  if (!answering.answered.first(key)) return;
  const place = placeOf(answering, question);
  // what asks nothing of the bot is heard out at once: it counts for no flood
  if (!isAsked(heard, () => parseCommand(text, place))) return;
  if (thread === null) answering.threads.add(placeKey('slack', team, channel, ts));
  await answer(answering, client, {
    key,
    heard,
    asked: 1000 * Number(ts),
    line: text,
    view: question.direct ? WHOLE : inPublic(text),
    place,
    person: placeKey('slack', team, user),
    greets: [place.channel],
    to: { kind: 'thread', channel, thread: thread ?? ts },
    alone: { kind: 'person', channel, thread, user, responseUrl: null },
  });
}

/** Answers a slash command, a shortcut or a click, to the person alone. */
export async function answerRequest(
  answering: Answering,
  client: SlackClient,
  request: Request,
): Promise<void> {
  const { way, team, channel, user, thread, responseUrl, line } = request;
  if (line === null) return;
  const key = request.key && placeKey('slack', team, user, request.key);
  if (key !== null && !answering.answered.first(key)) return;
  const direct = channel === '' || channel.startsWith('D');
  const place = placeOf(answering, { ...request, channel: channel || user, ts: null, direct });
  // a click in the Home tab comes from no channel: it is answered in a direct message
  const alone: Recipient =
    channel === ''
      ? { kind: 'thread', channel: user, thread: null }
      : { kind: 'person', channel, thread, user, responseUrl };
  const meant = readControl(line);
  const isShared = meant.kind === 'share' && responseUrl !== null;
  await answer(answering, client, {
    key,
    heard: { way, edit: 'none' },
    asked: answering.now(),
    line: meant.line,
    view: viewOf(request, meant, direct),
    place,
    person: placeKey('slack', team, user),
    greets: [place.channel, placeKey('slack', team, channel, user)],
    to: isShared ? { kind: 'everyone', channel, thread, responseUrl } : alone,
    alone,
  });
}

/** A private answer says what was asked, and can be shared; what a button asks stands above it. */
function viewOf(
  { way, isPart }: Request,
  { kind, line, from }: ReturnType<typeof readControl>,
  direct: boolean,
): View {
  if (kind === 'share') return { ...inPublic(line), asked: asTyped(line) };
  if (kind === 'rest') return inPrivate(line, null, false, from);
  const isOwn = way === 'command' || !isPart;
  return inPrivate(line, isOwn ? asTyped(line) : null, isOwn && !direct);
}

/** What is asked, by whom, where the answer goes, and where a note goes that is for the person alone. */
interface Asking {
  /** What is answered once; null for what has no number. */
  readonly key: string | null;
  readonly heard: Heard;
  /** When, in milliseconds by Slack's clock or by ours. */
  readonly asked: number;
  readonly line: string;
  readonly view: View;
  readonly place: Place;
  readonly person: string;
  /** Any of these was greeted already, or else the last of them is greeted now. */
  readonly greets: readonly string[];
  readonly to: Recipient;
  readonly alone: Recipient;
}

async function answer(answering: Answering, client: SlackClient, asking: Asking): Promise<void> {
  const { answered, deliver, drain, flood } = answering;
  const { key, person, alone } = asking;
  await drain.run(async () => {
    const verdict = await flood(person);
    if (verdict === 'silence') return;
    const work = async (): Promise<void> => {
      if (verdict === 'note') await deliver(client, alone, [renderNote(FLOOD_NOTE)]);
      else await reply(answering, client, asking);
    };
    await (key === null ? work() : answered.run(key, work));
  });
}

/**
 * Reading what is asked takes its time too, and waits for its turn: the acknowledgement does not. What is found is
 * shown behind what was looked for before it in that channel.
 */
function reply(answering: Answering, client: SlackClient, asking: Asking): Promise<void> {
  const { bot, turns, lanes } = answering;
  const { line, place, to, asked } = asking;
  const look = async (): Promise<Reply> => bot(parseCommand(line, place));
  return new Promise((resolve) => {
    void turns(asked, async () => {
      const looking = look();
      const showIt = (): Promise<void> => show(answering, client, asking, looking);
      if (to.kind !== 'thread') resolve(showIt());
      else {
        void lanes.run(place.channel, async () => {
          const showing = showIt();
          resolve(showing);
          await endOf(showing);
        });
      }
      await looking.catch(() => {}); // whoever is to see it is told
    });
  });
}

const LONGEST_WAIT = 3000; // milliseconds: what hangs longer does not hold up the answers behind it

async function endOf(showing: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, LONGEST_WAIT);
  });
  await Promise.race([showing, late]).finally(() => clearTimeout(timer));
}

async function show(
  { deliver, greeting, log }: Answering,
  client: SlackClient,
  { heard, view, greets, to, alone }: Asking,
  looking: Promise<Reply>,
): Promise<void> {
  try {
    const said = await looking;
    if (!isWorthSaying(heard, said)) return;
    const key = greets.at(-1) ?? '';
    const hello = greets.slice(0, -1).some(greeting.given) ? null : greeting.take(key);
    const delivery = await deliver(client, to, render(said, hello, view));
    if (delivery !== 'sent' && hello !== null) greeting.giveBack(key);
    if (delivery === 'refused' && to.kind === 'thread') {
      await deliver(client, alone, [renderNote(REFUSED)]);
    }
  } catch (error) {
    log('slack: answer failed', { code: codeOf(error) });
    if (heard.way !== 'own-thread') await deliver(client, to, [renderNote(APOLOGY)]);
  }
}

const REFUSED = 'Slack did not take my answer to your question. Please ask again in a while.';
const APOLOGY = 'Sorry, that did not work: the fault is mine. Please ask again in a while.';

interface Asked extends Pick<Question, 'team' | 'channel' | 'user' | 'thread' | 'direct'> {
  readonly ts: string | null;
}

function placeOf({ threads, admins }: Answering, asked: Asked): Place {
  const { team, channel, user } = asked;
  return {
    channel: placeKey('slack', team, channel),
    conversation: conversationOf(threads, asked),
    admin: admins.includes(user) || admins.includes(`${team}:${user}`),
  };
}

/** A thread is a conversation; so is a direct message, with the threads under its questions. */
function conversationOf(
  threads: KeyMemory,
  { team, channel, user, ts, thread, direct }: Asked,
): string {
  const own = thread === null || threads.has(placeKey('slack', team, channel, thread));
  if (direct && own) return placeKey('slack', team, channel);
  return placeKey('slack', team, channel, thread ?? ts ?? user);
}
