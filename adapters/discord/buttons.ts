import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  ButtonStyle,
  ComponentType,
} from 'discord.js';

/** https://discord.com/developers/docs/components/reference */
const CUSTOM_ID_LIMIT = 100;
const LABEL_LIMIT = 80;
const ROW_LIMIT = 5; // buttons in a row

/** What a button knows by itself, also after a restart: the line it means, and whose it is. */
export interface ButtonState {
  /** Null where there was no room for it: then the button is everyone's. */
  readonly person: string | null;
  readonly line: string;
  /** The first message to show: earlier ones already were. */
  readonly from: number;
  /** Whether the answer is for everyone in the channel. */
  readonly share: boolean;
}

/** A button before it has its owner. */
export type Button = Partial<ButtonState> & Pick<ButtonState, 'line'> & { readonly label: string };

/** A row of buttons. One whose line does not fit, or that is a duplicate, is left out. */
export function buttonRows(
  buttons: readonly Button[],
  person: string,
): APIActionRowComponent<APIButtonComponentWithCustomId>[] {
  const made = new Map<string, APIButtonComponentWithCustomId>();
  for (const { label, line, from = 0, share = false } of buttons) {
    const id = writeCustomId({ person, line, from, share });
    if (id === null || label === '' || made.has(id)) continue;
    made.set(id, {
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      label: label.slice(0, LABEL_LIMIT),
      custom_id: id,
    });
  }
  const components = [...made.values()].slice(0, ROW_LIMIT);
  return components.length === 0 ? [] : [{ type: ComponentType.ActionRow, components }];
}

/**
 * `whose+from!|line`, the person's id in base 36; without the person where it does not all fit; null when nothing
 * does. `+2`: from the third message on; `!`: for everyone.
 */
export function writeCustomId({ person, line, from, share }: ButtonState): string | null {
  const owner = person !== null && /^\d{1,20}$/.test(person) ? BigInt(person).toString(36) : '';
  const what = `${from > 0 ? `+${from}` : ''}${share ? '!' : ''}`;
  const written = [`${owner}${what}|${line}`, what ? `${what}|${line}` : line];
  return written.find(({ length }) => line !== '' && length <= CUSTOM_ID_LIMIT) ?? null;
}

/** Reads a button's state; null for what no button of ours says. */
export function readCustomId(id: string): ButtonState | null {
  const [, owner, from, share, line] =
    /^(?:([0-9a-z]{1,14})?(?:\+(\d{1,3}))?(!)?\|)?([^\n|][^\n]*)$/.exec(id) ?? [];
  const isWhole = from === undefined && share === undefined;
  if (line === undefined || (isWhole && !line.startsWith('/'))) return null;
  return {
    person: owner ? readBase36(owner) : null,
    line,
    from: Number(from ?? 0),
    share: share !== undefined,
  };
}

function readBase36(digits: string): string {
  return [...digits]
    .reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n)
    .toString();
}
