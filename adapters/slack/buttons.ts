import type { Action } from '../../src/index.ts';

/** A row of buttons: https://docs.slack.dev/reference/block-kit/blocks/context-actions-block */
export interface ButtonRow {
  readonly type: 'actions' | 'context_actions';
  readonly elements: readonly object[];
}

const MOST_BUTTONS = 25; // https://docs.slack.dev/reference/block-kit/blocks/actions-block
const LABEL_LIMIT = 75; // characters: https://docs.slack.dev/reference/block-kit/block-elements/button-element

/** Buttons that carry a line, so that they work after a restart; feedback as Slack's own pair. */
export function renderActions(actions: readonly Action[]): readonly ButtonRow[] {
  const right = actions.find(({ kind }) => kind === 'feedback-right');
  const wrong = actions.find(({ kind }) => kind === 'feedback-wrong');
  const pair = right && wrong ? [right, wrong] : [];
  const others = actions.filter((action) => !pair.includes(action)).slice(0, MOST_BUTTONS);
  const rows: ButtonRow[] = [];
  if (others.length > 0) rows.push({ type: 'actions', elements: others.map(renderButton) });
  if (right && wrong) rows.push(renderFeedback(right, wrong));
  return rows;
}

function renderButton({ kind, label, line }: Action, index: number): object {
  return { type: 'button', action_id: `${kind}-${index}`, ...labels(kind, label), value: line };
}

function renderFeedback(right: Action, wrong: Action): ButtonRow {
  const button = ({ kind, label, line }: Action): object => ({
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

function labels(kind: Action['kind'], label: string): object {
  const text = label.slice(0, LABEL_LIMIT);
  return { text: { type: 'plain_text', text }, accessibility_label: SPOKEN[kind] };
}

/** What a screen reader says of a button, at most 75 characters. */
const SPOKEN: Readonly<Record<Action['kind'], string>> = {
  more: 'Show me more passages of the story',
  why: 'Show me why this answer was given',
  'feedback-right': 'Say that this answer is right',
  'feedback-wrong': 'Say that this answer is wrong',
  everywhere: 'Ask all stories, not only those that the question names',
  add: 'Add the story at this address',
};
