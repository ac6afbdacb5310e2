import { NOTHING, type Part, type Yield } from './incoming.ts';
import { tooMany } from './items.ts';
import { MOST_STORIES } from './limits.ts';
import { IngestError } from './typed.ts';

/** The mails of a mailbox (mbox), each by itself. Throws an `IngestError`. */
export function readMailbox(bytes: Uint8Array, origin: string): Yield {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const starts = [
    ...text.matchAll(/^From [^\r\n]{1,200}\d{4}[^\r\n]{0,40}\r?\n(?=[\w-]{2,60}:)/gm),
  ];
  if (starts.length === 0) throw new IngestError('is no mailbox that can be read');
  const parts = starts.slice(0, MOST_STORIES).map((start, i): Part => {
    const end = starts[i + 1]?.index ?? text.length;
    const mail = text.slice(start.index + start[0].length, end).replace(/^>(>*From )/gm, '$1');
    const id =
      /^message-id:\s*<([^>\s]{1,200})>/im.exec(mail.slice(0, 20_000))?.[1] ?? String(i + 1);
    return {
      bytes: Buffer.from(mail, 'latin1'),
      origin: `${origin}#${id}`,
      type: 'message/rfc822',
      given: null,
    };
  });
  return { ...NOTHING, parts, problems: tooMany(starts.length, origin) };
}
