import type { Greeting } from '../chat/greeting.ts';
import { readPlaceKey } from '../chat/places.ts';
import type { Said, WatchPort } from '../chat/watcher.ts';
import { ALONE, pageOf } from './answers.ts';
import type { Answering } from './asking.ts';
import { channelBody, replyBodies } from './bodies.ts';
import { render } from './render.ts';
import type { Delivery } from './wire.ts';

const NOBODYS = ''; // a button that anyone may press
const LONGEST_NONCE = 20; // characters: with the message's number less than the 25 that Discord takes

/** Unasked messages on Discord: each on its own, in the channel itself. */
export function createWatchPort(
  { wire, pauses, ids }: Pick<Answering, 'wire' | 'pauses' | 'ids'>,
  greeting: Greeting,
): WatchPort {
  return {
    owns: (channel) => readPlaceKey('discord', channel) !== null,
    say: async (key, reply, id) => {
      const [, channel = ''] = readPlaceKey('discord', key) ?? [];
      if (channel === '' || pauses.isOn(channel)) return 'refused';
      const closing = greeting.take(key);
      const rendered = render(reply, { asked: null, closing, ids: ids() });
      const answer = { ...rendered, picture: null, line: '/watch list' };
      const bodies = replyBodies(
        pageOf(answer, 0, ALONE, () => answer.line),
        NOBODYS,
      );
      for (const [index, body] of bodies.entries()) {
        const source = { id: id.slice(0, LONGEST_NONCE), replies: false };
        const delivery = await wire.send(channel, channelBody(body, source, index));
        if (delivery === 'sent') continue;
        if (index === 0 && closing !== null) greeting.giveBack(key);
        if (delivery === 'refused') pauses.begin(channel);
        return index === 0 ? saidBy(delivery) : 'unknown';
      }
      return 'sent';
    },
  };
}

function saidBy(delivery: Delivery): Said {
  return delivery === 'refused' || delivery === 'invalid' ? 'refused' : 'unknown';
}
