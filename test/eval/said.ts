import { parseCommand, type Reply } from '../../src/index.ts';
import { compare, isRight } from '../statements/marked.ts';
import { CONSOLE, makeBot, readGold, readStory } from '../stories.ts';
import type { Share } from './talk.ts';

/** Something asked about who speaks, and what is right. */
interface Asked {
  readonly input: string;
  readonly speaker?: string | null;
  readonly stance?: string;
  readonly found?: boolean;
  readonly verdict?: string;
  readonly person?: string;
  readonly wording?: string | null;
}

interface MarkedSpeaker {
  readonly name: string;
  readonly named: boolean;
  readonly role: string | null;
  readonly direct: number;
  readonly reported: number;
}

/** A line of the report: a measure, its share, and what went wrong. */
export interface Measured {
  readonly measure: string;
  readonly share: Share;
  readonly misses: readonly string[];
}

/** Statements, speakers, who-said and checks over stories of which every statement is marked. */
export async function measureSaid(ids: readonly string[]): Promise<readonly Measured[]> {
  const rows: Row[] = [];
  for (const id of ids) rows.push(...(await measureStatements(id)));
  for (const id of ids) rows.push(...(await askAbout(id)));
  return sumUp(rows);
}

/** Each measure with its share, in the order in which they first come. */
export function sumUp(rows: readonly Row[]): readonly Measured[] {
  const measures = [...new Set(rows.map(({ measure }) => measure))];
  return measures.map((measure) => {
    const some = rows.filter((one) => one.measure === measure);
    const wrong = some.filter(({ miss }) => miss !== null);
    return {
      measure,
      share: [some.length - wrong.length, some.length] as const,
      misses: wrong.map(({ story, miss }) => `${story} | ${miss}`),
    };
  });
}

/** The report as `npm run eval` prints it, the misses beneath each line where they are asked for. */
export function printSaid(measured: readonly Measured[], withMisses: boolean): string {
  return measured
    .flatMap(({ measure, share: [right, all], misses }) => [
      `${measure.padEnd(44)}${right} of ${all}  ${((100 * right) / all).toFixed(1)} %`,
      ...(withMisses ? misses.map((miss) => `    ${miss}`) : []),
    ])
    .join('\n');
}

export interface Row {
  readonly story: string;
  readonly measure: string;
  /** Null where it is right. */
  readonly miss: string | null;
}

async function measureStatements(id: string): Promise<readonly Row[]> {
  const { marked, found, pairs } = await compare([id]);
  const row = (measure: string, miss: string | null): Row => ({ story: id, measure, miss });
  const asked = marked.map((one) => {
    const pair = pairs.find((some) => some.one === one);
    const what = `¶ ${one.paragraph} ${one.speaker}: ${one.content[0]?.slice(0, 70)}`;
    return { one, pair, what };
  });
  return [
    ...asked.map(({ one, pair, what }) =>
      row(
        'statements found and rightly named',
        pair !== undefined && isRight(one, pair.other.name)
          ? null
          : `${what} → ${pair === undefined ? 'not found' : pair.other.name}`,
      ),
    ),
    ...asked.flatMap(({ one, pair, what }) =>
      pair === undefined
        ? []
        : [
            row(
              'found: no wrong name',
              pair.other.name === null || isRight(one, pair.other.name)
                ? null
                : `${what} → ${pair.other.name}`,
            ),
            row(
              'found: stance',
              pair.other.stance === (one.stance ?? 'says')
                ? null
                : `${what}: ${one.stance} → ${pair.other.stance}`,
            ),
          ],
    ),
    ...found.map((other) =>
      row(
        'what is found is a statement',
        pairs.some((pair) => pair.other === other)
          ? null
          : `¶ ${other.paragraph} ${other.name}: ${other.words.slice(0, 14).join(' ')}`,
      ),
    ),
  ];
}

async function askAbout(id: string): Promise<readonly Row[]> {
  const story = readStory(id);
  const { bot } = makeBot([story]);
  const rows: Row[] = [];
  for (const asked of readGold<Asked>('said', id)) {
    const reply = await bot(parseCommand(asked.input, CONSOLE));
    const speaker = reply.passages[0]?.speaker ?? null;
    const add = (measure: string, want: unknown, got: unknown): void => {
      const isSame = want === got;
      rows.push({ story: id, measure, miss: isSame ? null : `${asked.input}: ${want} → ${got}` });
    };
    if (asked.input.startsWith('/who-said')) {
      add('/who-said: speaker', asked.speaker, isNamed(asked.speaker, speaker?.name));
      add('/who-said: stance', asked.stance, speaker?.stance);
    } else if (asked.input.startsWith('/quotes')) {
      add('/quotes: found', asked.found, reply.found);
    } else {
      add('/check: verdict', asked.verdict, reply.verdict);
      if (asked.verdict !== 'absent') {
        add('/check: person', asked.person, reply.person);
        add('/check: wording', asked.wording, reply.wording);
      }
    }
  }
  const listed = await bot(parseCommand('/speakers', CONSOLE));
  const misses = compareSpeakers(readGold<MarkedSpeaker>('speakers', id), listed);
  rows.push({
    story: id,
    measure: '/speakers: nobody missing, nobody added',
    miss: misses.length === 0 ? null : misses.join('; '),
  });
  return rows;
}

/** The name that was asked for where the given one is as good: `Justice Orr` for `Orr`. */
function isNamed(want: string | null | undefined, got: string | null | undefined): string | null {
  if (want == null || got == null) return got ?? null;
  return got.endsWith(want) || want.endsWith(got) ? want : got;
}

/** Who is missing of those who are named, and whom nobody marked. */
function compareSpeakers(marked: readonly MarkedSpeaker[], listed: Reply): readonly string[] {
  const rows = (listed.rows ?? []).filter((row) => row.named === true);
  const named = marked.filter((one) => one.named);
  const isOf = (one: MarkedSpeaker, name: unknown): boolean =>
    isNamed(one.name, String(name)) === one.name;
  return [
    ...named
      .filter((one) => !rows.some((row) => isOf(one, row.speaker)))
      .map(({ name }) => `${name} is missing`),
    ...rows
      .filter((row) => !named.some((one) => isOf(one, row.speaker)))
      .map((row) => `${row.speaker} is none`),
  ];
}
