const SHORTEST = 200; // characters: shorter data holds no story
const MOST_TRIED = 300; // places in a script where data may begin
const MOST_READ = 20_000_000; // characters looked through in all

/**
 * The data in a script: all of it, or what it assigns or passes on (`window.state = {…}`, `push([1, "…"])`). What is no
 * JSON is passed over.
 */
export function findJson(source: string): readonly unknown[] {
  const script = source.includes('&q;') ? withQuotes(source) : source;
  const whole = parse(script.trim());
  if (whole !== undefined) return [whole];
  const found: unknown[] = [];
  let [tried, read] = [0, 0];
  const begins = /[{[]\s*["{[\d]|\bparse\(\s*["']/g; // an object, a list, or a text that is parsed
  for (let next = begins.exec(script); next !== null; next = begins.exec(script)) {
    const isText = next[0].startsWith('parse');
    const start = isText ? begins.lastIndex - 1 : next.index;
    const end = isText ? endOfText(script, start) : endOfValue(script, start);
    tried += 1;
    read += end > start ? end - start : script.length - start; // what nothing closes was looked through to the end
    if (tried > MOST_TRIED || read > MOST_READ) break;
    const written = script.slice(start, end);
    const value =
      written.length < SHORTEST ? undefined : isText ? readText(written) : parse(written);
    if (value !== undefined) found.push(value);
    begins.lastIndex = value === undefined && !isText ? start + 1 : Math.max(start + 1, end);
  }
  return found;
}

/** As Angular writes it: `{&q;title&q;:&q;…&q;}`. */
function withQuotes(source: string): string {
  const signs: Readonly<Record<string, string>> = { q: '"', l: '<', g: '>', s: "'", a: '&' };
  return source.replace(/&([qlgsa]);/g, (_, name: string) => signs[name] ?? '');
}

/** The long texts in a script, in single or double quotation marks. */
export function findTexts(script: string): readonly string[] {
  const found = script.match(/"(?:[^"\\]|\\.){200,}"|'(?:[^'\\]|\\.){200,}'/g) ?? [];
  return found.slice(0, MOST_TRIED).flatMap((one) => {
    const text = readText(one);
    return typeof text === 'string' ? [text] : [];
  });
}

/** The words of a text in a script, in double quotation marks or in single ones. */
function readText(quoted: string): unknown {
  const inside = quoted.slice(1, -1).replace(/\\'/g, "'");
  return parse(`"${quoted.startsWith("'") ? inside.replace(/(?<!\\)"/g, '\\"') : inside}"`);
}

function parse(json: string): unknown {
  if (!/^[{["]/.test(json)) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // a script, not data
  }
}

/** Where the object or list that begins at some place ends; its own place where it does not. */
function endOfValue(script: string, start: number): number {
  let depth = 0;
  for (let at = start; at < script.length; at += 1) {
    const sign = script[at];
    if (sign === '"') at = endOfText(script, at) - 1;
    else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return start;
}

function endOfText(script: string, start: number): number {
  const mark = script[start];
  for (let at = start + 1; at < script.length; at += 1) {
    if (script[at] === '\\') at += 1;
    else if (script[at] === mark) return at + 1;
  }
  return script.length;
}
