/** What `verbatim help` says. */
export const USAGE = `verbatim: answers questions about a news story in the story's own words

  verbatim console [--story FILE]... [--json]   ask in this terminal, or on a pipe
           [--csv] [--png FILE]                 listings as CSV; the picture of the speakers as PNG
  verbatim start [--story FILE]...              every platform whose settings are there; else the console
  verbatim slack [--story FILE]...              Slack only
  verbatim discord [--story FILE]...            Discord only
  verbatim discord register                     tells Discord the commands, and ends
  verbatim mcp [--story FILE]...                for assistants: Model Context Protocol over standard input and output
           [--http PORT]                        or over HTTP; at /mcp beside the API too
  verbatim serve [--story FILE]...              the API over HTTP; beside the bots too, where HTTP_PORT is set

  ... --watch FOLDER                            adds what comes into a folder while it runs
  verbatim ingest [--watch FOLDER]...           takes stories into the database of DATABASE_URL, and answers nobody
           [--refresh MINUTES]                  looks for newer versions where they came from, this often
  verbatim add [--tag TAG]... FILE|FOLDER|URL|-...   keeps stories in DATA_DIR, or newer versions of them
           [--dry-run]                          shows what would become of each, and keeps nothing
  verbatim stories                              lists what is kept
  verbatim refresh                              looks for newer versions where the stories came from
  verbatim export [FILE], verbatim import FILE  moves all that is kept from one DATA_DIR or DATABASE_URL to another
  verbatim remove ID...                         removes stories, with all their versions
  verbatim migrate                              brings the database of DATABASE_URL up to date
  verbatim reindex                              rebuilds the index of SEARCH_URL from the database

Without --story the stories kept in DATA_DIR (./data) are used or, while there are none, those under
seeds/. Settings are read from the environment and .env;
.env.example lists them.`;

/** What was typed behind `verbatim` and cannot be done: one line. */
export class UsageError extends Error {}

/** How many words each command takes that is no platform; a platform takes none. */
const MOST_WORDS: ReadonlyMap<string, number> = new Map([
  ...['console', 'mcp', 'stories', 'refresh', 'ingest', 'migrate', 'reindex'].map(
    (command) => [command, 0] as const,
  ),
  ...['export', 'import'].map((command) => [command, 1] as const),
]);

/** Throws a `UsageError` for a word that a command does not take: most likely a story's file. */
export function checkWords(command: string, words: readonly string[], most: number): void {
  const extra = words[most];
  if (extra === undefined) return;
  throw new UsageError(
    `verbatim ${command}: "${extra}" was not expected; to name a story, use --story FILE`,
  );
}

/** As many words as a command takes; without end for those that take any, and for what is no command. */
export function mostWords(command: string): number {
  return MOST_WORDS.get(command) ?? Number.POSITIVE_INFINITY;
}
