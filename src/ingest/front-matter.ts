/** What stands above a text in Markdown, in one form: `---`, lines `key: value`, `---`; and who wrote it. */
export interface Matter {
  readonly matter: string;
  readonly byline: string | null;
  readonly tags: string;
  /** Where the text begins. */
  readonly end: number;
}

/** Reads front matter in YAML (`---`) or TOML (`+++`). Without any, `matter` is empty. */
export function readMatter(text: string): Matter {
  const yaml = /^---[ \t]*\r?\n[\s\S]*?\r?\n---/.exec(text)?.[0];
  const toml = /^\+\+\+[ \t]*\r?\n([\s\S]*?)\r?\n\+\+\+[ \t]*(?=\r?\n|$)/.exec(text);
  const matter = yaml ?? (toml === null ? '' : `---\n${toYaml(toml[1] ?? '')}\n---`);
  const tags = /^tags[ \t]*:(.+)$/im.exec(matter)?.[1] ?? '';
  return { matter, byline: writersIn(matter), tags, end: (yaml ?? toml?.[0] ?? '').length };
}

/** `title = 'Night ferry'` → `title: Night ferry`; keys in tables too: `[params]`. */
function toYaml(toml: string): string {
  return toml
    .split(/\r?\n/)
    .flatMap((line) => {
      const [, key = '', value = ''] = /^\s*([\w-]+)\s*=\s*(.+?)\s*$/.exec(line) ?? [];
      return key === '' ? [] : [`${key}: ${bare(value)}`];
    })
    .join('\n');
}

const WRITERS = /^(?:by|byline|authors?)[ \t]*:[ \t]*(.*(?:\r?\n(?:[ \t]+\S|-[ \t]).*)*)/im;

/** `author: Ann Ode`, `authors: ["Ann Ode", "Jo Lee"]`, a list of `- Ann Ode` or `- name: Ann Ode`. */
function writersIn(matter: string): string | null {
  const [first = '', ...rest] = WRITERS.exec(matter)?.[1]?.split(/\r?\n/) ?? [];
  const inline = /^\[.*\]$/.test(first.trim()) ? first.trim().slice(1, -1).split(',') : [first];
  const listed = rest.flatMap((line) => {
    const [, key, value = ''] = /^\s*(?:-\s*)?(?:([\w-]+)\s*:\s*)?(.+)$/.exec(line) ?? [];
    return key === undefined || key === 'name' ? [value] : [];
  });
  const all = [...inline, ...listed].map((one) => bare(one.trim())).filter((one) => one !== '');
  return all.join(', ') || null;
}

function bare(value: string): string {
  return value.replace(/^(["'])(.*)\1$/, '$2');
}
