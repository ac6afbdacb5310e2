import type { Citation } from '../story/citation.ts';
import { type Reply, speakerLine, storyTitle } from './reply.ts';

/** What the passages of a reply have in common, said once above them. */
export interface Heading {
  /** The speaker of them all; null if there are several, or none. */
  readonly name: string | null;
  /** `, Alibaba's founder`; empty if nothing is known. */
  readonly described: string;
  /** Their number and the story; empty if the reply begins with its headline. */
  readonly line: string;
  /** The block it replaces; -1 for none. */
  readonly at: number;
}

/**
 * For several passages of one story: the story and, if one person said them all, who that is and how many. Null
 * if they have nothing in common, and for a check, whose passages are read one by one.
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
