import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { readArticle } from '../../../src/article/article.ts';
import { hear } from '../../../src/story/hear.ts';
import { prepare } from '../../../src/story/prepare.ts';

/** Attributions of PolNeAR's articles, a line of JSON an article, as its scorer reads them. */
export async function predictAttributions(gold: string, predictions: string): Promise<void> {
  const out = createWriteStream(predictions);
  for await (const line of createInterface({ input: createReadStream(gold) })) {
    if (line.trim() === '') continue;
    const { id, text } = JSON.parse(line) as { id: string; text: string };
    const story = await hear(prepare(readArticle('story', text)));
    // the corpus marks the outermost only
    // and of those only what it gives to someone: a quotation whose speaker is not told is none of them
    const outermost = story.statements.filter(
      ({ nested, source, cue }) => !nested && (source !== null || cue !== null),
    );
    const attributions = outermost.map(({ source, cue, content, speaker }) => ({
      content,
      source,
      ...(cue === null ? {} : { cue }),
      ...(speaker.name === null ? {} : { sourceName: speaker.name }),
    }));
    out.write(`${JSON.stringify({ id, attributions })}\n`);
  }
  await new Promise((resolve) => out.end(resolve));
}
