import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { RenderedButton } from './render.ts';

/** https://discord.com/developers/docs/components/reference */
const CUSTOM_ID_LIMIT = 100;
const ROW_LIMIT = 5; // buttons in a row
const ROWS_LIMIT = 5;

/** What a button knows by itself, also after a restart: the line it means, and whose it is. */
export interface ButtonState {
  /** Null where there was no room for it: then the button is everyone's. */
  readonly person: string | null;
  readonly line: string;
}

/** Buttons in rows. One whose line does not fit, or that is there already, is left out. */
export function buttonRows(
  buttons: readonly RenderedButton[],
  person: string,
): APIActionRowComponent<APIButtonComponentWithCustomId>[] {
  const made = new Map<string, APIButtonComponentWithCustomId>();
  for (const { label, line } of buttons) {
    const id = writeCustomId({ person, line });
    if (id === null || label === '' || made.has(line)) continue;
    made.set(line, {
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      label,
      custom_id: id,
    });
  }
  const all = [...made.values()].slice(0, ROW_LIMIT * ROWS_LIMIT);
  return Array.from({ length: Math.ceil(all.length / ROW_LIMIT) }, (_, row) => ({
    type: ComponentType.ActionRow,
    components: all.slice(row * ROW_LIMIT, (row + 1) * ROW_LIMIT),
  }));
}

/** `whose|line`, the person's number in base 36; without it where both do not fit; null when nothing does. */
export function writeCustomId({ person, line }: ButtonState): string | null {
  const owner = person !== null && /^\d{1,20}$/.test(person) ? BigInt(person).toString(36) : '';
  const id = [owner && `${owner}|${line}`, line].find(
    ({ length }) => length > 0 && length <= CUSTOM_ID_LIMIT,
  );
  return id ?? null;
}

/** Reads a button's state; null for what no button of ours says. */
export function readCustomId(id: string): ButtonState | null {
  const [, owner, line] = /^(?:([0-9a-z]{1,14})\|)?(\/[^\n]+)$/.exec(id) ?? [];
  return line === undefined ? null : { person: owner ? readBase36(owner) : null, line };
}

function readBase36(digits: string): string {
  return [...digits]
    .reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n)
    .toString();
}
