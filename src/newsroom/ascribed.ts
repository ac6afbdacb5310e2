import type { Sentence } from '../article/sentence.ts';
import { isPronoun } from '../quotes/person.ts';
import type { Statement } from '../statements/statement.ts';
import type { Story } from '../story/story.ts';
import { matchesOf } from '../text/matches.ts';
import type { Span } from '../text/span.ts';
import { ascribedRows, GIVEN } from './ascribed-rows.ts';

const ascribedOf = new WeakMap<Story, ReadonlyMap<Sentence, readonly Statement[]>>();

/** Whose figures are in a sentence without a saying word: `The council put the cost at £90,000`. */
export function ascribedIn(story: Story, sentence: Sentence): readonly Statement[] {
  const known = ascribedOf.get(story) ?? readAscribed(story);
  ascribedOf.set(story, known);
  return known.get(sentence) ?? [];
}

function readAscribed(story: Story): ReadonlyMap<Sentence, readonly Statement[]> {
  return new Map(story.sentences.map((one) => [one, readSentence(story, one)] as const));
}

const HINT =
  /\b(?:puts?|value|measure|(?:cut|lowered|raised|lifted|trimmed|halved|doubled|kept) (?:its|their|his|her) |thinks? |thought |expect|forecast|estimate|predict|project|pointed out|noted|objected|countered|replied|sees |clocked|register|concluded|ruled|establish|looking for|calculate|reckon|allow|g[ia]ve|count|list|read|flag|f[io]und|record|show|says?|said|names?|has|log|document|suggest|indicate|announce|report|confirm|by)/i;

function readSentence(story: Story, { start, end }: Sentence): readonly Statement[] {
  const words = story.article.text.slice(start, end);
  if (!/\d|\p{L}/u.test(words) || !HINT.test(words)) return [];
  return ascribedRows.flatMap(([needs, pattern, rule = GIVEN]) =>
    !needs.test(words)
      ? []
      : matchesOf(pattern, words).flatMap((match): readonly Statement[] => {
          const { who, cue, what } = match.indices?.groups ?? {};
          if (who === undefined || cue === undefined || what === undefined) return [];
          const at = ([from, to]: readonly [number, number]): Span => ({
            start: start + from,
            end: start + to,
          });
          const source = at(who);
          const own = story.article.text.slice(source.start, source.end);
          return isPronoun(own) || BARE.test(own) || NO_VERB.test(own)
            ? []
            : [statementOf(story, source, at(cue), at(what), rule)];
        }),
  );
}

/** `The forecasts are modest`: what follows is a noun. */
const BARE =
  /^(?:the|an?|its|his|her|their|our|these|those|some|all|new|official|early|latest|initial)$/i;

/** `Orr Foods cut its sales | forecast`: the verb stands before. */
const NO_VERB =
  /\b(?:cut|lowered|raised|lifted|trimmed|halved|doubled|kept|missed|beat|met|made|gave|has|had|issued|published) (?:its|their|his|her|the|an?) (?:[\p{L}-]+ )*[\p{L}-]+$/u;

function statementOf(
  story: Story,
  source: Span,
  cue: Span,
  content: Span,
  rule: string,
): Statement {
  const bare = story.article.text.slice(source.start, source.end).replace(/^(?:the|an?) /i, '');
  const named = story.names.find(({ name, aliases }) => name === bare || aliases.includes(bare));
  return {
    speaker: {
      name: named?.name ?? null,
      words: source,
      role: null,
      via: [],
      basis: 'description',
    },
    source,
    cue,
    content: [content],
    kind: 'indirect',
    stance: 'says',
    speech: true,
    nested: false,
    confidence: 1,
    rule,
  };
}
