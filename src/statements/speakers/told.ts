import { type Discourse, type Spoken, sentenceAt } from '../../names/discourse.ts';
import type { Named } from '../../names/named.ts';
import type { Span } from '../../text/span.ts';
import type { Attribution } from '../attribution.ts';
import type { Basis } from '../statement.ts';

/** Who it is, and by which rule; `name` without `named` is a name that two people share. */
export interface Who {
  readonly named: Named | null;
  readonly name: string | null;
  readonly rule: string;
  readonly basis: Basis;
  /** The words for the speaker, if they differ from those at this place. */
  readonly words?: Span;
  /** Whether the story itself shows who or that it is nobody named: nothing is left to choose. */
  readonly isSure?: true;
}

/** A story as far as it has been read: who spoke, and who makes each statement. */
export interface Told {
  readonly discourse: Discourse;
  readonly spoken: Spoken[];
  readonly speakers: Map<Attribution, Who>;
  /** Outer statements of speech by the number of each sentence they touch, in order. */
  readonly inSentence: Map<number, Attribution[]>;
  /** Whom labels name. */
  readonly labelled: Set<Named | null>;
  /** Texts signed at their end, by signature. */
  readonly signed: Span[];
}

/** A story before anything is read. */
export function nothingTold(discourse: Discourse): Told {
  return {
    discourse,
    spoken: [],
    speakers: new Map(),
    inSentence: new Map(),
    labelled: new Set(),
    signed: [],
  };
}

/** Records the speaker of a statement, so that later ones need not scan everything before. */
export function note(told: Told, attribution: Attribution, known: Who): void {
  const { source, cue, content, outer, by, speech } = attribution;
  told.speakers.set(attribution, known);
  if (by === 'label') told.labelled.add(known.named);
  if (by === 'label' && cue === null && source !== null) told.signed.push(source);
  if (outer !== null || !speech) return;
  const { sentences } = told.discourse;
  for (const span of [...content, source, cue]) {
    if (span === null) continue;
    const first = sentenceAt(told.discourse, span.start)?.index ?? 0;
    for (let at = first; (sentences[at]?.start ?? span.end) < span.end; at += 1) {
      const there = told.inSentence.get(at);
      if (there === undefined) told.inSentence.set(at, [attribution]);
      else if (there.at(-1) !== attribution) there.push(attribution);
    }
  }
}
