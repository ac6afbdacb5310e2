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

/** Feedback that is acknowledged and dropped. */
export function noFeedback(): FeedbackLog {
  const nothing = async (): Promise<void> => undefined;
  return { note: nothing, restore: nothing, lines: async () => [] };
}

/** When feedback was given, as its line says; null for any other line. */
export function readFeedbackTime(line: string): string | null {
  const at =
    /^\{"at":"(\d{4}-\d{2}-\d{2}T[^"\n]{1,20})","answer":"[\w -]{1,100}","verdict":"[\w-]{1,40}"\}$/.exec(
      line,
    )?.[1] ?? null;
  return at === null || Number.isNaN(Date.parse(at)) ? null : at;
}
