import type { Statement } from '../statements/statement.ts';
import { statementsAt } from '../story/statements-at.ts';
import type { Story } from '../story/story.ts';
import { covers } from '../text/span.ts';

const LEAST_SURE = 0.55; // below it, most nameless indirect sources of our stories were none

const NESTED_CUES =
  /^(?:ha[sd]ve? )?(?:say|says|said|tell|told|tells|state[ds]?|report(?:s|ed)?|writes?|wrote|claim(?:s|ed)?|warn(?:s|ed)?|found|finds|shows?|showed|announced|added|adds|noted|notes)\b/;

/** Whether a statement makes its source one who speaks: not one who may speak, agrees, or is everyone. */
export function isSpokenWell(story: Story, statement: Statement, named: boolean): boolean {
  const { article } = story;
  const slice = (span: { start: number; end: number } | null | undefined): string =>
    span == null ? '' : article.text.slice(span.start, span.end).toLowerCase();
  const cue = slice(statement.cue);
  const source = slice(statement.speaker.words);
  if (statement.stance === 'says' && /^(?:would|could)\b/.test(cue)) return false;
  if (statement.stance === 'conditional' && /^(?:could|might|may|should|can|must)\b/.test(cue))
    return false;
  if (/\bquot(?:ed|es|ing) (?:him|her|them) as\b/.test(cue)) return false; // then he speaks
  if (/\bagree(?:s|d)?$/.test(cue) && /^to\s/.test(slice(statement.content[0]))) return false;
  if (statement.kind === 'indirect' && isRelay(story, statement)) return false;
  if (named || statement.kind === 'direct') return true;
  if (
    /^(?:not )?(?:everyone|everybody|nobody|no one|someone|somebody|anyone|many|few|others)\b/.test(
      source,
    )
  )
    return false;
  if (statement.nested && !NESTED_CUES.test(cue)) return false;
  return statement.kind !== 'indirect' || statement.confidence >= LEAST_SURE;
}

/** Whether all that someone reports is what another one says: `Ode said it was late, the Post reported`. */
function isRelay(story: Story, relayed: Statement): boolean {
  const { text } = story.article;
  const size = (one: Statement): number =>
    one.content.reduce((sum, { start, end }) => sum + end - start, 0);
  const near = new Set(relayed.content.flatMap((piece) => statementsAt(story, piece)));
  return [...near].some(
    (one) =>
      one !== relayed &&
      one.nested &&
      one.speech &&
      one.cue !== null &&
      one.content.every((piece) => relayed.content.some((outer) => covers(outer, piece))) &&
      size(one) > size(relayed) * MOST_OF_IT &&
      NESTED_CUES.test(text.slice(one.cue.start, one.cue.end).toLowerCase()),
  );
}

const MOST_OF_IT = 0.5; // the other's name and description take the rest
