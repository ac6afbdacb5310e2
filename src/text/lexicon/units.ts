/** Words that count or measure: what stands after a number says what it is a number of. */
export const NUMBER_WORDS =
  words(`one two three four five six seven eight nine ten eleven twelve thirteen
  fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty
  ninety hundred hundreds thousand thousands million millions billion billions trillion dozen dozens
  half couple several many few`);
export const MONEY_WORDS =
  words(`dollar dollars pound pounds euro euros yen yuan rupee rupees peso pesos
  cent cents pence penny crown crowns baht rand shekel shekels dinar dinars lira won ringgit franc francs usd eur gbp krone kroner quid bucks rouble roubles ruble rubles`);
export const MEASURE_WORDS =
  words(`mile miles kilometer kilometers kilometre kilometres km meter meters metre
  metres centimeter centimeters centimetre centimetres millimeter millimeters millimetre millimetres knot foot feet inch inches yard yards mm cm m ml cl mg kWh kg kilogram kilograms gram grams ton tons tonne tonnes
  pound pounds lb lbs ounce ounces acre acres hectare hectares degree degrees mph kph knots liter liters
  litre litres gallon gallons barrel barrels watt watts megawatts square magnitude`);
function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/u));
}
