/** A platform that was started. */
export interface Running {
  /** Takes no more questions, delivers the answers in progress, then closes. Never rejects. */
  readonly stop: () => Promise<void>;
  /** Whether it is connected to its platform at this moment. */
  readonly healthy: () => boolean;
}
