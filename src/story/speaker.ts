import { overlaps, type Span } from '../text/span.ts';
import type { Attribution } from './attributions.ts';
import type { Named } from './names.ts';
import type { Statement } from './statement.ts';
import type { Story } from './story.ts';

/** Gives each attribution its speaker: the fullest name where the story tells who it is. */
export function nameSpeakers(
  story: Omit<Story, 'statements'>,
  names: readonly Named[],
  found: readonly Attribution[],
): readonly Statement[] {
  let last: Named | null = null;
  return found.map((attribution) => {
    const { source } = attribution;
    const words = source === null ? '' : story.article.text.slice(source.start, source.end);
    const named = source === null ? null : nameIn(names, source);
    const who = named ?? (/^(?:he|she)$/i.test(words) ? last : null);
    last = named ?? last;
    return {
      ...attribution,
      speaker: { name: who?.name ?? null, words: source, role: who?.role ?? null, via: [] },
      rule: named !== null ? 'the source names the speaker' : 'the last speaker named',
    };
  });
}

function nameIn(names: readonly Named[], source: Span): Named | null {
  const inside = names.filter((named) =>
    named.mentions.some((mention) => overlaps(mention, source)),
  );
  return inside.find((named) => named.kind === 'person') ?? inside[0] ?? null;
}
