import type { StoryRecord } from '../record.ts';
import type { Transferable } from '../transfer.ts';
import type { DataFolder } from './data-folder.ts';

/** The contents of a data folder, for export and import. */
export function folderTransfer({ texts, channels, watches, feedback }: DataFolder): Transferable {
  const { kept, problems } = texts.readAll();
  const here = new Map(kept.map(({ record }) => [record.id, record]));
  async function* records(): AsyncGenerator<StoryRecord> {
    for (const { record } of kept) yield record;
  }
  return {
    problems,
    records,
    find: async (id) => here.get(id) ?? null,
    isKept: async (id) => texts.has(id),
    readVersion: async (record, number) => texts.readVersion(record, number),
    restore: async (record, all) => texts.restore(record, all),
    channels,
    watches,
    feedback,
  };
}
