import { parseCommand, type Reply } from '../../src/index.ts';
import { ASKED_IDS, CONSOLE, makeBot, readGold, readStory, STORY_IDS } from '../stories.ts';

/** A question over one of our stories, and what counts as right. */
export interface GoldQuestion {
  readonly input: string;
  readonly kind: string;
  readonly found: boolean;
  /** Every short answer that is right; none where only the passage counts. */
  readonly answers?: readonly string[];
  /** Every sentence that is a right passage; for quotes, all that must come. */
  readonly sentences?: readonly string[];
  readonly speaker?: string | null;
}

/** What a question showed; null where it does not ask for that. */
export interface Outcome {
  readonly story: string;
  readonly question: GoldQuestion;
  readonly reply: Reply;
  readonly first: boolean | null;
  readonly three: boolean | null;
  /** As `three`, and where nothing was answered among the nearest passages. */
  readonly nearest: boolean | null;
  readonly answer: boolean | null;
  readonly silence: boolean | null;
  readonly speaker: boolean | null;
}

export const MEASURES = ['first', 'three', 'nearest', 'answer', 'silence', 'speaker'] as const;
export type Measure = (typeof MEASURES)[number];

/** Asks every question of our own set, each in a conversation of its own. */
export async function askAll(
  ids: readonly string[] = [...STORY_IDS, ...ASKED_IDS],
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const id of ids) {
    const story = readStory(id);
    for (const question of readGold<GoldQuestion>('questions', id)) {
      const { bot } = makeBot([story]);
      const reply = await bot(parseCommand(question.input, CONSOLE));
      const more = reply.found ? reply : await bot(parseCommand('more', CONSOLE));
      outcomes.push(judge(id, question, reply, more.passages));
    }
  }
  return outcomes;
}

function judge(
  story: string,
  question: GoldQuestion,
  reply: Reply,
  near: Reply['passages'],
): Outcome {
  const { found, answers = [], sentences = [], speaker } = question;
  const none = { first: null, three: null, nearest: null, answer: null, speaker: null };
  const base = { story, question, reply, ...none };
  if (!found) return { ...base, silence: !reply.found };
  const shown = reply.passages.map(({ words }) => words);
  const isRight = (words: string) => sentences.some((gold) => isSame(words, gold));
  const isQuotes = question.kind.startsWith('quotes');
  const first = reply.found && shown.slice(0, 1).some(isRight);
  const all = sentences.every((gold) => shown.some((words) => isSame(words, gold)));
  const three = isQuotes ? all : shown.slice(0, 3).some(isRight);
  const said = reply.passages[0]?.speaker;
  const given = said?.name ?? said?.words ?? null;
  return {
    ...base,
    first,
    three,
    nearest: isQuotes ? null : near.slice(0, 3).some(({ words }) => isRight(words)),
    answer: answers.length === 0 ? null : answers.some((one) => plain(one) === plain(reply.answer)),
    silence: null,
    speaker: first && speaker !== undefined ? plain(given) === plain(speaker) : null,
  };
}

/** Whether one passage holds the other: a row of sentences is shown where one was marked. */
function isSame(words: string, gold: string): boolean {
  const [a, b] = [plain(words), plain(gold)];
  return a.includes(b) || b.includes(a);
}

/** As SQuAD compares answers: lower case, no marks, no articles. */
function plain(words: string | null | undefined): string {
  return (words ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .replace(/\b(?:a|an|the)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Right of asked, for a measure over some outcomes. */
export function tally(outcomes: readonly Outcome[], measure: Measure): readonly [number, number] {
  const asked = outcomes.map((one) => one[measure]).filter((one) => one !== null);
  return [asked.filter(Boolean).length, asked.length];
}

/** The table that `npm run eval` prints: a row a kind of question, a column a measure. */
export function printTable(outcomes: readonly Outcome[]): string {
  const kinds = [...new Set(outcomes.map((one) => one.question.kind))].sort();
  const rows = [...kinds, 'all'].map((kind) => {
    const some = outcomes.filter((one) => kind === 'all' || one.question.kind === kind);
    const cells = MEASURES.map((measure) => {
      const [right, asked] = tally(some, measure);
      return asked === 0 ? '–' : `${right}/${asked} ${Math.round((100 * right) / asked)}%`;
    });
    return [kind, ...cells];
  });
  const head = ['kind', 'sentence first', 'among three', '… or nearest', 'short answer'];
  const last = ['silence', 'speaker'];
  return [[...head, ...last], ...rows]
    .map((cells) => cells.map((cell) => cell.padEnd(16)).join(''))
    .join('\n');
}
