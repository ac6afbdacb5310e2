const GESTURES = `shrug laugh smile nod sigh grin pause frown wink gesture chuckle wince cry sob weep giggle blush
smirk beam hesitate snort scowl groan gasp shake point`;

const gestures = new Set(GESTURES.split(/\s+/));

/** Whether a verb (its lemma) is what someone does who speaks: `shrug`, `laugh`. */
export function isGesture(lemma: string): boolean {
  return gestures.has(lemma);
}
