import type { APIApplicationCommandOptionChoice } from 'discord.js';
import type { BotCore, CommandInfo, Place } from '../../src/index.ts';

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-choice-structure */
const MOST_CHOICES = 25;
const CHOICE_LIMIT = 100; // UTF-16 units of a name or a value

/**
 * What is offered while someone types in an option: nothing for free words, or when it fails.
 * A choice's name, typed by hand, means what the choice does.
 */
export async function findChoices(
  complete: BotCore['complete'],
  typing: {
    readonly command: CommandInfo | null;
    readonly option: string;
    readonly typed: string;
  },
  place: Place,
): Promise<readonly APIApplicationCommandOptionChoice<string>[]> {
  const what =
    typing.command?.options.find(({ name }) => name === typing.option)?.completes ?? null;
  if (what === null) return [];
  try {
    const found = await complete(what, typing.typed, place);
    const choices = found.flatMap(({ name, value }) => {
      const shown = cutWhole(name);
      const meant = value.length > CHOICE_LIMIT ? cutWhole(value) : value.trim();
      return shown === '' || meant === '' ? [] : [{ name: shown, value: meant }];
    });
    return choices
      .filter(({ name }, i) => choices.findIndex((other) => other.name === name) === i)
      .slice(0, MOST_CHOICES);
  } catch {
    return []; // whoever types goes on typing
  }
}

/** At most 100 units, cut between whole characters as people see them. */
export function cutWhole(name: string): string {
  const plain = name.replace(/\s+/g, ' ').trim();
  if (plain.length <= CHOICE_LIMIT) return plain;
  const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  const cut = characters.segment(plain).containing(CHOICE_LIMIT)?.index ?? CHOICE_LIMIT;
  return plain.slice(0, cut).trim();
}
