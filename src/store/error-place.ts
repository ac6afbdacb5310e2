/** An error's name and where it arose, to be reported; never its message, which may hold a text. */
export function errorPlace(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const frame = /([\w.-]+\.[jt]s:\d+):\d+/.exec(error.stack ?? '')?.[1] ?? 'unknown place';
  return `${error.name} at ${frame}`;
}
