import { InteractionResponseType } from 'discord.js';
import { type BotCore, type Place, parseCommand } from '../../src/index.ts';
import { FLOOD_NOTE } from '../chat/flood.ts';
import type { Greeting } from '../chat/greeting.ts';
import type { Turns } from '../chat/turns.ts';
import {
  type Body,
  channelBody,
  deferral,
  followUpBody,
  noteBody,
  privateNote,
  replyBodies,
  wordsOf,
} from './bodies.ts';
import { findChoices } from './choices.ts';
import { type Interaction, inQuotationMarks } from './interactions.ts';
import type { Pauses } from './pauses.ts';
import { drawPicture } from './picture.ts';
import type { Question } from './receive.ts';
import { render } from './render.ts';
import type { Delivery, Wire } from './wire.ts';

/** What answering needs. */
export interface Answering {
  readonly core: BotCore;
  readonly wire: Wire;
  readonly pauses: Pauses;
  readonly greeting: Greeting;
  /** Of those who were answered alone: who asked something in private is written nowhere. */
  readonly greetingAlone: Greeting;
  readonly turns: Turns;
}

const SORRY = 'Sorry, I could not show that answer. Please ask again.';
const NO_WORDS = 'There are no words in that message to look for.';
const NOT_YOURS =
  'Only the person who asked can use these buttons. Ask me yourself, and you get your own.';
const GARBLED = 'This button does not work any more. Please ask again.';

/** What a button may mean: nothing that changes what others see. */
const BUTTON_KINDS = ['more', 'why', 'feedback', 'story', 'speakers'];

/** Answers a message in its channel: as a reply to it where that is allowed. */
export async function answerMessage(
  question: Question,
  { wire, pauses, ...rest }: Answering,
): Promise<void> {
  const { id, channel, person, place, text } = question;
  const answer = await makeAnswer(text, place, person, null, rest);
  const send = (body: Body, index: number, replies: boolean): Promise<Delivery> =>
    wire.send(channel, channelBody(body, { id, replies }, index));
  for (const [index, body] of answer.bodies.entries()) {
    let delivery = await send(body, index, true);
    if (delivery === 'no-reply') delivery = await send(body, index, false);
    if (delivery === 'refused' && body.files) delivery = await send(wordsOf(body), index, true);
    if (delivery === 'sent') continue;
    if (index === 0) answer.undo();
    if (delivery === 'invalid') await send(noteBody(SORRY), index, false);
    if (delivery === 'refused') pauses.begin(channel);
    return;
  }
}

/** Says beneath a message that it was one too many. */
export async function noteInChannel({ id, channel }: Question, { wire }: Answering): Promise<void> {
  await wire.send(channel, channelBody(noteBody(FLOOD_NOTE), { id, replies: true }, 0));
}

/** Says to a person alone that it was one too many. */
export async function notePrivately({ call }: Interaction, { wire }: Answering): Promise<void> {
  await wire.respond(call, privateNote(FLOOD_NOTE));
}

/** Answers an interaction: at once with "thinking", or with all that there is to say. */
export async function answerInteraction(asked: Interaction, answering: Answering): Promise<void> {
  const { call, person, place } = asked;
  const note = async (text: string): Promise<void> => {
    await answering.wire.respond(call, privateNote(text));
  };
  switch (asked.kind) {
    case 'typing': {
      const choices = [...findChoices(answering.core.complete, asked, place)];
      const type = InteractionResponseType.ApplicationCommandAutocompleteResult;
      await answering.wire.respond(call, { type, data: { choices } });
      return;
    }
    case 'command':
      return think(asked, asked.line, asked.isPrivate, answering);
    case 'menu':
      if (!/[\p{L}\p{N}]/u.test(asked.words)) return note(NO_WORDS);
      return think(asked, menuLine(asked), true, answering);
    case 'button': {
      const { state } = asked;
      const kind = state && parseCommand(state.line, place).kind;
      if (state === null || kind === null || !BUTTON_KINDS.includes(kind)) return note(GARBLED);
      if (state.person !== null && state.person !== person) return note(NOT_YOURS);
      const isPrivate = asked.isPrivate || kind === 'why' || kind === 'feedback';
      return think(asked, state.line, isPrivate, answering);
    }
  }
}

function menuLine({ command, words }: Extract<Interaction, { readonly kind: 'menu' }>): string {
  return `/${command} ${command === 'check' ? inQuotationMarks(words) : words}`;
}

/** "Thinking …" first, before anything is looked up; then the answer in its place. */
async function think(
  { call, channel, person, place, direct }: Interaction,
  line: string,
  isPrivate: boolean,
  { wire, pauses, ...rest }: Answering,
): Promise<void> {
  if ((await wire.respond(call, deferral(isPrivate))) !== 'sent') return;
  const alone = isPrivate && !direct ? `${place.channel} ${person}` : null; // others do not see it
  const answer = await makeAnswer(line, place, person, alone, rest);
  let expired = false;
  for (const [index, body] of answer.bodies.entries()) {
    const delivery = expired ? 'expired' : await deliver(index, body);
    if (delivery === 'sent') continue;
    if (index === 0 && delivery !== 'expired') await wire.edit(call, noteBody(SORRY));
    if (delivery !== 'expired' || isPrivate || pauses.isOn(channel)) return answer.undo();
    expired = true;
    const source = { id: call.id, replies: false };
    if ((await wire.send(channel, channelBody(body, source, index))) !== 'sent') return;
  }

  function deliver(index: number, body: Body): Promise<Delivery> {
    if (index === 0) return wire.edit(call, body);
    return wire.followUp(call, followUpBody(body, isPrivate));
  }
}

/** An answer as it is sent, with the greeting if it is the first one here; `undo` if it did not get through. */
interface Answer {
  readonly bodies: readonly Body[];
  readonly undo: () => void;
}

/** `alone`: the key of who is answered in private, and greeted so where the channel was not. */
async function makeAnswer(
  text: string,
  place: Place,
  person: string,
  alone: string | null,
  { core, greeting, greetingAlone, turns }: Omit<Answering, 'wire' | 'pauses'>,
): Promise<Answer> {
  try {
    const reply = await turns(() => core.bot(parseCommand(text, place)));
    const key = alone ?? place.channel;
    const from = alone === null ? greeting : greetingAlone;
    const closing = greeting.given(place.channel) ? null : from.take(key);
    const undo = (): void => {
      if (closing !== null) from.giveBack(key);
    };
    const picture = await drawPicture(reply);
    return { bodies: replyBodies(render(reply, closing), person, picture), undo };
  } catch {
    return { bodies: [noteBody(SORRY)], undo: () => {} };
  }
}
