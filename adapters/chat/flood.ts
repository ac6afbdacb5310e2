/** What to do with a question: answer it, say once that there are too many, or ignore it. */
export type FloodVerdict = 'answer' | 'note' | 'silence';

/** The polite note, for that person alone. */
export const FLOOD_NOTE =
  'That was more than 20 questions in ten seconds. Please give me a moment, then ask again.';

const WINDOW = 10_000; // milliseconds
const MOST = 20; // questions answered in a window, for each person

interface Recent {
  readonly times: readonly number[];
  readonly noted: boolean;
}

/**
 * The limit for each person: 20 questions within 10 seconds are answered, the 21st gets the note, and
 * later ones nothing until the window has moved on. Others are served meanwhile.
 */
export function createFloodLimit(now: () => number): (person: string) => FloodVerdict {
  const people = new Map<string, Recent>(); // in the order of their last question
  return (person) => {
    const time = now();
    forgetQuiet(people, time);
    const recent = people.get(person);
    const times = (recent?.times ?? []).filter((at) => time - at < WINDOW);
    people.delete(person);
    if (times.length < MOST) {
      people.set(person, { times: [...times, time], noted: false });
      return 'answer';
    }
    people.set(person, { times, noted: true });
    return recent?.noted ? 'silence' : 'note';
  };
}

function forgetQuiet(people: Map<string, Recent>, time: number): void {
  for (const [person, { times }] of people) {
    if (time - (times.at(-1) ?? 0) < WINDOW) return;
    people.delete(person);
  }
}
