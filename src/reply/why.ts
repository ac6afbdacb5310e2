import type { Answered, RankedPassage } from '../answer/answered.ts';
import type { Checked } from '../check/check.ts';
import type { PassageKey } from '../commands/command.ts';
import type { Attributed } from '../quotes/attributed.ts';
import { cite, excerpt, findSpeaking } from '../story/citation.ts';
import type { Story } from '../story/story.ts';
import type { Span } from '../text/span.ts';
import { type Block, count, makeReply, NO_NAME, type Reply, type Row, say } from './reply.ts';
import { explainChecked } from './why-check.ts';

/** What `/why` explains: the last answer of a conversation, with the numbers that made it. */
export type Explained =
  | { readonly kind: 'answer'; readonly answered: Answered }
  | { readonly kind: 'attributed'; readonly found: readonly Attributed[] }
  | { readonly kind: 'checked'; readonly checked: readonly Checked[] }
  | { readonly kind: 'story'; readonly story: Story };

/** The reply to `/why` for the last answer: score, threshold, words matched, rule, runners-up. */
export function composeWhy(last: Explained | null): Reply {
  if (last === null) {
    return makeReply('why', { rows: [], blocks: [say('There is no answer yet to explain.')] });
  }
  switch (last.kind) {
    case 'answer':
      return explainAnswer(last.answered);
    case 'attributed':
      return explainAttributed(last.found);
    case 'checked':
      return explainChecked(last.checked);
    case 'story':
      return explainSetAside(last.story);
  }
}

/** What is left of `/why` for a passage whose numbers are gone: the rule that named the speaker. */
export function composeWhyPassage(story: Story, { span }: PassageKey): Reply {
  return makeReply('why', {
    rows: [],
    blocks: [
      say('The scores of that answer are no longer kept. What can still be said:'),
      ...speakerRule(story, span, null),
      { kind: 'quote', citation: cite(story, span) },
    ],
  });
}

function explainAnswer(answered: Answered): Reply {
  const { passages, runnersUp, isRead, grade, probability, threshold } = answered;
  const all = [...passages, ...runnersUp];
  const [best] = all;
  const outcome = grade === null ? 'not answered' : `answered, ${grade}`;
  const decision = `Probability that the story says it: ${show(probability)}; threshold ${show(threshold)}: ${outcome}.`;
  if (best === undefined) {
    return makeReply('why', {
      rows: [],
      blocks: [say(`${decision} There is no passage to look at.`)],
    });
  }
  return makeReply('why', {
    rows: all.map(rankRow),
    blocks: [
      say(decision),
      say(isRead ? POINTED : SEARCHED),
      { kind: 'quote', citation: cite(best.story, best.sentence, best.answer) },
      ...speakerRule(best.story, best.sentence, best.answer),
      say(`That passage and ${count(all.length - 1, 'runner-up', 'runners-up')}:`),
      {
        kind: 'table',
        columns: ['rank', 'score', '¶', 'words matched', 'passage'],
        rows: all.map((one, i) => Object.values(rankRow(one, i)).slice(0, 5).map(String)),
      },
    ],
  });
}

const POINTED =
  'A model that reads and points chose the passage and the words marked in it; search and likeness chose what it read:';
const SEARCHED = 'No model could read the story; search put its passages in order:';

function rankRow({ story, sentence, score, matched }: RankedPassage, rank: number): Row {
  return {
    rank: rank + 1,
    score: Number(show(score)),
    paragraph: sentence.paragraph.number,
    matched: matched.join(', '),
    passage: excerpt(story.article, sentence),
    story: story.article.id,
  };
}

function explainAttributed(found: readonly Attributed[]): Reply {
  const [best] = found;
  const rows = found.map(({ story, span, likeness, match, statement, byMeaning }, i) => ({
    rank: i + 1,
    likeness: Number(show(likeness)),
    match: byMeaning ? 'by meaning' : match === null ? 'likeness' : 'word for word',
    rule: statement?.rule ?? null,
    passage: excerpt(story.article, span),
    story: story.article.id,
  }));
  return makeReply('why', {
    rows,
    blocks: [
      say(
        best === undefined
          ? 'No sentence comes close to those words.'
          : 'How the words were found:',
      ),
      {
        kind: 'table',
        columns: ['rank', 'likeness', 'found by', 'passage'],
        rows: rows.map(({ rank, likeness, match, passage }) =>
          [rank, likeness, match, passage].map(String),
        ),
      },
      ...(best === undefined ? [] : speakerRule(best.story, best.span, best.match)),
    ],
  });
}

/** The lines that are no paragraphs, each with the reason it was set aside. */
function explainSetAside(story: Story): Reply {
  const aside = story.paragraphs.filter((one) => one.setAside !== null);
  const rows = aside.map((one) => ({
    reason: one.setAside,
    line: excerpt(story.article, one),
    story: story.article.id,
  }));
  return makeReply('why', {
    rows,
    blocks: [
      say(
        `${count(aside.length, 'line')} set aside: they count for no paragraph and are never an answer.`,
      ),
      {
        kind: 'table',
        columns: ['reason', 'line'],
        rows: rows.map(({ reason, line }) => [reason ?? '', line]),
      },
    ],
  });
}

function speakerRule(story: Story, span: Span, answer: Span | null): readonly Block[] {
  const statement = findSpeaking(story, span, answer);
  if (statement === null) return [say('The passage is not reported speech.')];
  const named = statement.speaker.name === null ? `${NO_NAME} ` : '';
  return [
    say(`${named}Speaker by rule: ${statement.rule} (confidence ${show(statement.confidence)}).`),
  ];
}

function show(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
