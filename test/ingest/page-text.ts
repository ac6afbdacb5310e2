import { readPage } from '../../src/ingest/html.ts';

/** Paragraphs of a story, and a page around them. */
export const FIRST =
  'The council voted on Tuesday to close the old bridge to cars, after a report found deep cracks in two of its pillars and rust in most of its cables.';
export const SECOND =
  '“It is not safe any more,” said Ann Ode, the mayor of Westhaven. “We can’t wait until somebody is hurt, and I will not.”';
export const THIRD =
  'Work on a new bridge begins in May, the council said on its website. It will cost £4\u00a0million and take two years, weather permitting.';

export function page(head: string, body: string): string {
  return `<!doctype html><html><head>${head}</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>${body}<footer><p>© Coast News</p></footer></body></html>`;
}

export const LEDE =
  'The lighthouse at Corran Point will be lit again in June, forty years after its last keeper locked the door and rowed home.';
export const QUOTED =
  '“Nobody here thought that they would live to see it,” said Mairi Sole, whose father kept the light for thirty years.';
export const MONEY =
  'Volunteers raised £210,000 for the new lamp, and the harbour trust has promised to pay for the paint and for the stairs.';
export const END =
  'The first night will be open to everyone who brings a lantern, the trust said in a letter to the village on Monday.';
export const p = (text: string): string => `<p>${text}</p>`;
export const read = async (html: string, address: string | null = null) => readPage(html, address);

export async function bodyOf(html: string): Promise<readonly string[]> {
  const { text, known } = await read(html);
  return text.split('\n\n').filter((one) => one !== known?.headline);
}
