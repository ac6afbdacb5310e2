/** What may come before a source: the start of a sentence or of a part of it. */
const OPEN =
  '(?:^|^(?:In|With|At|On|For|After) [^,;:“”"]{2,60}, |; |: |, (?:and|but|while|though) )';
const WHO =
  '(?<who>(?!(?:It|There|This|That|What|He|She|They|We|I|But|And|So|Yet) )(?:(?! (?:that|who|which) )[^,.;:“”"()]){2,70}?)(?<!\\b(?:is|are|was|were|be|been|being|not))'; // `a verdict is expected` belongs to nobody
const ASIDE = '(?:, (?:[^,.;]|\\.(?= ?\\d)){1,90},)?';
const PAPER =
  '(?:manifest|gauge|meter|sensors?|papers|minutes|manual|handbook|guide|rulebook|models?|forecast|census|records|data|figures|statistics|book|logbook|log|register|bulletin|report|study|survey|poll|audit|filing|accounts|index|police|officials|organisers|organizers|observers|monitors|inspectors|ministry|bureau|agency)';

/** The rest, up to where something else begins: `at £90,000`, but not its `, up from £60,000 in 2009`. */
const WHAT =
  '(?<what> .{1,200}?)(?=, (?:up|down|compared|against|its|his|her|which|who|whose|while|as|but|although) |;|[.?!]?$)';

export const GIVEN = 'the figure is given as theirs';
/** Of a figure inside what another says: `… 44%, but Ann Ode pointed out that …`. */
export const INTERRUPTS = 'another breaks in';

/** A pattern, and what a sentence must have for it to match: most have `what` before them, so that each try is long. */
type Row = readonly [needs: RegExp, pattern: RegExp, rule?: string];

/**
 * Sentences that show whose a figure is without a saying word: `who`, the `cue`, and `what` is theirs. In order;
 * the first match decides.
 */
export const ascribedRows: readonly Row[] = [
  // `The survey found that 44% stay away, but Ann Ode pointed out that only 180 were asked`
  [
    / (?:pointed out|noted|objected|countered|replied) that /,
    /, (?:but|while|though|although) (?<who>(?!(?:he|she|it|they|we|I|others?|some|critics)\b)[^,.;:“”"]{3,60}?) (?<cue>pointed out|noted|objected|countered|replied)(?<what> that .{1,200}?)(?=;|[.?!]?$)/dgu,
    INTERRUPTS,
  ],
  // `well short of the €24m expected by analysts polled by the Globe`
  [
    /\d.* (?:expected|forecast|predicted|projected|pencilled in) by /,
    /(?<what>(?:[$£€¥]|\b[A-Z]{3} )?\d[\d.,]*\S* (?:(?:million|billion|per cent|percent|points?|jobs|units) )?(?:that (?:had been|was) )?)(?<cue>expected|forecast|predicted|projected|pencilled in) by (?<who>(?!the end\b|(?:the )?\p{Lu}\p{Ll}+day\b|\d)[^,.;]{3,80}?)(?=[,;]|[.?!]?$| in | for | and )/dgu,
  ],
  // `The firm now sees sales flat to up 3%`
  [
    /\bsees /,
    new RegExp(
      `${OPEN}${WHO}${ASIDE} (?<cue>(?:now |still |also )*sees)(?= (?:its |their |the )?(?:[\\p{Ll}-]+ ){0,2}(?:sales|profits?|growth|revenues?|inflation|prices|demand|earnings|output|loss(?:es)?|margins?|costs?|economy)\\b)${WHAT}`,
      'dgiu',
    ),
  ],
  // `The weather office measured one flake at 4 centimetres`
  [
    /\b(?:measured|recorded|registered|logged|clocked) /,
    new RegExp(
      `${OPEN}(?<who>(?:the |an? )?(?:[\\p{L}’'-]+ ){0,4}(?:service|office|observatory|institute|bureau|survey|agency|centre|center|station)(?: (?:at|in|on|of) (?:the )?[\\p{L}-]+)?) (?<cue>(?:has |have |had )?(?:measured|recorded|registered|logged|clocked))${WHAT}`,
      'dgiu',
    ),
  ],
  // `Two guards had slept, an inquiry found in May`
  [
    /, [^,]+ (?:found|concluded|ruled|established)\b/,
    /^(?<what>.{2,240}?), (?<who>(?:an?|the|two|three) (?:[\p{L}’'-]+ ){0,4}(?:inquiry|inquest|investigation|investigators|audit|auditors|report|study|survey|review|court|tribunal|committee|commission|panel|watchdog|jury|judge|coroner)(?: (?:by|of|for|in) [^,.;]{3,40}?)?) (?<cue>found|concluded|ruled|established)(?=[.;]?$| (?:last|this|in|on|earlier|yesterday)\b[^,]{0,30}[.;]?$)/dgu,
  ],
  // `The council put the cost at £90,000`
  [
    /\bputs?\b/i,
    new RegExp(
      `${OPEN}(?!markets|the odds)${WHO}${ASIDE} (?<cue>(?:(?:had|has|have) )?puts?)\\b(?= [^.;“”"]{1,80}? at )${WHAT}`,
      'dgiu',
    ),
  ],
  // `Analysts expected a profit of $3.10`, `The bank estimates that 30 branches will close`
  [
    /expect|forecast|estimate|predict|project|calculate|reckon|reported|confirmed|looking for/i,
    new RegExp(
      `${OPEN}${WHO}${ASIDE} (?<cue>(?:now |still |also |today |had |has |have )*(?:(?:is|are|was|were|been) (?:looking for|expecting|forecasting|predicting|projecting)|expect(?:s|ed)?|forecasts?|forecasted|estimate[sd]?|predict(?:s|ed)?|project(?:s|ed)|calculate[sd]|reckon(?:s|ed)?|reported|confirmed))\\b(?! by)${WHAT}`,
      'dgiu',
    ),
  ],
  // `a crowd that the police put at 7,000 and the Echo at 10,000`, `The bank doubts the plan, and puts its cost at £3m`
  [
    /\bputs? at /,
    /(?<=\bthat )(?<who>(?!(?:he|she|it|they|we|I)\b)[^,.;:“”"]{3,50}?) (?<cue>puts?)(?<what> at (?:[^,;]|,(?=\d)){1,40}?)(?=,(?!\d)| and |[.?!]?$)/dgu,
  ],
  [
    /\bputs? (?:[\p{Ll}]+ ){0,3}at .* and .* at /u,
    /(?<=\bputs? (?:[\p{Ll}]+ ){0,3}at (?:[^,;]|,(?=\d)){1,40} and )(?<who>[^,.;:“”"\d]{3,50}?) (?<cue>at)(?<what> [^;]{1,60}?)(?=, |[.?!]?$)/dgu,
  ],
  [
    / and puts? /,
    new RegExp(
      `${OPEN}${WHO}${ASIDE} \\p{Ll}+(?:s|ed) [^.;“”"]{1,60}?,? and (?<cue>puts?)\\b(?= [^.;“”"]{1,80}? at )${WHAT}`,
      'dgiu',
    ),
  ],
  // `what the tracker measured at 9.7 degrees`, `a gift that the guild valued at £3`, `put at 240 by Mr Ode`
  [
    /\b(?:valued|measured|estimated|reckoned) at /,
    /(?<=\b(?:that|what) )(?<who>(?!(?:he|she|it|they|we|I)\b)[^,.;:“”"]{3,50}?) (?<cue>valued|measured|estimated|reckoned)(?<what> at (?:[^,;]|,(?=\d)){1,60}?)(?=,(?!\d)| and |[.?!]?$)/dgu,
  ],
  [
    /\b(?:put|estimated|valued|reckoned) at .* by /,
    /\b(?<cue>put|estimated|valued|reckoned)(?<what> at (?:[^,;.]|[,.](?=\d)){1,40}?) by (?<who>[^,.;:]{3,60}?)(?=[,;]|[.?!]?$)/dgu,
  ],
  // `A jeweller has valued it at £1,900`, `The coach counted 17 penalties`
  [
    /\bvalue[sd] /,
    new RegExp(
      `${OPEN}${WHO}${ASIDE} (?<cue>(?:has |have |had )?value[sd])(?= [^.;,“”"]{1,60}? at )${WHAT}`,
      'dgiu',
    ),
  ],
  [
    /\bcounted /,
    new RegExp(`${OPEN}${WHO}${ASIDE} (?<cue>(?:has |have |had )?counted)${WHAT}`, 'dgiu'),
  ],
  // `The broker cut its price target from 260p to 195p`
  [
    /\b(?:cut|lowered|raised|lifted|trimmed|halved|doubled|kept|upgraded|downgraded) (?:its|their|his|her) /,
    new RegExp(
      `${OPEN}${WHO}${ASIDE} (?<cue>(?:has |have |had )?(?:cut|lowered|raised|lifted|trimmed|halved|doubled|kept|upgraded|downgraded))(?= (?:its|their|his|her) (?:[\\p{L}-]+ ){0,3}(?:price target|target price|forecast|estimate|guidance|outlook))(?<what> .{1,120}?)(?= and | for | after | as | when | because |, |;|[.?!]?$)`,
      'dgiu',
    ),
  ],
  // `The bank kept its “sell” advice and cut its target price to 90p`
  [
    / (?:and|but) (?:cut|lowered|raised|lifted|trimmed|halved|doubled) (?:its|their) /,
    new RegExp(
      `${OPEN}(?<who>(?!(?:It|He|She|They|We|I) )[^,.;:“”"]{2,60}?) (?:kept|keeps|repeated|reiterated|maintained|stuck to|stuck with|held) [^.;]{2,60}? (?:and|but) (?<cue>cut|lowered|raised|lifted|trimmed|halved|doubled)(?= (?:its|their) (?:[\\p{L}-]+ ){0,2}(?:price target|target price|forecast|estimate))(?<what> .{1,120}?)(?= and | for | after | as | when | because |, |;|[.?!]?$)`,
      'dgiu',
    ),
  ],
  // `The trust gives a different count, of 66`, `The paper gives the reef a one-in-three chance`
  [
    /\bg[ia]ves? .*\b(?:count|figure|total|estimate|chance|odds|toll)\b/,
    new RegExp(
      `${OPEN}${WHO}${ASIDE} (?<cue>gives?|gave)(?= (?:[\\p{L}\\d-]+ ){1,6}(?:count|figure|total|estimate|chance|odds|toll)\\b)(?<what> .{1,200}?)(?=;|[.?!]?$)`,
      'dgiu',
    ),
  ],
  // `police thought 200,000`
  [
    /\b(?:thinks?|thought) (?:\p{L}+ ){0,2}[$£€]?\d/u,
    new RegExp(
      `${OPEN}${WHO}${ASIDE} (?<cue>thinks?|thought)(?= (?:about |around |only |nearly |more like )?[$£€]?\\d)${WHAT}`,
      'dgiu',
    ),
  ],
  // `the £190m-£220m that analysts had expected`
  [
    /\bhad (?:expected|forecast|predicted|projected|hoped|pencilled|been)/,
    /(?<what>[^,;]{2,60}?) (?:that )?(?<who>(?:[\p{L}’'-]+ ){0,2}?(?:analysts|economists|forecasters|investors|experts|brokers|bookmakers|pollsters))(?: polled by [^,.;]{2,40})? (?<cue>had (?:expected|forecast|predicted|projected|hoped for|pencilled in|been looking for))/dgu,
  ],
  // `Ministry data show 412 deaths`, `The handbook allows 40 kilograms`, `Police counted 3,000`
  [
    /allow|g[ia]ve|count|list|record|read|show|log|document|flag|f[io]und|find/i,
    new RegExp(
      `${OPEN}(?<who>(?!(?:It|There|This|That|He|She|They|We|I) )(?:[^,.;:“”"()]{1,60} )?${PAPER}(?: (?:(?:subpoenaed|obtained|seen|released|published|issued|compiled|posted|filed|leaked|dated) )?(?:of|by|from|for|at|in|to) [^,.;]{2,60}?)?)${ASIDE} (?<cue>(?:has |have |had )?(?:just )?(?:allows?|allowed|gives?|gave|given|counts?|counted|lists?|listed|recorded|reads?|shows?|showed|shown|logged|logs|documented|flagged|flags|found|finds))\\b${WHAT}`,
      'dgiu',
    ),
  ],
  // `It paid £410,000, land records show.`
  [
    /, [^,]+ (?:show|suggest|indicate)/,
    /^(?<what>.{2,240}?), (?<who>(?!an? )[^,.;:“”"]{3,60}?) (?<cue>shows?|showed|suggests?|suggested|indicates?|indicated)(?=[.;,]?$|, (?:and|but|with|while|although|up|down|against|compared|from) )/dgu,
  ],
  // `thought by The Courtier magazine to be £250,000`
  [
    /\b(?:thought|estimated|put|valued|reckoned|said|believed|reported) by /,
    /\b(?<cue>(?:thought|estimated|put|valued|reckoned|said|believed|reported) by) (?<who>[^,.;:]{3,60}?)(?<what> (?:to be|at|as) [^;]{1,120}?)(?=, |;|[.?!]?$)/dgu,
  ],
  // `about 40 per cent by the reckoning of the clinic`
  [
    /\bby the (?:reckoning|estimate|count|calculation|account)/,
    /(?<what>[^;]{2,120}?),? (?<cue>by the (?:reckoning|estimate|count|calculations?|account) of) (?<who>[^,.;]{3,60})/dgu,
  ],
  // `By one estimate 17 trees were felled`
  [
    /\b(?:count|estimates?|reckoning|tally|calculations?|measure)\b/i,
    /(?:^|, )(?<cue>[Bb]y) (?<who>(?!(?:his|her|its|their|my|our) )[^,.;]{2,40}? (?:count|estimate|reckoning|tally|calculations?|measure|estimates))\b(?<what>,? .{1,200}?)(?=;|[.?!]?$)/dgu,
  ],
];
