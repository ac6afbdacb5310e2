import { InteractionResponseType } from 'discord.js';
import {
  type CommandInfo,
  commands,
  inQuotationMarks,
  type Place,
  parseCommand,
} from '../../src/index.ts';
import { FLOOD_NOTE } from '../chat/flood.ts';
import { ALONE, type Answer, IN_PUBLIC, type Page, pageOf } from './answers.ts';
import { type Answering, type Asked, makeAnswer } from './asking.ts';
import { channelBody, deferral, noteBody, privateNote } from './bodies.ts';
import type { Button, ButtonState } from './buttons.ts';
import { findChoices } from './choices.ts';
import { deliverHere, deliverTo } from './deliver.ts';
import type { Interaction } from './interactions.ts';
import type { Question } from './receive.ts';
import { NOT_OPENED, OPENED } from './threads.ts';

const NO_WORDS = 'There are no words in that message to look for.';
const NOT_YOURS =
  'Only the person who asked can use these buttons. Ask me yourself, and you get your own.';
const GONE =
  'I have no such command any more: /help shows what there is. If your list is an old one, reload Discord.';
const GARBLED = 'This button does not work any more. Please ask again.';

/** Answers a message in its channel: as a reply to it where that is allowed. */
export async function answerMessage(question: Question, answering: Answering): Promise<void> {
  const { text: line, place, person } = question;
  const refusal = refusalOf(parseCommand(line, place).kind, place);
  if (refusal !== null) return noteInChannel(question, answering, refusal);
  const made = await makeAnswer({ line, place, person, alone: false, words: null }, answering);
  await deliverHere(question, made, answering);
}

/** Sends a notice beneath a message: that it was one too many. */
export async function noteInChannel(
  { id, channel }: Question,
  { wire, ids }: Answering,
  note: string = FLOOD_NOTE,
): Promise<void> {
  await wire.send(channel, channelBody(noteBody(note, ids()), { id, replies: true }, 0));
}

/** Says to a person alone that it was one too many. */
export async function notePrivately({ call }: Interaction, { wire }: Answering): Promise<void> {
  await wire.respond(call, privateNote(FLOOD_NOTE));
}

/** Answers an interaction: at once with "thinking", or with all that there is to say. */
export async function answerInteraction(asked: Interaction, answering: Answering): Promise<void> {
  const { call, person, place, direct, isMember } = asked;
  const note = async (text: string): Promise<void> => {
    await answering.wire.respond(call, privateNote(text, answering.ids()));
  };
  switch (asked.kind) {
    case 'typing': {
      const choices = [...(await findChoices(answering.core.complete, asked, place))];
      const type = InteractionResponseType.ApplicationCommandAutocompleteResult;
      await answering.wire.respond(call, { type, data: { choices } });
      return;
    }
    case 'command': {
      const { command, line, words, isPrivate } = asked;
      const refusal = refusalOf(command.name, place);
      if (refusal !== null) return note(refusal);
      const shares = isPrivate && isMember && !direct && isForOthers(command);
      return think(asked, { line, words, isPrivate, shares }, answering);
    }
    case 'menu': {
      const { command, words } = asked;
      if (!/[\p{L}\p{N}]/u.test(words)) return note(NO_WORDS);
      const line = `/${command} ${command === 'check' ? inQuotationMarks(words) : words}`;
      return think(asked, { line, words, isPrivate: true, shares: isMember && !direct }, answering);
    }
    case 'threads': {
      const { server, open } = asked;
      if (!place.admin) return note(refusal('/stories threads'));
      if (open !== null) answering.threads.set(server, open);
      return note(answering.threads.areOpened(server) ? OPENED : NOT_OPENED);
    }
    case 'gone':
      return note(GONE);
    case 'button': {
      const { state } = asked;
      const kept = state && findKept(state, place, answering);
      if (state === null || (kept === null && !isHarmless(state, place))) return note(GARBLED);
      if (state.person !== null && state.person !== person) return note(NOT_YOURS);
      const { line, from } = state;
      const isPrivate = !direct && !(state.share && isMember); // in a DM there is nobody else
      return think(asked, { line, words: null, isPrivate, shares: false, from, kept }, answering);
    }
  }
}

/** The answer that a button shows the rest of, or shares. */
function findKept({ line, from, share }: ButtonState, place: Place, { unshown }: Answering) {
  return from > 0 || share ? unshown.find(place.conversation, line) : null;
}

/** Whatever a button says, nothing that changes what others see. */
function isHarmless({ line }: ButtonState, place: Place): boolean {
  const { kind } = parseCommand(line, place);
  return kind !== 'unknown' && kind !== 'empty' && !isAdmins(kind);
}

function isAdmins(name: string): boolean {
  return commands.some((one) => one.admin && one.name === name);
}

/** What is worth sharing: not help about the bot, nor changes being made. */
function isForOthers({ name, admin }: CommandInfo): boolean {
  return !admin && !['why', 'help', 'about'].includes(name);
}

/** Why someone may not do this here, and whom to ask; null where they may. */
function refusalOf(name: string, { admin }: Place): string | null {
  if (admin || !isAdmins(name)) return null;
  return refusal(`/${name}`);
}

function refusal(command: string): string {
  return `${command} changes what others see here. Ask someone who may manage this server: they find it among their commands.`;
}

/** What is asked, and how the answer is shown. */
interface Thought extends Pick<Asked, 'line' | 'words'> {
  readonly isPrivate: boolean;
  /** Whether it can be shared with the channel. */
  readonly shares: boolean;
  readonly from?: number;
  /** The answer itself, where it is already known. */
  readonly kept?: Answer | null;
}

/** "Thinking …" first, before anything is looked up; then the answer in its place. */
async function think(
  asked: Interaction,
  { line, words, isPrivate, shares, from = 0, kept = null }: Thought,
  answering: Answering,
): Promise<void> {
  const { call, person, place, direct } = asked;
  const { firsts, wire } = answering;
  const first = await firsts.run(() => wire.respond(call, deferral(isPrivate)));
  if (first !== 'sent' && first !== 'lost') return; // a lost one leaves no trace: "thinking" must not stay
  const alone = isPrivate && !direct; // others do not see it
  const made = kept
    ? { answer: kept, undo: () => {} }
    : await makeAnswer({ line, place, person, alone, words }, answering);
  const keep = (one: Answer): string => answering.unshown.keep(place.conversation, one);
  const page = pageOf(made.answer, from, isPrivate || direct ? ALONE : IN_PUBLIC, keep);
  const shown = shares ? withSharing(page, keep(made.answer)) : page;
  const about = asked.kind === 'button' ? /^\/why (\S.*)$/.exec(line)?.[1] : undefined;
  const showing = { page: about ? withQuestion(shown, about) : shown, isPrivate };
  await deliverTo(asked, made, showing, answering);
}

function withSharing(page: Page, line: string): Page {
  return {
    ...page,
    buttons: [...page.buttons, { label: 'Share with channel', line, share: true }],
  };
}

/** An explained answer asks whether it was right. */
function withQuestion(page: Page, passage: string): Page {
  const judgements: readonly Button[] = [
    { label: 'Right', line: `/feedback right ${passage}` },
    { label: 'Wrong', line: `/feedback wrong-passage ${passage}` },
  ];
  const last = page.contents.length - 1;
  return {
    ...page,
    contents: page.contents.map((one, i) => (i === last ? `${one}\nWas that answer right?` : one)),
    buttons: [...page.buttons, ...judgements],
  };
}
