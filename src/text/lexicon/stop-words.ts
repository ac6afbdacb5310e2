/**
 * Words that a question shares with any text: they tell no sentence from another. Function words of
 * English, after the list of the Snowball project, less negations and number words.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about above after again against ago all almost also although am an and any are aren't as at be
  because been before being below between both but by can can't could couldn't did didn't do does
  doesn't doing don't down during each else ever every few for from further get gets getting go goes
  going got had hadn't has hasn't have haven't having he he'd he'll he's her here hers herself him
  himself his how however i i'd i'll i'm i've if in into is isn't it it's its itself just let let's
  may me might more most much must my myself of off on once only or other ought our ours ourselves
  out over own please same shall she she'd she'll she's should so some such tell than that that's the
  their theirs them themselves then there there's these they they'd they'll they're they've this
  those through to too under until up upon us very was wasn't we we'd we'll we're we've were weren't
  what what's when when's where where's which while who who's whom whose why why's will with would
  yes yet you you'd you'll you're you've your yours yourself yourselves 's 're 've 'll 'd 'm n't ca wo
  did`.split(/\s+/u),
);
