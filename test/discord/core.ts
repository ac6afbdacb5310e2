import type { View } from '../../adapters/discord/render.ts';
import type { BotCore, Command, Reply } from '../../src/index.ts';
import { type Action, type Block, makeReply, say } from '../../src/reply/reply.ts';
import type { Citation, Verbatim } from '../../src/story/citation.ts';

/** A core that says what it was asked: `ask: who won?`; or what `answer` makes of it. */
export function echoCore(
  answer: (command: Command) => Reply | Promise<Reply> = echo,
  complete: BotCore['complete'] = async () => [],
): BotCore {
  return { bot: async (command) => answer(command), complete };
}

/** The command as it was understood. */
export function echo(command: Command): Reply {
  const { kind, input, place: _, ...rest } = command;
  return makeReply(kind, { blocks: [say([kind, ...Object.values(rest)].join(' | ') || input)] });
}

/** A reply shown as it is, where nothing else is known. */
export const PLAIN: View = { asked: null, closing: null, ids: new Map() };

export function replyOf(blocks: readonly Block[], actions: readonly Action[] = []): Reply {
  return makeReply('ask', { blocks, actions });
}

/** A passage with any words, as if cut from a story. */
export function citation(words: string, more: Partial<Citation> = {}): Citation {
  return {
    story: 'ferry',
    headline: null,
    begins: 'The ferry' as Verbatim,
    publisher: null,
    page: null,
    url: null,
    paragraph: 3,
    paragraphs: 9,
    span: { start: 10, end: 10 + words.length },
    words: words as Verbatim,
    mark: null,
    speaker: null,
    ...more,
  };
}

/** Words as if cut from a story. */
export function verbatim(words: string): Verbatim {
  return words as Verbatim;
}
