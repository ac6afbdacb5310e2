const WORDS = `academy administration agency airlines airways alliance army assembly association authority
bank board brigade bureau cabinet center centre church club coalition college commission committee
commons company congress consortium constabulary cooperative corp corporation council court department
directorate embassy federation fire foods force foundation front fund group guard guild holdings hospital hotel house
inc industries initiative institute institution laboratory league library limited llc llp lords ltd
ministry mission motors movement museum navy network news office organisation organization orchestra
panel parliament partners partnership party plc police post press project radio rovers school senate service
services society studio studios syndicate synod systems team telegraph television theatre theater
times tribunal tribune trust union united university volunteers workshop yard journal herald gazette guardian echo record
observer mail chronicle courier magazine review mirror examiner inquirer dispatch sentinel standard
channel broadcasting media reuters bloomberg standards cathedral playhouse mutual insurance campaign friends citizens
residents tenants parents families collective charity archives observatory clinic hospice orchestra choir quartet
works airport rail railways energy authorities constabulary archive labs laboratories technologies air fm mining metals
minerals resources logistics pharmaceuticals pharma homes housing properties developments construction engineering
software solutions ventures investments securities shipping ferries petroleum telecom telecoms communications brewery
breweries supermarkets entertainment chamber confederation fellowship forum legion secretariat inspectorate
consulate corps voice centers centres institutes`;

const words = new Set(WORDS.split(/\s+/));

/** Whether a word (any case) is one that names of organisations hold: `Ministry`, `Bank`, `Herald`. */
export function isOrganisationWord(word: string): boolean {
  return words.has(word.toLowerCase().replace(/\.$/, ''));
}
