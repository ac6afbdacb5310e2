import {
  type APIAllowedMentions,
  type APIInteractionResponseChannelMessageWithSource,
  type APIInteractionResponseDeferredChannelMessageWithSource,
  InteractionResponseType,
  MessageFlags,
  type RawFile,
  type RESTPostAPIChannelMessageJSONBody,
  type RESTPostAPIInteractionFollowupJSONBody,
} from 'discord.js';
import type { Page } from './answers.ts';
import { buttonRows } from './buttons.ts';
import type { AttachedPicture } from './picture.ts';
import { CONTENT_LIMIT, renderText } from './render.ts';
import { type CommandIds, writeCommands } from './typed.ts';

/** Nobody is pinged, whatever a text holds: https://discord.com/developers/docs/resources/message#allowed-mentions-object */
const NO_MENTIONS: APIAllowedMentions = { parse: [], replied_user: false };

/** What a message, an edit and a follow-up have alike. */
export type Body = Pick<
  RESTPostAPIInteractionFollowupJSONBody,
  'content' | 'components' | 'allowed_mentions' | 'flags' | 'attachments'
> & { readonly files?: readonly RawFile[] };

/** The messages of an answer in order, picture and buttons beneath the last. Links grow no preview. */
export function replyBodies({ contents, buttons, picture }: Page, person: string): readonly Body[] {
  const rows = buttonRows(buttons, person);
  return contents.map((content, index) => ({
    content,
    flags: MessageFlags.SuppressEmbeds,
    allowed_mentions: NO_MENTIONS,
    ...(index === contents.length - 1 && rows.length > 0 ? { components: rows } : {}),
    ...(index === contents.length - 1 && picture !== null ? attach(picture) : {}),
  }));
}

function attach({ file, alt }: AttachedPicture): Pick<Body, 'attachments' | 'files'> {
  return { attachments: [{ id: '0', filename: file.name, description: alt }], files: [file] };
}

/** A body with a text chart in place of its picture: some channels don't allow files. */
export function withoutFile(
  { files: _, attachments: __, ...body }: Body,
  chart: string | null,
): Body {
  const content = `${body.content}\n${chart}`;
  return chart === null || content.length > CONTENT_LIMIT ? body : { ...body, content };
}

/** A notice; commands in it can be clicked where their ids are known. */
export function noteBody(text: string, ids: CommandIds = new Map()): Body {
  return {
    content: writeCommands(renderText(text), ids),
    flags: MessageFlags.SuppressEmbeds,
    allowed_mentions: NO_MENTIONS,
  };
}

/** The nth message of an answer in a channel; the first one replies to the question, while that is there. */
export function channelBody(
  body: Body,
  { id, replies }: { readonly id: string; readonly replies: boolean },
  index: number,
): RESTPostAPIChannelMessageJSONBody {
  return {
    ...body,
    nonce: `${id}-${index}`,
    enforce_nonce: true,
    ...(replies && index === 0
      ? { message_reference: { message_id: id, fail_if_not_exists: false } }
      : {}),
  };
}

/** For the person alone, where it is private: each message says so anew. */
export function followUpBody(
  body: Body,
  isPrivate: boolean,
): RESTPostAPIInteractionFollowupJSONBody {
  return { ...body, flags: MessageFlags.SuppressEmbeds | privacy(isPrivate) };
}

/** "Thinking …": what has to be said within 3 seconds. */
export function deferral(
  isPrivate: boolean,
): APIInteractionResponseDeferredChannelMessageWithSource {
  return {
    type: InteractionResponseType.DeferredChannelMessageWithSource,
    data: { flags: privacy(isPrivate) },
  };
}

/** A note for the person alone. */
export function privateNote(
  text: string,
  ids?: CommandIds,
): APIInteractionResponseChannelMessageWithSource {
  return {
    type: InteractionResponseType.ChannelMessageWithSource,
    data: { ...noteBody(text, ids), flags: MessageFlags.SuppressEmbeds | MessageFlags.Ephemeral },
  };
}

function privacy(isPrivate: boolean): number {
  return isPrivate ? MessageFlags.Ephemeral : 0;
}
