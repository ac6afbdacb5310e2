/** What someone thought of an answer: which passage, and what was right or wrong. Never a text. */
export interface Feedback {
  /** `alibaba-ma-trump 10-20`: the story and where the passage stands; `-` where it is unknown. */
  readonly answer: string;
  readonly verdict: string;
}

/** Where feedback is noted. */
export interface FeedbackLog {
  readonly note: (feedback: Feedback) => Promise<void>;
  /** Keeps a line that was kept elsewhere, unless it is here already or too old. */
  readonly restore: (line: string) => Promise<void>;
  /** The lines that are kept, oldest first. */
  readonly lines: () => Promise<readonly string[]>;
}

/** Feedback that is thanked for and forgotten. */
export function noFeedback(): FeedbackLog {
  const nothing = async (): Promise<void> => undefined;
  return { note: nothing, restore: nothing, lines: async () => [] };
}
