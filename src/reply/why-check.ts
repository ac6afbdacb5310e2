import type { Checked } from '../check/check.ts';
import { citeEvidence } from './check-reply.ts';
import { plainRule } from './how-known.ts';
import { type Block, count, makeReply, type Reply, type Row, say } from './reply.ts';

/** The reply to `/why` for a check: what is the same, what differs, and by which rule who speaks. */
export function explainChecked(checked: readonly Checked[]): Reply {
  return makeReply('why', {
    rows: checked.map(checkRow),
    blocks: [
      say('The words were compared with the story, word by word.'),
      ...checked.flatMap((one) => explain(one, checked.length > 1)),
    ],
  });
}

function explain({ finding, quotation }: Checked, isOneOfMany: boolean): readonly Block[] {
  const { text, span } = quotation;
  const lead = isOneOfMany ? `“${text.slice(span.start, span.end)}”: ` : '';
  if (finding === null) return [say(`${lead}No passage has enough of them.`)];
  const { difference, evidence } = finding;
  const statements = evidence.flatMap(({ statement }) => statement ?? []);
  const rules = [...new Set(statements.map(plainRule))];
  return [
    say(`${lead}Compared with the words marked here: ${compared(difference)}.`),
    ...citeEvidence(finding).map((citation): Block => ({ kind: 'quote', citation })),
    ...(rules.length === 0 ? [] : [say(`How the speaker is known: ${rules.join('; ')}.`)]),
  ];
}

type Parts = NonNullable<Checked['finding']>['difference'];

/** `2 parts the same, 1 changed` */
function compared(difference: Parts): string {
  const parts = KINDS.flatMap(([kind, words]) => {
    const n = difference.filter((part) => part.kind === kind).length;
    return n === 0 ? [] : [`${count(n, 'part')} ${words}`];
  });
  return parts.length === 0 ? 'all the same' : parts.join(', ');
}

const KINDS = [
  ['same', 'the same'],
  ['changed', 'changed'],
  ['left-out', 'left out'],
  ['added', 'added'],
] as const;

function checkRow({ finding }: Checked): Row {
  if (finding === null) {
    return { verdict: 'absent', likeness: null, compared: '', rule: null, story: null };
  }
  const { verdict, likeness, difference, evidence, story } = finding;
  return {
    verdict,
    likeness: Math.round(likeness * 1000) / 1000,
    compared: compared(difference),
    rule: evidence.find(({ statement }) => statement !== null)?.statement?.rule ?? null,
    story: story.article.id,
  };
}
