/** What was answered on an article left out of training, and what spoke for silence. */
export interface Trial {
  /** The event of the article. */
  readonly event: string;
  /** Whether the story leaves the question open. */
  readonly open: boolean;
  /** 1 where the passage holds what was marked. */
  readonly holds: number;
  readonly signs: Readonly<Record<Sign, number>>;
}

/** How likely silence is, and by how little the best answer leads. */
export type Sign = 'silence' | 'doubt';

interface Rule {
  readonly sign: Sign;
  readonly from: number;
}

const SIGNS: readonly Sign[] = ['silence', 'doubt'];
const MOST = 0.12; // of what is told may be passed over in silence

/** Lines on which sign of silence, and from where, gains most: on all articles, and on those of events left out of the choice. */
export function tellSilence(trials: readonly Trial[]): readonly string[] {
  const never = describe(trials, () => null);
  const lines = SIGNS.map((sign) => {
    const rule = pick(trials, [sign]);
    const others = new Map(
      [...new Set(trials.map((one) => one.event))].map((event) => [
        event,
        pick(
          trials.filter((one) => one.event !== event),
          [sign],
        ),
      ]),
    );
    const kept = describe(trials, ({ event }) => others.get(event) ?? null);
    return `by ${sign} from ${rule?.from.toFixed(2) ?? '–'}: ${describe(trials, () => rule)}; on events left out ${kept}`;
  });
  return [`never silent: ${never}`, ...lines];
}

/** The rule with which most is right; null if none is better than to answer always. */
function pick(trials: readonly Trial[], signs: readonly Sign[]): Rule | null {
  const told = trials.filter((one) => !one.open).length;
  let best: { readonly rule: Rule | null; readonly right: number } = {
    rule: null,
    right: trials.reduce((sum, one) => sum + one.holds, 0),
  };
  for (const sign of signs) {
    for (const { signs: own } of trials) {
      const rule = { sign, from: own[sign] };
      const wrong = trials.filter((one) => !one.open && isSilent(one, rule)).length;
      const right = trials.reduce((sum, one) => sum + worth(one, rule), 0);
      if (wrong <= MOST * told && right > best.right) best = { rule, right };
    }
  }
  return best.rule;
}

function isSilent({ signs }: Trial, rule: Rule | null): boolean {
  return rule !== null && signs[rule.sign] >= rule.from;
}

function worth(trial: Trial, rule: Rule | null): number {
  if (!isSilent(trial, rule)) return trial.open ? 0 : trial.holds;
  return trial.open ? 1 : 0;
}

function describe(trials: readonly Trial[], ruleOf: (trial: Trial) => Rule | null): string {
  const silent = trials.filter((one) => isSilent(one, ruleOf(one)));
  const right = silent.filter((one) => one.open).length;
  const held = trials.reduce((sum, one) => sum + worth(one, ruleOf(one)), 0) / trials.length;
  return `holds ${held.toFixed(3)}, silent ${right} right and ${silent.length - right} wrong`;
}
