import { rarity } from '../answer/rarity.ts';
import type { Archive } from '../archive/archive.ts';
import type { Story } from '../story/story.ts';
import { contentStems } from '../text/terms.ts';
import { readTokens } from '../text/tokens.ts';
import { type Finding, VERDICTS } from './finding.ts';
import { judgeLike } from './like.ts';
import { type QuotedText, readQuotations } from './quotation.ts';
import { readAsked } from './speaking.ts';
import { judge } from './verdict.ts';

/** What the stories have to say to one quotation. */
export interface Checked {
  readonly quotation: QuotedText;
  /** The best story's; null: nothing in the stories asked comes close. */
  readonly finding: Finding | null;
  /** Who was asked about, as typed; null when nobody was. */
  readonly person: string | null;
  /** Whether the stories looked at name somebody like that, and quote them. */
  readonly known: boolean;
  readonly quotes: boolean;
  /** In how many stories the words stand, of how many asked. */
  readonly standsIn: number;
  readonly stories: number;
}

const CANDIDATES = 40; // sentences that the archive offers where many stories are asked
const CLOSEST = 3; // stories that are searched for a paraphrase, and for the person asked about
const MOST_STEMS = 12; // the rarest: common ones only add sentences that are not it

/**
 * Checks what was typed: a quotation, or each of those in a message (at most five), against the
 * stories named in `within`, or all where it is null. Empty where no word is to be checked.
 */
export function checkQuotations(
  archive: Archive,
  typed: string,
  person: string | null,
  within: readonly string[] | null,
): readonly Checked[] {
  const stories = archive.list().filter(({ article }) => within?.includes(article.id) ?? true);
  const checked = checkAll(archive, stories, typed, person, within);
  if (person === null || checked.every(({ known }) => known)) return checked;
  // `I keep his coat by the door`: what looked like a person may be the quotation's own words
  const whole = checkAll(archive, stories, `${typed} by ${person}`, null, within);
  return whole.every(({ finding }) => finding?.stands) ? whole : checked;
}

function checkAll(
  archive: Archive,
  stories: readonly Story[],
  typed: string,
  person: string | null,
  within: readonly string[] | null,
): readonly Checked[] {
  return readQuotations(typed).map((quotation) => {
    const { start, end } = quotation.span;
    const stems = contentStems(readTokens(quotation.text.slice(start, end)));
    const offered = candidates(archive, stories, stems, within);
    const found = offered.flatMap((story) => judge(story, quotation, person) ?? []);
    const closest = offered.slice(0, CLOSEST);
    const finding =
      best(found) ?? best(closest.flatMap((story) => judgeLike(story, stems, person) ?? []));
    const asked = readAsked(finding === null ? closest : [finding.story], person);
    return {
      quotation,
      finding,
      person,
      known: asked === null || asked.names.size > 0,
      quotes: asked === null || asked.quoted,
      standsIn: found.filter(({ stands }) => stands).length,
      stories: stories.length,
    };
  });
}

/** The only story, or those with sentences that hold the rarest words. */
function candidates(
  archive: Archive,
  stories: readonly Story[],
  stems: readonly string[],
  within: readonly string[] | null,
): readonly Story[] {
  if (stories.length === 1 || stems.length === 0) return stories.slice(0, CANDIDATES);
  const rarest = stems.toSorted((a, b) => rarity(b) - rarity(a)).slice(0, MOST_STEMS);
  const found = archive.findPassages(rarest, within, CANDIDATES);
  return [...new Set(found.map(({ story }) => story))];
}

/** The mildest verdict of those on words that stand in a story, else the likest. */
function best(found: readonly Finding[]): Finding | null {
  const rank = ({ verdict }: Finding): number => VERDICTS.indexOf(verdict);
  const others = ({ verdict }: Finding): number => Number(verdict === 'other-speaker');
  const [first] = found.toSorted(
    (a, b) =>
      Number(b.stands) - Number(a.stands) ||
      others(a) - others(b) ||
      (a.stands ? rank(a) - rank(b) : b.likeness - a.likeness),
  );
  return first ?? null;
}
