/** Talk: lines to the bot that ask nothing of a story. */
export type TalkKind =
  | 'greeting'
  | 'thanks'
  /** To summarise, write, translate, rephrase, shorten. */
  | 'write'
  /** Whether it is true, what the bot thinks of it. */
  | 'judge'
  /** About the bot. */
  | 'self'
  | 'other';
