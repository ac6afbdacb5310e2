import type { Reply } from '../../src/index.ts';
import type { Control } from './buttons.ts';

/** How a reply is shown: to whom, and how much of it. */
export interface View {
  /** What was asked, repeated above a private answer; null where it is visible above. */
  readonly asked: string | null;
  /** The line that was asked, for controls that ask it again. */
  readonly line: string;
  /** Whether it can be shown to the channel. */
  readonly shares: boolean;
  /** Messages to skip, and the most to show. */
  readonly from: number;
  readonly most: number;
  /** Home takes no table. */
  readonly tables: boolean;
}

/** All of a reply, for whoever asked in a direct message. */
export const WHOLE: View = {
  asked: null,
  line: '',
  shares: false,
  from: 0,
  most: Number.POSITIVE_INFINITY,
  tables: true,
};

const IN_PUBLIC = 2; // messages: more is shown on request, to that person

/** In a channel, for everyone: shown whole if no button could ask for the rest. */
export function inPublic(line: string): View {
  return isCarried(line) ? { ...WHOLE, line, most: IN_PUBLIC } : WHOLE;
}

/** To the person alone; `from`: after what everyone saw. */
export function inPrivate(line: string, asked: string | null, shares: boolean, from = 0): View {
  return { ...WHOLE, asked, line, shares, from };
}

const LONGEST = 700; // characters of a line that a button carries

function isCarried(line: string): boolean {
  return line !== '' && line.length <= LONGEST;
}

const REST = '/rest ';
const SHARE = '/share ';

const ABOUT_STORY = [
  'ask',
  'who-said',
  'check',
  'quotes',
  'compare',
  'speakers',
  'story',
  'numbers',
  'when',
  'sources',
];

/** Controls for the rest, or for sharing: what the bot says about itself is not shared. */
export function controlsOf(reply: Reply, view: View, isCut: boolean): readonly Control[] {
  if (!isCarried(view.line)) return [];
  const from = view.from + view.most;
  const line = encode(view.line);
  return [
    ...(isCut ? [{ kind: 'rest', label: 'More', line: `${REST}${from} ${line}` } as const] : []),
    ...(view.shares && reply.found && ABOUT_STORY.includes(reply.command ?? '')
      ? [{ kind: 'share', label: 'Share with channel', line: SHARE + line } as const]
      : []),
  ];
}

/** The meaning of our own controls: `/rest 2 /quotes Ma`, `/share /check “…”`. Any other line means itself. */
export function readControl(line: string): {
  readonly kind: 'line' | 'rest' | 'share';
  readonly from: number;
  readonly line: string;
} {
  const [, from, rest] = /^\/rest (\d{1,3}) ([\s\S]+)$/.exec(line) ?? [];
  if (rest !== undefined) return { kind: 'rest', from: Number(from), line: decode(rest) };
  if (line.startsWith(SHARE))
    return { kind: 'share', from: 0, line: decode(line.slice(SHARE.length)) };
  return { kind: 'line', from: 0, line };
}

/** No button carries what reads as a mention: `<!here>` is `%3C!here>`. */
function encode(line: string): string {
  return line.replace(/[%<]/g, (mark) => (mark === '%' ? '%25' : '%3C'));
}

function decode(line: string): string {
  return line.replace(/%(25|3C)/g, (_, code) => (code === '25' ? '%' : '<'));
}
