// Days with a name, as a pattern with no anchors and no capture groups. One that anybody may call a day of, `on
// Founders Day`, is known by what stands before it (`named-times.ts`).
const CHRISTIAN =
  "Christmas(?: Eve| Day| morning)?|Easter(?: (?:Sunday|Monday|Saturday|Eve))?|Good Friday|Palm Sunday|Whit(?:sun|sunday| Monday| Sunday)|Ash Wednesday|Shrove Tuesday|Pancake Day|Maundy Thursday|Holy (?:Week|Saturday)|Pentecost|Michaelmas|Martinmas|Candlemas|Lammas|Lent|Advent|Epiphany|Twelfth Night|Ascension Day|Trinity Sunday|Corpus Christi|Mothering Sunday|Mardi Gras|All (?:Saints|Souls)['’]? Day|All Hallows['’]? Eve|Assumption|Candlemas Day";
const OTHER_FAITHS =
  'Ramadan|Maulud|Mawlid|Milad|Muharram|Eid(?: al-\\p{L}+)?|Ashura|Diwali|Deepavali|Holi|Navratri|Dussehra|Vaisakhi|Onam|Pongal|Durga Puja|Ganesh Chaturthi|Raksha Bandhan|Vesak|Hanukkah|Passover|Purim|Sukkot|Rosh Hashanah|Yom Kippur|Nowruz|(?:Lunar|Chinese) New Year|Tet|Songkran|Kwanzaa';
const STATE =
  "New Year(?:['’]s (?:Eve|Day))?|Thanksgiving(?: Day)?|Boxing Day|St\\.? \\p{Lu}\\p{L}+['’]s (?:Day|Eve)|Guy Fawkes (?:Night|Day)|Bonfire Night|Burns Night|Hogmanay|Juneteenth|Columbus Day|Presidents['’]? Day|M(?:artin )?L(?:uther )?K(?:ing)?,?(?: Jr\\.?)? Day|Lab(?:or|our) Day|Memorial Day|Independence Day|Veterans['’]? Day|Remembrance (?:Sunday|Day)|Armistice Day|V[EJ] Day|D-Day|Anzac Day|Waitangi Day|Australia Day|Canada Day|Victoria Day|Republic Day|Bastille Day|Flag Day|Earth Day|May Day|Cinco de Mayo|Groundhog Day|April Fools?['’]?s?['’]? Day|Super Tuesday|[Ee]lection [Dd]ay|[Pp]olling [Dd]ay|[Bb]udget [Dd]ay|Mid(?:summer|winter)(?:['’]s)?(?: (?:Eve|Day|Night))?";
const OF_ALL =
  "Black (?:Friday|Monday|Wednesday)|Cyber Monday|Valentine['’]s Day|(?:Mother|Father)['’]?s['’]? Day|Halloween|(?:Founder|Victory|Liberation)['’]?s?['’]? Day";

export const FEAST = `(?:${CHRISTIAN}|${OTHER_FAITHS}|${STATE}|${OF_ALL})`;
