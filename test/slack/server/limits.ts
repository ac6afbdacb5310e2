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
        elements.every(isButton)
      );
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
