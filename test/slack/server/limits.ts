import { record } from './outside.ts';

/**
 * What Slack refuses, by its own code: limits of blocks and texts as in
 * https://docs.slack.dev/reference/block-kit. Null when it takes the message.
 */
export function refuseMessage(message: Readonly<Record<string, unknown>>): string | null {
  const blocks = Array.isArray(message.blocks) ? message.blocks : [];
  const text = typeof message.text === 'string' ? message.text : '';
  if (text === '' && blocks.length === 0) return 'no_text';
  if (text.length > 4000) return 'msg_too_long';
  if (JSON.stringify(blocks).length > 13_200) return 'msg_blocks_too_long';
  return refuseBlocks(blocks, 50);
}

/** The same for the blocks of a message (at most 50) or a view (at most 100). */
export function refuseBlocks(blocks: readonly unknown[], most: number): string | null {
  if (blocks.length > most) return 'invalid_blocks';
  const tables = blocks.filter((block) => record(block).type === 'table').length;
  if (tables > (most === 50 ? 1 : 0)) return 'invalid_attachments'; // one in a message, none in a view
  return blocks.map(record).every(isBlock) ? null : 'invalid_blocks';
}

type Outside = Readonly<Record<string, unknown>>;

function isBlock(block: Outside): boolean {
  const elements = Array.isArray(block.elements) ? block.elements.map(record) : [];
  switch (block.type) {
    case 'rich_text':
      return elements.length > 0 && elements.every(isRichTextPart);
    case 'actions':
      return (
        elements.length > 0 &&
        elements.length <= 25 &&
        areUnique(elements) &&
        elements.every((element) => isButton(element) || isMenu(element))
      );
    case 'section':
      return isLine(block.text) && isMenu(record(block.accessory));
    case 'context':
      return elements.length > 0 && elements.length <= 10 && elements.every(isQuiet);
    case 'table':
      return isTable(block);
    case 'context_actions':
      return elements.length > 0 && elements.length <= 5 && elements.every(isFeedback);
    default:
      return false;
  }
}

function isRichTextPart(part: Outside): boolean {
  const elements = Array.isArray(part.elements) ? part.elements.map(record) : [];
  return (
    ['rich_text_section', 'rich_text_quote', 'rich_text_preformatted'].includes(
      String(part.type),
    ) &&
    elements.length > 0 &&
    elements.every(isRichTextElement)
  );
}

function isRichTextElement({ type, text, url }: Outside): boolean {
  const hasText = typeof text === 'string' && text !== '' && text.length <= 3000;
  return hasText && (type === 'text' || (type === 'link' && /^https?:/.test(String(url))));
}

/** Plain words; in mrkdwn a link of ours and nothing else, as words of a story could be markup there. */
function isQuiet({ type, text }: Outside): boolean {
  if (type === 'plain_text') return isShort(text, 3000);
  return (
    type === 'mrkdwn' && /^<https?:[^|<>]+\|[\w ]+>$/.test(String(text)) && isShort(text, 3000)
  );
}

/** A line with a menu: plain words, or bold ones of which no mark but ours is markup. */
function isLine(text: unknown): boolean {
  const { type, text: words } = record(text);
  if (!isShort(words, 3000)) return false;
  return type === 'plain_text' || (type === 'mrkdwn' && !/[_~`<]|^&gt;/m.test(String(words)));
}

function isTable({ rows, column_settings: settings }: Outside): boolean {
  const all = Array.isArray(rows) ? rows : [];
  const cells = all.map((row) => (Array.isArray(row) ? row.map(record) : []));
  const width = cells[0]?.length ?? 0;
  const length = cells.flat().reduce((sum, { text }) => sum + String(text).length, 0);
  return (
    all.length > 0 &&
    all.length <= 100 &&
    width > 0 &&
    width <= 20 &&
    length <= 10_000 &&
    (settings === undefined || (Array.isArray(settings) && settings.length <= width)) &&
    cells.every((row) => row.length === width) &&
    cells.flat().every(({ type, text }) => type === 'raw_text' && isShort(text, 10_000))
  );
}

function isMenu({ type, action_id, options }: Outside): boolean {
  const all = Array.isArray(options) ? options.map(record) : [];
  return (
    type === 'overflow' &&
    typeof action_id === 'string' &&
    all.length > 0 &&
    all.length <= 5 &&
    all.every(({ text, value }) => isShort(record(text).text, 75) && isShort(value, 150))
  );
}

function isButton(button: Outside): boolean {
  return button.type === 'button' && typeof button.action_id === 'string' && isLabelled(button);
}

function isFeedback(element: Outside): boolean {
  return (
    element.type === 'feedback_buttons' &&
    isLabelled(record(element.positive_button)) &&
    isLabelled(record(element.negative_button))
  );
}

function isLabelled({ text, value, accessibility_label: spoken }: Outside): boolean {
  const { type, text: label } = record(text);
  return (
    type === 'plain_text' &&
    isShort(label, 75) &&
    isShort(value, 2000) &&
    (spoken === undefined || isShort(spoken, 75))
  );
}

function isShort(value: unknown, most: number): boolean {
  return typeof value === 'string' && value !== '' && value.length <= most;
}

function areUnique(elements: readonly Outside[]): boolean {
  return new Set(elements.map((element) => element.action_id)).size === elements.length;
}
