import type { APIMessage } from 'discord.js';
import { unescapeText } from './escape.ts';
import { dropTokens } from './tokens.ts';

/**
 * The words of a message that someone asks about from its menu, also of a forwarded one; empty where
 * there are none, as in a picture. Where lines of it are quoted (`> `), those alone: the rest is by whoever
 * quotes them. The bot's own messages are read as the eye sees them.
 */
export function quotedWords(message: Partial<APIMessage> | undefined, me: string): string {
  const content = message?.content || message?.message_snapshots?.[0]?.message.content || '';
  const quoted = quotedLines(content);
  const words = withoutMarkup(quoted.length > 0 ? quoted.join('\n') : content);
  return message?.author?.id === me ? unescapeText(words) : words;
}

/** The lines behind `> `, and all behind `>>> `. */
function quotedLines(content: string): readonly string[] {
  const lines = content.split('\n');
  const rest = lines.findIndex((line) => line.startsWith('>>> '));
  return lines.filter(
    (line, index) => line.startsWith('> ') || (rest >= 0 && index >= rest && line !== ''),
  );
}

/** Marks that people put around words, or in front of lines, and that are not behind a backslash. */
function withoutMarkup(content: string): string {
  return dropTokens(content)
    .replace(/^(?:>>> |> |-# |#{1,3} )/gm, '')
    .replace(/(?<!\\)(?:\*\*|__|~~|\|\||`+)/g, '')
    .trim();
}
