/** Something that goes wrong with one call. */
export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number }
  | { readonly kind: 'refused'; readonly error: string }
  /** Slack takes the message and the answer to the call never comes. */
  | { readonly kind: 'taken-then-silent' }
  | { readonly kind: 'taken-then-hung-up' }
  /** The call waits until it is let go. */
  | { readonly kind: 'held'; readonly until: Promise<void> };

/** Faults to order: each is used once, in order, by the next call of its method. */
export interface Faults {
  readonly order: (method: string, ...faults: readonly Fault[]) => void;
  readonly next: (method: string) => Fault | null;
}

export function createFaults(): Faults {
  const waiting = new Map<string, Fault[]>();
  return {
    order: (method, ...faults) => {
      waiting.set(method, [...(waiting.get(method) ?? []), ...faults]);
    },
    next: (method) => waiting.get(method)?.shift() ?? null,
  };
}

/** A promise and what fulfils it: holds a call or a bot until the test says so. */
export function createGate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
