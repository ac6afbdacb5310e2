/**
 * What a person sees of a text in Slack's markup, without mentions of the bot, emoji and formatting:
 * `<@UBOT> what’s *up* with <https://a.example|this> &amp; that? :tada:` is `what’s up with this & that?`.
 * A text to be added is a story: it keeps its lines and everything in them.
 */
export function plainText(markup: string, bot: string | null): string {
  const text = replaceAll(
    markup.replace(REFERENCE, (_, inside: string) => read(inside, bot)),
    ENTITIES,
  ).trim();
  return /^\/?add\s/i.test(text) ? text : replaceAll(text, TIDYING).trim();
}

type Rules = readonly (readonly [RegExp, string])[];

function replaceAll(text: string, rules: Rules): string {
  return rules.reduce((before, [pattern, words]) => before.replace(pattern, words), text);
}

// `<@U1>`, `<#C1|news>`, `<!here>`, `<https://x.example|words>`, but not `5 < 6 > 4`
const REFERENCE = /<([@#!][^<>\s|]+(?:\|[^<>\n]*)?|[a-z][a-z\d+.-]*:[^<>\s|]+(?:\|[^<>\n]*)?)>/gi;

const ENTITIES: Rules = [
  [/&lt;/g, '<'],
  [/&gt;/g, '>'],
  [/&amp;/g, '&'],
];

const TIDYING: Rules = [
  // `:tada:`, `:wave::skin-tone-2:`, but not the colons of `at 10:30:15`
  [/(?<![\w:]):(?!\d+:)[a-z0-9_'+-]+:(?::skin-tone-\d:)?(?!\w)/g, ' '],
  [
    /(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F)(?:[\u200D\uFE0F\p{Emoji_Modifier}])*/gu,
    ' ',
  ],
  // `*bold*`, `_italic_`, `~gone~`, a quoted line: the marks, not the words
  [/(?<![\p{L}\p{N}])[*_~`]+(?=\S)|(?<=\S)[*_~`]+(?![\p{L}\p{N}])/gu, ''],
  [/^> ?/gm, ''],
  // no-break and other spaces, line breaks, marks of no width
  [/[\s\u200B-\u200F\u2060\uFEFF]+/g, ' '],
];

/** What stands between angle brackets: a person, a channel, a group, a date, a link. */
function read(inside: string, bot: string | null): string {
  const [target = '', label] = inside.split('|');
  if (target === `@${bot}`) return ' ';
  switch (target.charAt(0)) {
    case '@':
      return label ?? '';
    case '#':
      return `#${label ?? ''}`;
    case '!':
      return label ?? target.replace(/^!/, '@').replace(/\^.*/, '');
    default:
      return label ?? target.replace(/^mailto:/, '');
  }
}
