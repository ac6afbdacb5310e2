/** `12-15 metres`, `ages 5-10`: two numbers that bound a range. */
export function isRange(figure: string, before: string, after: string): boolean {
  const [low = 0, high = 0, third] = figure.split(/[-–]/).map(Number);
  if (third !== undefined) return false;
  if (
    /\b(?:aged?|ages|pages?|pp\.?|chapters?|verses?|rows?|lines?|between|from|No\.?|nos?\.?|numbers?|lot|lots) $/i.test(
      before,
    )
  )
    return true;
  if (
    /\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.? $/.test(
      before,
    )
  )
    return true;
  if (
    /^ (?:January|February|March|April|May|June|July|August|September|October|November|December)\b/.test(
      after,
    )
  )
    return true;
  const scored =
    /\b(?:beat|beaten|beats|beating|won|win|wins|winning|lost|lose|loses|losing|drew|draw|drawn|lead|led|leads|leading|trail(?:ed|s|ing)?|down|up|defeat(?:ed|s|ing)?|victory|score(?:d|s)?|at|it|level|ahead|made it|final|finished|ended|passed|approved|rejected|voted?|by|to) $/i.test(
      before,
    ) ||
    /^ (?:win|victory|defeat|loss|draw|lead|vote|scoreline|triumph|thrashing|aggregate|half-time|halftime|final|run|record)\b/.test(
      after,
    );
  return (
    !scored &&
    high > low &&
    /^ \p{Ll}/u.test(after) &&
    !/^ (?:on|in|at|to|and|after|against|with|by|over|for|when|as|but|before|from|thanks|away|last|win|victory)\b/.test(
      after,
    )
  );
}

/** Whether the second of two numbers is the higher one: then they bound a range. */
export function rises(figure: string): boolean {
  const [low = 0, high = 0] = (figure.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map((one) =>
    Number(one.replaceAll(',', '')),
  );
  return high > low;
}
