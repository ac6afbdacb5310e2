import type { Paragraph } from '../../article/paragraphs.ts';
import type { ArticleParts } from '../../article/parts.ts';
import { PARTICLES } from '../../names/name-words.ts';
import type { Named } from '../../names/named.ts';
import { STOP_WORDS } from '../../text/lexicon/stop-words.ts';
import type { Quotation } from '../../text/quotations.ts';
import { type Span, trimSpan } from '../../text/span.ts';
import { endingsOf, repeatedLabels } from './recurring.ts';
import { findPosts, type Labelled, nameAfterDash } from './signed.ts';

type Rule = (text: string, paragraph: Paragraph, context: LabelContext) => Labelled | null;

interface LabelContext {
  readonly quotations: readonly Quotation[];
  /** Labels that open two or more paragraphs: those of an interview. */
  readonly labels: ReadonlySet<string>;
  readonly known: ReadonlySet<string>;
}

const rules: readonly Rule[] = [
  interviewLabel,
  (text, paragraph, { quotations }) => nameAfterDash(text, paragraph, quotations[0]),
  knownName,
  fromName,
];

const WORD = "\\p{Lu}[\\p{L}\\p{M}.’'-]*";
const LINKS = `(?:(?:${PARTICLES})\\s+){0,2}`;
const NAME = `${LINKS}${WORD}(?:\\s+${LINKS}${WORD}){0,4}`;
const COLON = '[*_]{0,3}\\s*:\\s*[*_]{0,3}';
// `Lamb:`, `**Lamb:**`, `Q.`, `Q1:`, `A –`, `ILSE VAN DER MEER:`, `van der Meer (laughs):`
const LABEL = new RegExp(
  `^[*_]{0,3}([QA]\\d{0,2}(?=[:.*_ ])|${NAME})` +
    `(?:(?:\\s\\([^()]{1,30}\\))?${COLON}|(?<=^[*_]{0,3}[QA]\\d{0,2})(?:\\.|\\s[–—-])\\s)\\s*(?=\\S)`,
  'u',
);
// `- Ann Ode, baker: “…”`, `Ann Ode (84): “…”`
const DESCRIBED = new RegExp(
  `^(?:[-–•*]\\s+)?[*_]{0,3}(${NAME})(?:,\\s[^:“”"]{1,60}|\\s\\([^()]{1,40}\\))${COLON}\\s*(?=\\S)`,
  'u',
);

// `Ann Ode – “…”`
const DASHED = new RegExp(`^(${NAME})\\s*[–—-]\\s*(?=[“"‘'])`, 'u');

/** What the layout of a paragraph says about its speaker, for the paragraphs where it says anything. */
export function findLabelled(
  parts: ArticleParts,
  names: readonly Named[],
  quotationsOf: (paragraph: Paragraph) => readonly Quotation[],
): ReadonlyMap<Paragraph, Labelled> {
  const { text } = parts.article;
  const numbered = parts.paragraphs.filter((paragraph) => paragraph.number !== null);
  const labels = repeatedLabels(text, numbered, names, LABEL);
  const known = new Set(names.flatMap((named) => (named.kind === 'place' ? [] : named.aliases)));
  const found = new Map<Paragraph, Labelled>(findPosts(text, parts.paragraphs));
  for (const paragraph of numbered) {
    if (found.has(paragraph)) continue;
    const context = { quotations: quotationsOf(paragraph), labels, known };
    for (const rule of rules) {
      const labelled = rule(text, paragraph, context);
      if (labelled === null) continue;
      found.set(paragraph, labelled);
      break;
    }
  }
  const bold = boldInterview(text, numbered).filter(([paragraph]) => !found.has(paragraph));
  for (const [paragraph, labelled] of bold) found.set(paragraph, labelled);
  return labels.size === 0 && bold.length === 0 ? found : goOn(text, numbered, found);
}

const BOLD_QUESTION = /^(\*\*|__)(?=\S)[^*_]+\?\1$/;

/** An interview with bold questions and no names beside them: at least two questions. */
function boldInterview(
  text: string,
  paragraphs: readonly Paragraph[],
): readonly (readonly [Paragraph, Labelled])[] {
  const asks = paragraphs.map(({ start, end }) => BOLD_QUESTION.test(text.slice(start, end)));
  if (asks.filter(Boolean).length < 2) return [];
  return paragraphs.flatMap((paragraph, i): readonly (readonly [Paragraph, Labelled])[] => {
    if (!asks[i] && !asks[i - 1]) return [];
    const marks = asks[i] ? 2 : 0;
    const content = { start: paragraph.start + marks, end: paragraph.end - marks };
    return [[paragraph, { source: null, cue: null, content }]];
  });
}

const OWN_WORDS = /(?:^|[^\p{L}])(?:I|[Ww]e|[Mm]y|[Oo]ur|you|your)(?![\p{L}])/u;

/** An answer's further paragraphs, up to the next label, when someone speaks of themselves there. */
function goOn(
  text: string,
  paragraphs: readonly Paragraph[],
  found: ReadonlyMap<Paragraph, Labelled>,
): ReadonlyMap<Paragraph, Labelled> {
  const last = paragraphs.findLastIndex((paragraph) => found.has(paragraph));
  const all = new Map(found);
  paragraphs.slice(0, last).forEach((paragraph, i) => {
    const given = i === 0 ? undefined : all.get(paragraphs[i - 1] ?? paragraph);
    if (given === undefined || found.has(paragraph)) return;
    if (given.cue === null && given.source !== null) return; // `“…” — Ann Ode` is all there is
    const words = text.slice(paragraph.start, paragraph.end).replace(/[“"][^”"]*[”"]?/g, '');
    if (!OWN_WORDS.test(words) || LABEL.test(words)) return;
    all.set(paragraph, { ...given, content: { start: paragraph.start, end: paragraph.end } });
  });
  return all;
}

/** `Lamb: What time does your day begin?`, `Q: Why?`, where labels recur. */
function interviewLabel(
  text: string,
  paragraph: Paragraph,
  { labels }: LabelContext,
): Labelled | null {
  const match = LABEL.exec(text.slice(paragraph.start, paragraph.end));
  const label = match?.[1];
  if (match === null || label === undefined || !labels.has(label)) return null;
  return labelled(text, paragraph, match[0].indexOf(label), label.length, match[0].length);
}

/**
 * `Trump: “We will build it.”`, `Ann Ode, 84: “No.”`: a name from the story, or one with a description,
 * before a colon, and words in quotation marks.
 */
function knownName(
  text: string,
  paragraph: Paragraph,
  { known, quotations }: LabelContext,
): Labelled | null {
  const words = text.slice(paragraph.start, paragraph.end);
  const match = LABEL.exec(words) ?? DESCRIBED.exec(words) ?? DASHED.exec(words);
  const label = match?.[1];
  if (match === null || label === undefined) return null;
  const isKnown = endingsOf(label).some((ending) => known.has(ending)); // `Coach Ann Ode`
  if (!isKnown && (!DESCRIBED.test(words) || isNoName(label))) return null;
  const quotation = quotations[0];
  if (quotation?.start !== paragraph.start + match[0].length || quotation.end < paragraph.end)
    return null;
  return labelled(text, paragraph, match[0].indexOf(label), label.length, match[0].length);
}

/** `However, she added: “…”`, `In June, Ode wrote: “…”`: the opening of the sentence is not a label. */
function isNoName(label: string): boolean {
  const first = label.split(/\s/)[0]?.toLowerCase() ?? '';
  return OPENINGS.test(first) || (STOP_WORDS.has(first) && !/^(?:may|will)$/.test(first));
}

const OPENINGS =
  /^(?:afterwards?|earlier|eventually|finally|instead|lastly|later|meanwhile|moreover|nevertheless|recently|still|today|yesterday)$/;

const FROM =
  /^(From |(?:An?|The|This) (?:message|note|letter|statement|word) from )((?:the )?\p{L}[^:“”".]{1,50}):\s*(?=\S)/u;

/** `From the mayor: …`, `From Ann Ode:`, `A message from the mayor: …` */
function fromName(text: string, paragraph: Paragraph): Labelled | null {
  const match = FROM.exec(text.slice(paragraph.start, paragraph.end));
  const [whole = '', opening = '', name] = match ?? [];
  if (name === undefined) return null;
  return labelled(text, paragraph, opening.length, name.length, whole.length);
}

function labelled(
  text: string,
  paragraph: Paragraph,
  at: number,
  length: number,
  from: number,
): Labelled {
  const start = paragraph.start + at;
  const content = withoutMarks(text, { start: paragraph.start + from, end: paragraph.end });
  const gap = text.slice(start + length, content.start);
  const cue = start + length + Math.max(gap.lastIndexOf(':'), gap.search(/[:.–—-]/));
  return {
    source: { start, end: start + length },
    cue: { start: cue, end: cue + 1 },
    content,
  };
}

function withoutMarks(text: string, span: Span): Span {
  // `“WALLACE: …”`: the mark before the label closes here
  const bold = /[*_]{2,3}$/.exec(text.slice(span.start, span.end))?.[0].length ?? 0;
  if (bold > 0) return withoutMarks(text, { start: span.start, end: span.end - bold });
  const words = text.slice(span.start, span.end);
  const inner = /^[“"‘«'](.*)[”"’»']$/su.exec(words)?.[1];
  if (inner === undefined || /[“”"«»]/u.test(inner)) return trimSpan(text, span);
  return trimSpan(text, { start: span.start + 1, end: span.end - 1 });
}
