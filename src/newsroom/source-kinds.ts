/** The kinds of things a story rests on, in the order they are shown. */
export const SOURCE_KINDS = [
  'outlet',
  'report',
  'document',
  'statement',
  'organisation',
  'person',
  'unnamed',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];
