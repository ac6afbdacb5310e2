import type { APIMessage } from 'discord.js';
import { unescapeText } from './escape.ts';
import { dropTokens } from './tokens.ts';

/**
 * The words of a message that someone asks about from its menu, also of a forwarded one; empty where
 * there are none, as in a picture. Of the bot's own messages the quotations, as the eye sees them.
 */
export function quotedWords(message: Partial<APIMessage> | undefined, me: string): string {
  const content = message?.content || message?.message_snapshots?.[0]?.message.content || '';
  if (message?.author?.id !== me) return withoutMarkup(content);
  const quoted = content.split('\n').filter((line) => line.startsWith('> '));
  return unescapeText(withoutMarkup((quoted.length > 0 ? quoted : [content]).join('\n')));
}

/** Marks that people put around words, or in front of lines, and that are not behind a backslash. */
function withoutMarkup(content: string): string {
  return dropTokens(content)
    .replace(/^(?:>>> |> |-# |#{1,3} )/gm, '')
    .replace(/(?<!\\)(?:\*\*|__|~~|\|\||`+)/g, '')
    .trim();
}
