/** A stretch of text in a rich text block. It is shown as it is: no markup in it takes effect. */
export type Element =
  | { readonly type: 'text'; readonly text: string; readonly style?: Style }
  | { readonly type: 'link'; readonly url: string; readonly text: string };

export interface Style {
  readonly bold?: true;
  readonly code?: true;
  readonly strike?: true;
}

/** A paragraph, a quotation, or lines in a fixed width. */
export interface Section {
  readonly type: 'rich_text_section' | 'rich_text_quote' | 'rich_text_preformatted';
  readonly elements: readonly Element[];
}

/** https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
export interface RichText {
  readonly type: 'rich_text';
  readonly elements: readonly Section[];
}

/** A rich text block; parts without elements are left out, as Slack refuses them. */
export function richText(...parts: readonly Section[]): RichText {
  return { type: 'rich_text', elements: parts.filter(({ elements }) => elements.length > 0) };
}

export function section(...elements: readonly (readonly Element[])[]): Section {
  return { type: 'rich_text_section', elements: elements.flat() };
}

export function quotation(...elements: readonly (readonly Element[])[]): Section {
  return { type: 'rich_text_quote', elements: elements.flat() };
}

export function fixedWidth(...elements: readonly (readonly Element[])[]): Section {
  return { type: 'rich_text_preformatted', elements: elements.flat() };
}

/**
 * Text as elements. `<!channel>` and `<@U1>` are inert in rich text; they are parted after the `<` all
 * the same, so that nothing that reads the block later as markup finds a mention in it.
 */
export function words(text: string, style?: Style): readonly Element[] {
  return wellFormed(text)
    .split(/(?<=<)(?=[@!#])/)
    .filter((part) => part !== '')
    .map((part) => ({ type: 'text', text: part, ...(style && { style }) }));
}

/** A link, with words of ours on it; of an address that is no web page's, none. */
export function link(url: string | null, text: string): readonly Element[] {
  return url !== null && /^https?:/.test(url) ? [{ type: 'link', url, text }] : [];
}

/** For `text` and mrkdwn: https://docs.slack.dev/messaging/formatting-message-text#escaping */
export function escapeMarkup(text: string): string {
  return wellFormed(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** Half of a character that was cut in two cannot be sent: `\ud83d` becomes the replacement character. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
