import type { RawFile } from 'discord.js';
import { type Reply, renderPng } from '../../src/index.ts';

/** A picture as it is attached: the file, and what it says to those who do not see it. */
export interface AttachedPicture {
  readonly file: RawFile;
  readonly alt: string;
}

/**
 * The picture of a reply, drawn for Discord's dark pages (and good on light ones). Null where there
 * is none, or none can be drawn; its lines are shown as text beside it all the same.
 */
export async function drawPicture({ picture }: Reply): Promise<AttachedPicture | null> {
  if (picture === null) return null;
  try {
    const data = Buffer.from(await renderPng(picture, 'dark'));
    return { file: { name: 'speakers.png', data, contentType: 'image/png' }, alt: picture.alt };
  } catch {
    return null;
  }
}
