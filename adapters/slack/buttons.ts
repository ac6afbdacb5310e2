import type { Action } from '../../src/index.ts';

/** A row of controls: https://docs.slack.dev/reference/block-kit/blocks/context-actions-block */
export interface ButtonRow {
  readonly type: 'actions' | 'context_actions';
  readonly elements: readonly object[];
}

/** Our own control next to those of the reply. */
export interface Control {
  readonly kind: 'rest' | 'share' | 'story';
  readonly label: string;
  readonly line: string;
}

type Shown = Action | Control;

const MOST_BUTTONS = 5; // in the row and in the menu: Slack's limit for options
const LABEL_LIMIT = 75; // characters: https://docs.slack.dev/reference/block-kit/block-elements/button-element
const IN_MENU: readonly Shown['kind'][] = ['why', 'everywhere', 'feedback-right', 'feedback-wrong'];
const IN_SIGHT: readonly Shown['kind'][] = ['rest', 'share'];

/** The controls of a reply: one row, and a menu next to its first line. */
export interface Controls {
  readonly row: readonly ButtonRow[];
  readonly menu: object | null;
}

/**
 * Controls carry a line, so that they work after a restart. Where the only visible control asks whether the answer
 * is right, the row is Slack's own feedback pair, which allows nothing else, and the rest is in a menu next to the
 * first line. Elsewhere it is buttons, followed by the menu.
 */
export function renderControls(shown: readonly Shown[], hasLine = false): Controls {
  const right = shown.find(({ kind }) => kind === 'feedback-right');
  const wrong = shown.find(({ kind }) => kind === 'feedback-wrong');
  const isPlain = !shown.some(({ kind }) => IN_SIGHT.includes(kind));
  if (right && wrong && hasLine && isPlain) {
    const others = shown.filter((one) => one !== right && one !== wrong);
    return {
      row: [renderFeedback(right, wrong)],
      menu: others.length > 0 ? renderMenu(others.slice(0, MOST_BUTTONS)) : null,
    };
  }
  const inRow = shown.filter(({ kind }) => !IN_MENU.includes(kind)).slice(0, MOST_BUTTONS);
  const inMenu = shown.filter((one) => !inRow.includes(one)).slice(0, MOST_BUTTONS);
  const elements = [...inRow.map(renderButton), ...(inMenu.length > 0 ? [renderMenu(inMenu)] : [])];
  return { row: elements.length > 0 ? [{ type: 'actions', elements }] : [], menu: null };
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
  add: 'Add the story at this address',
  rest: 'Show me the rest of this answer, to me alone',
  share: 'Post this answer in the channel, for everyone',
  story: 'Ask this about the story',
};
