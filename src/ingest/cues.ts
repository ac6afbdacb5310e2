import { withoutUnseen } from '../text/unseen.ts';
import { repeatedLabels, withLabels } from './cue-labels.ts';
import { plainText } from './dom.ts';
import { fromFields, type Incoming, NOTHING_KNOWN } from './incoming.ts';
import { withoutCapitals } from './tags.ts';
import { IngestError } from './typed.ts';

/** What is shown at one time: its seconds, and the turns of speech in it. */
interface Cue {
  readonly start: number;
  readonly end: number;
  readonly turns: readonly Turn[];
}

interface Turn {
  /** Null where the speaker is the same as before, or unknown. */
  readonly speaker: string | null;
  /** Whether someone else speaks from here: `>>`, `- `. */
  readonly isOther: boolean;
  readonly text: string;
}

const TRANSCRIPT = 'It is a transcript: its speakers and paragraphs are taken from the cues.';

/**
 * A transcript in WebVTT or SubRip: an uninterrupted turn is a paragraph, with the speaker before it as a
 * label. Sounds in brackets are left out. Throws an `IngestError`.
 */
export function readCues(given: string, origin: string): Incoming {
  const text = withLabels(given);
  const blocks = splitBlocks(text);
  const labels = repeatedLabels(text);
  const cues = blocks.flatMap((block) => readCue(block, labels) ?? []);
  const paragraphs = joinTurns(withoutRolling(cues));
  if (paragraphs.length === 0) throw new IngestError('there is no cue with words in it');
  const title = /^WEBVTT[ \t]+(?:-[ \t]*)?(\S[^\n]*)/.exec(blocks[0] ?? '')?.[1]?.trim() ?? null;
  const noted = /^NOTE[ \t\n]+title:[ \t]*(\S[^\n]*)/im.exec(text)?.[1]?.trim() ?? null;
  const headline = noted ?? (title === null || /^(?:kind|language|x-)/i.test(title) ? null : title);
  return fromFields(
    { ...NOTHING_KNOWN, headline, byline: null, tags: [] },
    paragraphs,
    origin,
    TRANSCRIPT,
  );
}

/** What stands between blank lines. */
function splitBlocks(text: string): readonly string[] {
  const blocks: string[][] = [[]];
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    if (line.trim() !== '') blocks.at(-1)?.push(line);
    else if (blocks.at(-1)?.length !== 0) blocks.push([]);
  }
  return blocks.map((lines) => lines.join('\n'));
}

const TIMES =
  /^[ \t]*(?:(\d+):)?(\d{1,2}):(\d{2}[.,]\d{1,3})[ \t]+-->[ \t]+(?:(\d+):)?(\d{1,2}):(\d{2}[.,]\d{1,3})/;

function readCue(block: string, labels: ReadonlySet<string>): Cue | null {
  const lines = block.split('\n');
  const at = lines.findIndex((line, i) => i < 3 && TIMES.test(line));
  const times = TIMES.exec(lines[at] ?? '');
  if (times === null || /^(?:NOTE|STYLE|REGION)\b/.test(lines[0] ?? '')) return null;
  const [start = 0, end = 0] = [times.slice(1, 4), times.slice(4, 7)].map(secondsOf);
  return { start, end, turns: lines.slice(at + 1).flatMap((line) => readLine(line, labels)) };
}

function secondsOf([hours = '0', minutes = '0', seconds = '0']: readonly (
  | string
  | undefined
)[]): number {
  return Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds.replace(',', '.'));
}

/** `<v Ann Ode>We are glad.</v>`, `ANN ODE: We are glad.`, `>> Ann: …`, `- Is it? - It is.` */
function readLine(line: string, labels: ReadonlySet<string>): readonly Turn[] {
  const voices = line.split(/(?=<v(?:\.[^\s>]*)?\s)/);
  return voices.flatMap((piece): readonly Turn[] => {
    const [, voice] = /^<v(?:\.[^\s>]*)?\s+([^>]{1,80})>/.exec(piece) ?? [];
    const shown = plainText(
      piece.replace(/<[^<>]{0,200}>/g, '').replace(/\{\\[^{}]{0,100}\}/g, ''),
    );
    const text = withoutSounds(withoutUnseen(shown)).replace(/\s+/g, ' ').trim();
    const [, mark, rest = text] = /^((?:>>+|»|[-–—](?=\s?\p{L}))\s*)?(.*)$/u.exec(text) ?? [];
    const isOther = mark !== undefined;
    const [, label, said] = (voice === undefined ? findLabel(rest, labels) : null) ?? [];
    if (label !== undefined && said !== undefined) {
      return [{ speaker: tidyName(label), isOther: true, text: said }];
    }
    if (rest === '') return [];
    return [{ speaker: voice === undefined ? null : tidyName(voice), isOther, text: rest }];
  });
}

// `ANN ODE:`, `Dr. Ode (on the phone):`, `Q:`; of other cases the names of people only: `Note: …` is said
const LABEL =
  /^((?:\p{Lu}[\p{Lu}\p{M}.’'-]*\d{0,2})(?: [\p{Lu}(][\p{Lu}\p{M}\p{N}.’'()-]*){0,4}|\p{Lu}[\p{L}\p{M}.’'-]+(?: (?:van|von|de|der|la|al|bin|di|da|ten|el|\p{Lu}[\p{L}\p{M}.’'-]*)){1,4}|(?:Speaker|Interviewer|Reporter|Host|Moderator|Narrator)(?: \d{1,2}| [A-Z])?)(?: \([^()]{1,30}\))?\s?:\s*(.*)$/u;

function findLabel(line: string, labels: ReadonlySet<string>): RegExpExecArray | null {
  const short = /^(\p{Lu}[\p{L}’'-]{1,21})\s?:\s*(.*)$/u.exec(line);
  return short !== null && labels.has(short[1] ?? '') ? short : LABEL.exec(line);
}

/** `ANN ODE` → `Ann Ode`: as a story writes a name; `BBC` and `Q` stay. */
function tidyName(name: string): string {
  const plain = plainText(name)
    .replace(/\s*\([^()]*\)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length <= 3 ? plain : withoutCapitals(plain);
}

/** `[applause]`, `(MUSIC PLAYING)`, `♪ …`: sounds, not speech. */
function withoutSounds(text: string): string {
  return text
    .replace(/[♪♫][^♪♫]*[♪♫]?/gu, ' ')
    .replace(/\[[^[\]]{1,80}\]/g, ' ')
    .replace(
      /\((?:[^()\p{Ll}]{2,60}|(?:applause|laughter|laughs?|music|sighs?|cheers?|cheering|crosstalk|inaudible|silence)[^()]{0,40})\)/giu,
      (all) => (/^\(\p{Lu}?[\p{Ll}\s]+\)$/u.test(all) || !/\p{Ll}/u.test(all) ? ' ' : all),
    );
}

const FLASH = 0.1; // seconds: rolling captions repeat a line for so long, too short to read

/** Rolling captions show a line twice: at the bottom, then above the next one. What is said twice stays. */
function withoutRolling(cues: readonly Cue[]): readonly Cue[] {
  let before: readonly string[] = [];
  return cues.map((cue) => {
    const lines = cue.turns.map(({ text }) => text);
    const repeats = (n: number): boolean =>
      n <= before.length && before.slice(-n).join('\n') === lines.slice(0, n).join('\n');
    const most = cue.end - cue.start < FLASH ? lines.length : lines.length - 1;
    const shared = [2, 1].find((n) => n <= most && repeats(n)) ?? 0;
    before = lines.length > 0 ? lines : before;
    return { ...cue, turns: cue.turns.slice(shared) };
  });
}

const PAUSE = 4; // seconds without words: something new begins
const LONG = 500; // characters of a paragraph, after which it ends with its sentence

function joinTurns(cues: readonly Cue[]): readonly string[] {
  const paragraphs: string[] = [];
  let speaker: string | null = null;
  let words: string[] = [];
  let length = 0;
  let last = 0;
  const end = (): void => {
    const text = words.join(' ');
    if (text !== '') paragraphs.push(speaker === null ? text : `${speaker}: ${text}`);
    words = [];
    length = 0;
  };
  for (const { start, end: until, turns } of cues) {
    for (const turn of turns) {
      const isSame = turn.speaker === null ? !turn.isOther : turn.speaker === speaker;
      const isFull = length > LONG || start - last > PAUSE;
      if (!isSame || (isFull && /[.!?…]["”’']?$/.test(words.at(-1) ?? ''))) end();
      if (!isSame) speaker = turn.speaker;
      if (turn.text !== '') {
        words.push(turn.text);
        length += turn.text.length + 1;
      }
    }
    if (turns.length > 0) last = until;
  }
  end();
  return paragraphs;
}
