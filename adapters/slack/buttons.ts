import type { Action } from '../../src/index.ts';

/** A row of controls: https://docs.slack.dev/reference/block-kit/blocks/context-actions-block */
export interface ButtonRow {
  readonly type: 'actions' | 'context_actions';
  readonly elements: readonly object[];
}

/** A control of ours beside those of the reply. */
export interface Control {
  readonly kind: 'rest' | 'share' | 'story';
  readonly label: string;
  readonly line: string;
}

type Shown = Action | Control;

const MOST_BUTTONS = 5; // in the row; what is explained, not asked, is in the menu behind it
const LABEL_LIMIT = 75; // characters: https://docs.slack.dev/reference/block-kit/block-elements/button-element
const IN_MENU: readonly Shown['kind'][] = ['why', 'everywhere'];

/** One row of controls that carry a line, so that they work after a restart; feedback as Slack's own pair. */
export function renderControls(shown: readonly Shown[]): readonly ButtonRow[] {
  const right = shown.find(({ kind }) => kind === 'feedback-right');
  const wrong = shown.find(({ kind }) => kind === 'feedback-wrong');
  const pair = right && wrong ? [right, wrong] : [];
  const others = shown.filter((one) => !pair.includes(one));
  const inRow = others.filter(({ kind }) => !IN_MENU.includes(kind)).slice(0, MOST_BUTTONS);
  const inMenu = others.filter((one) => !inRow.includes(one)).slice(0, MOST_BUTTONS);
  const elements = [...inRow.map(renderButton), ...(inMenu.length > 0 ? [renderMenu(inMenu)] : [])];
  const rows: ButtonRow[] = elements.length > 0 ? [{ type: 'actions', elements }] : [];
  if (right && wrong) rows.push(renderFeedback(right, wrong));
  return rows;
}

function renderButton({ kind, label, line }: Shown, index: number): object {
  return { type: 'button', action_id: `${kind}-${index}`, ...labels(kind, label), value: line };
}

function renderMenu(shown: readonly Shown[]): object {
  return {
    type: 'overflow',
    action_id: 'menu',
    options: shown.map(({ label, line }) => ({
      text: { type: 'plain_text', text: label.slice(0, LABEL_LIMIT) },
      value: line,
    })),
  };
}

function renderFeedback(right: Shown, wrong: Shown): ButtonRow {
  const button = ({ kind, label, line }: Shown): object => ({
    ...labels(kind, label),
    value: line,
  });
  const pair = {
    type: 'feedback_buttons',
    action_id: 'feedback',
    positive_button: button(right),
    negative_button: button(wrong),
  };
  return { type: 'context_actions', elements: [pair] };
}

function labels(kind: Shown['kind'], label: string): object {
  const text = label.slice(0, LABEL_LIMIT);
  return { text: { type: 'plain_text', text }, accessibility_label: SPOKEN[kind] };
}

/** What a screen reader says of a button, at most 75 characters. */
const SPOKEN: Readonly<Record<Shown['kind'], string>> = {
  more: 'Show me more passages of the story',
  why: 'Show me why this answer was given',
  'feedback-right': 'Say that this answer is right',
  'feedback-wrong': 'Say that this answer is wrong',
  everywhere: 'Ask all stories, not only those that the question names',
  rest: 'Show me the rest of this answer, to me alone',
  share: 'Post this answer in the channel, for everyone',
  story: 'Ask this about the story',
};
