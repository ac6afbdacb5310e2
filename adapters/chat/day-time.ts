/** A time of day by this machine's clock. */
export interface DayTime {
  readonly hour: number;
  readonly minute: number;
}

/** The most recent moment with that time of day, `now` included; both in milliseconds. */
export function lastAt({ hour, minute }: DayTime, now: number): number {
  const today = new Date(now);
  today.setHours(hour, minute, 0, 0);
  if (today.getTime() > now) today.setDate(today.getDate() - 1);
  return today.getTime();
}
