import { formatPassageLine, type PassageKey } from '../commands/command.ts';
import type { Citation } from '../story/citation.ts';
import type { Action } from './reply.ts';

function keysOf(passages: readonly Citation[]): readonly PassageKey[] {
  return passages.map(({ story, span }) => ({ story, span }));
}

/** A button that shows an answer's remaining passages; none if nothing remains. */
export function moreActions(label: string, passages: readonly Citation[]): readonly Action[] {
  if (passages.length === 0) return [];
  return [{ kind: 'more', label, line: formatPassageLine('/more', keysOf(passages)) }];
}

/** The same for when the story does not say: those that come nearest. */
export function nearestActions(label: string, passages: readonly Citation[]): readonly Action[] {
  if (passages.length === 0) return [];
  return [{ kind: 'more', label, line: formatPassageLine('/nearest', keysOf(passages)) }];
}

/** A button that asks why the first passage is the answer. */
export function whyAction(passages: readonly Citation[]): Action {
  const line = formatPassageLine('/why', keysOf(passages.slice(0, 1)));
  return { kind: 'why', label: 'Why this answer?', line };
}

/** Buttons that say whether the first passage is right. */
export function feedbackActions(passages: readonly Citation[]): readonly Action[] {
  const [best] = keysOf(passages);
  if (best === undefined) return [];
  return [
    { kind: 'feedback-right', label: 'Right', line: formatPassageLine('/feedback right', [best]) },
    {
      kind: 'feedback-wrong',
      label: 'Wrong',
      line: formatPassageLine('/feedback wrong-passage', [best]),
    },
  ];
}
