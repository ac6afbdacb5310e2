import type { Discourse } from '../../names/discourse.ts';
import type { Named } from '../../names/named.ts';
import { overlaps, reachOf, type Span } from '../../text/span.ts';
import type { Attribution } from '../attribution.ts';
import type { Marks } from '../marking/marker.ts';
import { type Meant, openMeaning } from '../marking/meant.ts';
import { signOfSource } from '../marking/signs.ts';
import type { Who } from './told.ts';
import { nobody, who } from './who.ts';

// Of 0.5 to 0.9, on 81 stories kept apart and those of the evaluation that were looked at: below, a wrong name more for each
// right one more.
const LEAST_NEW = 0.65; // of somebody where the rules name nobody
const LEAST_OTHER = 0.7; // of somebody else than they name
const LEAST_BARE = 0.85; // of nobody whom the story names, or of anybody where no words stand for who speaks

/** Who makes each statement once the marker is asked too: whom rules and choice name is one of its signs. */
export function openMeant(
  marks: Marks,
  names: readonly Named[],
  { text }: Discourse,
): (attribution: Attribution, known: Who) => Who {
  const { weigh, tell } = openMeaning(marks, names);
  return (attribution, known) => {
    const { source } = attribution;
    const words = standsFor(attribution);
    if (words === null) return known;
    const said = source === null ? null : text.slice(source.start, source.end);
    const sign = signOfSource(said);
    if (known.isSure || isTold(known)) {
      if (known.named !== null) tell({ words, sign }, known.named);
      return known;
    }
    const isNone = known.named === null && source === null && known.words === undefined;
    const ruled = { basis: isNone ? 'none' : known.basis, named: known.named } as const;
    const meant = weigh({ words, sign, ruled });
    const chosen = choose(meant, known, source);
    if (chosen !== null || isNobody(meant)) tell({ words, sign }, chosen);
    if (chosen === known.named) return known;
    if (chosen === null) return nobody(known.basis);
    const chance = meant[0]?.chance ?? 0;
    const share = `the likeliest of all whom the story names, ${Math.round(chance * 100)} %`;
    const rule = said === null ? share : `“${said}”: ${share}`;
    return who(chosen, rule, isNone || known.basis === 'none' ? 'carried' : known.basis);
  };
}

/** Whom the rules name, or somebody else, or nobody, who is much likelier. */
function choose(meant: readonly Meant[], known: Who, source: Span | null): Named | null {
  const [best] = meant;
  const isWeighed = meant.some(({ named }) => named === known.named); // a name may lie too far off
  if (best === undefined || !isWeighed || best.chance < leastFor(best, known, source))
    return known.named;
  return isPassedOver(best.named, known, source) ? known.named : best.named;
}

function leastFor({ named }: Meant, known: Who, source: Span | null): number {
  if (named === null || source === null) return LEAST_BARE;
  return known.named === null ? LEAST_NEW : LEAST_OTHER;
}

/** Whether it is by far the likeliest that nobody is meant whom the story names. */
function isNobody([best]: readonly Meant[]): boolean {
  return best !== undefined && best.named === null && best.chance >= LEAST_BARE;
}

/** `Analysts at Lane & Co`: the rules saw the name in the source, and that it is only whose people they are. */
function isPassedOver(named: Named | null, known: Who, source: Span | null): boolean {
  if (named === null || known.named !== null || source === null) return false;
  return named.mentions.some((mention) => overlaps(mention, source));
}

/** Whether a name or a label stands there, be it one that two people share. */
function isTold({ basis, name }: Who): boolean {
  return basis === 'label' || (basis === 'named' && name !== null);
}

/** What stands for the speaker, in training too: the source, or else the cue, or else the words said. */
export function standsFor({
  source,
  cue,
  content,
}: Pick<Attribution, 'source' | 'cue' | 'content'>): Span | null {
  return source ?? cue ?? (content.length > 0 ? reachOf(content) : null);
}
