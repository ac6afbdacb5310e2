/**
 * Nouns that say what kind of answer is asked for: "which *city*", "what was the *price*".
 * Singular forms. WordNet's categories help where a noun is not here.
 */
export const FOCUS_NOUNS: Readonly<Record<string, readonly string[]>> = {
  person:
    words(`person people man woman boy girl child president minister premier chancellor king queen
    prince princess governor mayor senator congressman congresswoman lawmaker politician leader chief
    ceo chairman chairwoman chair founder owner boss director manager coach player actor actress singer
    musician artist author writer reporter journalist editor lawyer attorney judge justice officer
    suspect victim witness killer gunman doctor nurse scientist researcher expert professor teacher
    student father mother brother sister son daughter wife husband widow spouse friend partner
    candidate nominee winner champion inventor spokesman spokeswoman spokesperson official ambassador
    secretary pope bishop priest general captain pilot driver celebrity star host name designer`),
  group:
    words(`company firm business corporation organisation organization agency group team club band
    party union university college school newspaper paper magazine network channel station outlet bank
    airline manufacturer maker retailer brand committee council court ministry department government
    army force militia church museum hospital charity body institution institute employer publisher
    broadcaster website franchise league`),
  place:
    words(`place city town village country nation state province county region area continent island
    location street road district neighborhood neighbourhood river lake sea ocean mountain airport
    capital venue site planet territory hometown birthplace headquarters`),
  time: words(`year day date month time week century decade hour season period era weekday birthday
    anniversary deadline`),
  duration: words(`duration`),
  count: words(`number total population toll amount quantity score`),
  money: words(`price cost salary fee fine budget worth value revenue profit loss income bail ransom
    reward debt payment prize-money`),
  percent: words(`percentage percent proportion share rate fraction odds chance`),
  age: words(`age`),
  measure:
    words(`distance height length width depth weight speed size temperature magnitude altitude
    volume capacity diameter`),
  reason: words(`reason cause motive purpose goal aim motivation rationale explanation`),
  manner: words(`way method means manner`),
};

function words(list: string): readonly string[] {
  return list.split(/\s+/u);
}
