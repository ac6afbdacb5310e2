import type { Citation } from '../story/citation.ts';
import { type Reply, speakerLine, storyTitle } from './reply.ts';

/** What the passages of a reply have in common, said once above them. */
export interface Heading {
  /** Whose words all of them are; null where they are several people's, or nobody's. */
  readonly name: string | null;
  /** `, Alibaba's founder`; empty where nothing is told. */
  readonly described: string;
  /** How many they are, and the story; empty where the reply begins with its headline. */
  readonly line: string;
  /** The block it replaces; -1 for none. */
  readonly at: number;
}

/**
 * Of several passages of one story: the story, and where all are one person's, who they are and how many. Null
 * where there is nothing in common, and for a check, whose passages are looked at one by one.
 * `titleOf`: what a story is called on a surface.
 */
export function headingOf(
  { command, blocks }: Reply,
  titleOf: (citation: Citation) => string = storyTitle,
): Heading | null {
  const cited = blocks.flatMap((block) => (block.kind === 'quote' ? [block.citation] : []));
  const [first] = cited;
  if (first === undefined || cited.some(({ story }) => story !== first.story)) return null;
  const title = titleOf(first);
  const name = first.speaker?.name ?? null;
  const isOne = command === 'quotes' && cited.every(({ speaker }) => speaker?.name === name);
  if (name !== null && isOne) {
    const at = blocks.findIndex(({ kind }) => kind === 'text');
    const counted = blocks[at];
    const counts = counted?.kind === 'text' ? `${counted.text} ` : '';
    const role = cited.find(({ speaker }) => speaker?.role != null)?.speaker?.role ?? null;
    const described = role === null || role === name ? '' : `, ${role}`;
    return { name, described, line: `${counts}${title}`, at };
  }
  if (cited.length < 2 || command === 'check') return null;
  const isTold = blocks.some((block) => block.kind === 'answer' && block.words === first.headline);
  return { name: null, described: '', line: isTold ? '' : title, at: -1 };
}

/** What differs from passage to passage beneath a heading: `¶ 6 of 20 · direct`, or with who speaks before it. */
export function briefLine(citation: Citation, { name }: Heading): string {
  const { speaker, paragraph, paragraphs } = citation;
  const place = `¶ ${paragraph} of ${paragraphs}`;
  if (name === null) {
    return [speakerLine(citation), place].filter((part) => part !== null).join(' · ');
  }
  const said = speaker && { ...speaker, via: [], role: null };
  const [, ...manner] = speakerLine({ ...citation, speaker: said })?.split(' · ') ?? [];
  const via = speaker?.via.map((one) => `via ${one}`) ?? [];
  return [place, ...via, ...manner].join(' · ');
}
