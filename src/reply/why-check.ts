import type { Checked } from '../check/check.ts';
import { count, makeReply, type Reply, type Row, say } from './reply.ts';

/** The reply to `/why` for a check: how much is the same, what differs, and by which rule who speaks. */
export function explainChecked(checked: readonly Checked[]): Reply {
  const rows = checked.map(checkRow);
  return makeReply('why', {
    rows,
    blocks: [
      say(
        'How the words were laid on the story, word by word; 1: all the same but what is marked.',
      ),
      {
        kind: 'table',
        columns: ['verdict', 'likeness', 'compared', 'speaker by rule'],
        rows: rows.map(({ verdict, likeness, compared, rule }) =>
          [verdict, likeness ?? '–', compared, rule ?? '–'].map(String),
        ),
      },
    ],
  });
}

function checkRow({ finding }: Checked): Row {
  if (finding === null) {
    return { verdict: 'absent', likeness: null, compared: '', rule: null, story: null };
  }
  const { verdict, likeness, difference, evidence, story } = finding;
  const parts = (['same', 'changed', 'left-out', 'added'] as const).map((kind) => {
    const n = difference.filter((part) => part.kind === kind).length;
    return n === 0 ? [] : [`${count(n, 'part')} ${kind.replace('-', ' ')}`];
  });
  return {
    verdict,
    likeness: Math.round(likeness * 1000) / 1000,
    compared: parts.flat().join(', '),
    rule: evidence.find(({ statement }) => statement !== null)?.statement?.rule ?? null,
    story: story.article.id,
  };
}
