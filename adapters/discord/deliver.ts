import { ALONE, type Answer, IN_PUBLIC, type Page, pageOf } from './answers.ts';
import { type Answering, type Made, SORRY } from './asking.ts';
import {
  type Body,
  channelBody,
  followUpBody,
  noteBody,
  replyBodies,
  withoutFile,
} from './bodies.ts';
import type { Interaction } from './interactions.ts';
import type { Question } from './receive.ts';
import { threadName } from './threads.ts';
import type { Delivery } from './wire.ts';

/** Shows an answer beneath a message, in two messages at most where others see it. */
export async function deliverHere(
  { id, channel, person, place, direct, opensThread, text }: Question,
  { answer, undo }: Made,
  { wire, pauses, unshown }: Answering,
): Promise<void> {
  const isOpen = opensThread && (await wire.openThread(channel, id, threadName(text))) === 'sent';
  const where = isOpen ? id : channel; // it has the id of its message
  const keep = (one: Answer): string => unshown.keep(place.conversation, one);
  const bodies = replyBodies(pageOf(answer, 0, direct ? ALONE : IN_PUBLIC, keep), person);
  const send = (body: Body, index: number, replies: boolean): Promise<Delivery> =>
    wire.send(where, channelBody(body, { id, replies: replies && !isOpen }, index));
  for (const [index, body] of bodies.entries()) {
    let delivery = await send(body, index, true);
    if (delivery === 'no-reply') delivery = await send(body, index, false);
    if (delivery === 'refused' && body.files) {
      delivery = await send(withoutFile(body, answer.chart), index, true);
    }
    if (delivery === 'sent') continue;
    if (index === 0) undo();
    if (delivery === 'invalid') await send(noteBody(SORRY), index, false);
    if (delivery === 'refused') pauses.begin(where);
    return;
  }
}

/** Which messages of an answer are shown, and to whom. */
export interface Showing {
  readonly page: Page;
  readonly isPrivate: boolean;
}

/** Replaces "thinking …" with an answer; posts to the channel where that is too old. */
export async function deliverTo(
  { call, channel, person }: Interaction,
  { answer, undo }: Made,
  { page, isPrivate }: Showing,
  { wire, pauses }: Answering,
): Promise<void> {
  let expired = false;
  for (const [index, body] of replyBodies(page, person).entries()) {
    let delivery = expired ? 'expired' : await deliver(index, body);
    if (body.files && (delivery === 'refused' || delivery === 'invalid')) {
      delivery = await deliver(index, withoutFile(body, answer.chart));
    }
    if (delivery === 'sent') continue;
    if (index === 0 && delivery !== 'expired') await wire.edit(call, noteBody(SORRY));
    if (delivery !== 'expired' || isPrivate || pauses.isOn(channel)) return undo();
    expired = true;
    const source = { id: call.id, replies: false };
    if ((await wire.send(channel, channelBody(body, source, index))) !== 'sent') return;
  }

  function deliver(index: number, body: Body): Promise<Delivery> {
    if (index === 0) return wire.edit(call, body);
    return wire.followUp(call, followUpBody(body, isPrivate));
  }
}
