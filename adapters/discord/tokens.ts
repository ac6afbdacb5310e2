/** What Discord writes for a mention, a channel, a custom emoji, a time: none of it is a word. */
const TOKEN = /<(?:@[!&]?|#|a?:\w+:|t:)-?\d+(?::\w)?>/g;

/** A message without what is no word of it, a space in each place. */
export function dropTokens(content: string): string {
  return content.replace(TOKEN, ' ');
}
