import type { CitedSpeaker } from '../story/citation.ts';

/**
 * What a sentence does with words that it does not simply give as said, as a reply opens with it: `Denied: Orr
 * denies saying it.` Null where they are said.
 */
export function stanceLine(speaker: CitedSpeaker): string | null {
  const { stance, kind } = speaker;
  const who = speaker.name ?? (speaker.words === null ? 'the speaker' : `“${speaker.words}”`);
  switch (stance) {
    case 'says':
      return null;
    case 'denies':
      return `Denied: ${who} denies ${kind === 'indirect' ? '' : 'saying '}it.`;
    case 'asks':
      return kind === 'direct' ? null : `Asked: ${who} asks it, and does not say that it is so.`;
    case 'refuses':
      return `Refused: ${who} refuses to say.`;
    case 'conditional':
      return `Conditional: ${who} says it only under a condition.`;
    case 'expected':
      return `Expected: ${who} is expected to say it; the story does not have it as said.`;
    case 'accused-of':
      return `Accused: ${who} is accused of it; the story does not have it as said.`;
  }
}
