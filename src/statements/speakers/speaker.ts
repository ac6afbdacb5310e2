import type { ArticleParts } from '../../article/parts.ts';
import { type Discourse, readDiscourse, sentenceAt } from '../../names/discourse.ts';
import type { Named } from '../../names/named.ts';
import { endingBy, type Span } from '../../text/span.ts';
import type { Attribution } from '../attribution.ts';
import type { Stanced } from '../clauses/stance.ts';
import { readInterview, sideOf } from '../labels/interview.ts';
import type { Marks } from '../marking/marker.ts';
import type { Speaker, Statement } from '../statement.ts';
import { carrySpeaker } from './carried.ts';
import { chooseWho } from './choice.ts';
import { openMeant } from './meant.ts';
import { note, nothingTold, type Who } from './told.ts';
import { antecedent, findWho, nobody, who } from './who.ts';

/** Finds the speaker of each attribution: the fullest name, if the story says who it is. */
export function nameSpeakers(
  parts: ArticleParts,
  names: readonly Named[],
  found: readonly Stanced[],
  choose: typeof chooseWho = chooseWho,
  marks: Marks | null = null,
): readonly Statement[] {
  const discourse = readDiscourse(parts, names);
  const first = found.find((one) => sideOf(discourse, one) !== null);
  const interview = first === undefined ? null : readInterview(discourse, placeOf(first));
  const told = nothingTold(discourse);
  const meant = marks === null ? null : openMeant(marks, names, discourse);
  for (const attribution of found) {
    const side = sideOf(discourse, attribution);
    const ruled =
      side !== null && interview !== null
        ? who(interview[side], 'whom the introduction names', 'label')
        : attribution.by === 'quotation'
          ? carrySpeaker(told, attribution)
          : findWho(told, attribution);
    const chosen = choose(told, attribution, ruled);
    const known = meant === null ? chosen : meant(attribution, chosen);
    note(told, attribution, known);
    const at = placeOf(attribution);
    const sentence = sentenceAt(discourse, at);
    const isVoice =
      isHeard(discourse, attribution) && (attribution.source !== null || known.named !== null);
    if (sentence !== undefined && attribution.outer === null && isVoice) {
      const { source } = attribution;
      told.spoken.push({ named: known.named, at, sentence, source: known.words ?? source });
    }
  }
  const { speakers } = told;
  return found
    .filter(
      (one) =>
        one.outer === null ||
        one.stance !== 'says' || // `he had never said so, he said`: not what he says
        isOwnQuotation(one, discourse) || // `“I said, ‘Why?’” she said`: her own words, retold
        !isSame(speakers.get(one), speakers.get(one.outer)),
    )
    .map((attribution) => {
      const { outer, by, cue, content, kind, stance, speech, confidence } = attribution;
      const known = speakers.get(attribution) ?? nobody('none');
      const source = by === 'quotation' ? (known.words ?? null) : attribution.source;
      const via = findVia(discourse, attribution, found, speakers);
      const speaker = speakerOf(discourse, source, known, via);
      const [nested, { rule }] = [outer !== null, known];
      return { speaker, source, cue, content, kind, stance, speech, nested, confidence, rule };
    });
}

/** `According to her sister, …`: who is only cited does not go on in the next sentence. */
function isHeard({ text }: Discourse, { cue }: Attribution): boolean {
  return cue === null || !/^according\b/i.test(text.slice(cue.start, cue.end));
}

function speakerOf(
  discourse: Discourse,
  source: Span | null,
  known: Who,
  via: readonly string[],
): Speaker {
  const { named, name, basis } = known;
  const words = known.words ?? (named === null ? antecedent(discourse, source) : source);
  return {
    name,
    words,
    role: named?.role ?? null,
    via,
    basis: name === null && words === null ? 'none' : basis,
  };
}

/** `I said, ‘Why?’`: words in quotation marks of their own, as the speaker said them at the time. */
function isOwnQuotation({ kind, source }: Attribution, { text }: Discourse): boolean {
  return (
    kind === 'direct' && source !== null && /^(?:I|we)$/i.test(text.slice(source.start, source.end))
  );
}

/** Whether a nested statement has the same speaker: `he had asked them to stay, he said`. */
function isSame(inner: Who | undefined, outer: Who | undefined): boolean {
  return inner?.named != null && inner.named === outer?.named;
}

function placeOf({ source, content }: Attribution): number {
  return source?.start ?? content[0]?.start ?? 0;
}

/** Through whom it is known: the speaker of the enclosing statement, or the one who cites its source. */
function findVia(
  discourse: Discourse,
  attribution: Attribution,
  found: readonly Attribution[],
  speakers: ReadonlyMap<Attribution, Who>,
): readonly string[] {
  const through = attribution.outer ?? citedBy(discourse, attribution, found);
  if (through === null || through === undefined) return [];
  const { source } = through;
  const words = source === null ? null : discourse.text.slice(source.start, source.end);
  const name = speakers.get(through)?.name ?? words;
  const further = through.outer === null ? [] : findVia(discourse, through, found, speakers);
  return name === null ? further : [name, ...further];
}

/** `the Post said, citing a report which stated …`: the statement whose speaker cites this one's. */
function citedBy(
  discourse: Discourse,
  { source }: Attribution,
  found: readonly Attribution[],
): Attribution | undefined {
  if (source === null) return undefined;
  const sentence = sentenceAt(discourse, source.start);
  const tokens = sentence?.tokens ?? [];
  const last = endingBy(tokens, source.start);
  const before = tokens.slice(Math.max(0, last - 1), last + 1);
  if (!before.some((token) => /^(?:citing|quoting)$/.test(token.lower))) return undefined;
  return found.find(
    (other) =>
      other.source !== null &&
      other.source.start !== source.start &&
      sentenceAt(discourse, other.source.start) === sentence,
  );
}
