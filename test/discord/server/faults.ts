/** Something that goes wrong on purpose: for the next `times` requests that match. */
export interface Fault {
  readonly method?: string;
  readonly path: RegExp;
  readonly times: number;
  readonly kind:
    | { readonly status: number; readonly code?: number; readonly headers?: Record<string, string> }
    /** The line is cut before the request is taken, or after. */
    | 'hang-up'
    | 'hang-up-after';
}

/** The faults in order; `take` gives the first one that matches, and counts it. */
export function createFaults() {
  const left: { fault: Fault; times: number }[] = [];
  return {
    order: (fault: Fault): void => {
      left.push({ fault, times: fault.times });
    },
    take: (method: string, path: string): Fault['kind'] | null => {
      const found = left.find(
        ({ fault, times }) =>
          times > 0 && (fault.method ?? method) === method && fault.path.test(path),
      );
      if (found === undefined) return null;
      found.times -= 1;
      return found.fault.kind;
    },
  };
}

export type Faults = ReturnType<typeof createFaults>;
