/** Words that make a time expression: months, days, and words relative to now. */
export const MONTHS =
  words(`january february march april may june july august september october november
  december jan feb mar apr jun jul aug sep sept oct nov dec`);
export const DAYS =
  words(`monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu
  thurs fri sat sun`);
export const TIME_UNITS =
  words(`second minute hour day night week weekend fortnight month quarter year
  decade century season semester seconds minutes hours days nights weeks weekends months quarters years
  decades centuries seasons semesters`);

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/u));
}
