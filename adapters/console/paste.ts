import type { Interface } from 'node:readline/promises';

const BEGIN = '\u001b[?2004h'; // asks a terminal to mark what is pasted (xterm, "Bracketed Paste Mode")
const END = '\u001b[?2004l';

/** What a reader types on a terminal, line by line; lines that are pasted together come as one. */
export async function* readTyped(
  lines: Interface,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): AsyncGenerator<string> {
  const typed: string[] = [];
  let pasted: string[] | null = null;
  let isOpen = true;
  let wake = (): void => {};
  lines.on('line', (line) => {
    (pasted ?? typed).push(line);
    wake();
  });
  lines.once('close', () => {
    isOpen = false;
    output.write(END);
    wake();
  });
  input.on('keypress', (_, key: { readonly name?: string } | undefined) => {
    if (key?.name === 'paste-start') pasted = [];
    if (key?.name !== 'paste-end') return;
    const block = pasted ?? [];
    pasted = null;
    if (block.length === 0) return; // part of a line: it may be typed on
    const rest = lines.line; // a last line without its end
    lines.write(null, { ctrl: true, name: 'u' });
    output.write('\n');
    typed.push([...block, rest].join('\n').trimEnd());
    wake();
  });
  output.write(BEGIN);
  for (;;) {
    const next = typed.shift();
    if (next !== undefined) yield next;
    else if (isOpen)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    else return;
  }
}

/** What is meant by it: questions and commands one by one, or a story to add. */
export function splitPasted(text: string): readonly string[] {
  const rows = text.split('\n').filter((row) => row.trim() !== '');
  if (rows.length < 2 || /^\s*\/add\b/i.test(text)) return [text];
  const asked = rows.filter((row) => /[?？]\s*$|^\s*\//.test(row));
  return asked.length * 2 >= rows.length ? rows : [`/add ${text}`];
}
