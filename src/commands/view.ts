/** Whose view is asked for, and of what. */
export interface View {
  readonly person: string;
  readonly topic: string | null;
}

const END = '[\\s?.!]*$';
const WHOSE = "(.+?)(?:['’]s?)?";

/** Ways to ask what somebody thinks; the person first, then what it is about. */
const WAYS: readonly RegExp[] = [
  // `what did the experts think of the meeting?`, `what do they make of it`
  /what (?:did|do|does|has|have|had) (.+?) (?:think|thought|make|made|believe|feel) (?:of|about|on) (.+?)/,
  // `how do the neighbours feel about the plan?`, `how has the airline reacted to it`
  /how (?:did|do|does|has|have|had) (.+?) (?:feel|felt|react|reacted|respond|responded)(?: (?:about|to) (.+?))?/,
  // `what is the minister's view of the deal?`, `what was her reaction`
  new RegExp(
    `what(?:['’]s| is| are| was| were) ${WHOSE} (?:view|opinion|take|reaction|response|verdict|assessment|thought|position|stance)s?(?: (?:of|on|about|to) (.+?))?`,
  ),
].map(({ source }) => new RegExp(`^(?:and )?${source}${END}`, 'i'));

const ADDRESSED = /^(?:you|your|u|ur|i|my|we|our|it|its|people|anyone|anybody)$/i;

/** The view that a question asks for; null where it asks for something else. A person has at most eight words. */
export function readView(question: string): View | null {
  for (const way of WAYS) {
    const [, person = '', topic] = way.exec(question.trim()) ?? [];
    if (person === '' || person.split(/\s+/).length > 8 || ADDRESSED.test(person)) continue;
    return { person, topic: topic ?? null };
  }
  return null;
}
