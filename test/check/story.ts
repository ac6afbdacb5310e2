import { memoryArchive } from '../../src/archive/memory.ts';
import { readArticle } from '../../src/article/article.ts';
import { type Checked, checkQuotations } from '../../src/check/check.ts';
import { prepare } from '../../src/story/prepare.ts';

const TEXT = `The bridge at Lower Cope was shut on Friday after a crack was found, the council said.

“We found one crack in the deck […] and it has not grown since May,” said Ann Ode, the county's chief engineer. “If it grows, we will close the road as well. Most of the girders are sound.”

Ode said the repair would cost £1.2 million, which she called “a fair price”. Ben Lund, a shopkeeper, was less sure: “They told us (twice) that it was safe ... and I don't believe them.”

The so-called “ghost lane” has been shut since 2009.

“Nobody asked the bus drivers,” Mr. Lund said, “but they probably know the bridge best.”`;

/** A story of a bridge, for tests of the check. */
export const bridge = prepare(readArticle('bridge', TEXT));

/** Checks what was typed against that story. */
export async function checkBridge(
  typed: string,
  person: string | null = null,
): Promise<readonly Checked[]> {
  const archive = memoryArchive();
  archive.add(bridge);
  return checkQuotations(archive, typed, person, null);
}

/** The verdicts, in order. */
export async function verdictsOf(
  typed: string,
  person: string | null = null,
): Promise<readonly string[]> {
  return (await checkBridge(typed, person)).map(({ finding }) => finding?.verdict ?? 'absent');
}
