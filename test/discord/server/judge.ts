type Json = Readonly<Record<string, unknown>>;

/** What Discord takes in a message; anything else in its body is refused here. */
const FIELDS: Readonly<Record<Sort, readonly string[]>> = {
  message: ['nonce', 'enforce_nonce', 'message_reference'],
  edit: [],
  'follow-up': [],
  callback: [],
};
const IN_EACH = ['content', 'flags', 'allowed_mentions', 'components', 'attachments', 'files'];
type Sort = 'message' | 'edit' | 'follow-up' | 'callback';

/** What Discord would refuse in the body that begins a thread with a message. */
export function judgeThread(body: unknown): readonly string[] {
  const { name, files: _, ...rest } = record(body);
  return [
    ...unknownFields(rest, ['auto_archive_duration', 'rate_limit_per_user']),
    ...when(typeof name !== 'string' || name === '', 'a thread without a name'),
    ...when(String(name).length > 100, 'a name longer than 100'),
  ];
}

/** What Discord would refuse in the body of a message, or we must not send; empty when all is well. */
export function judgeMessage(body: unknown, sort: Sort): readonly string[] {
  const { content, flags = 0, allowed_mentions: mentions, components = [], ...rest } = record(body);
  const reference = record(rest.message_reference);
  return [
    ...unknownFields(record(body), [...IN_EACH, ...FIELDS[sort]]),
    ...when('attachments' in rest && rest.files !== true, 'an attachment without its file'),
    ...when(typeof content !== 'string' || content.trim() === '', 'content is empty'),
    ...when(String(content).length > 2000, 'content is longer than 2000'),
    ...when(JSON.stringify(mentions) !== '{"parse":[],"replied_user":false}', 'may ping someone'),
    ...when(![4, 68].includes(Number(flags)), `flags ${flags}`),
    ...when(sort === 'edit' && flags !== 4, 'an edit cannot change who sees it'),
    ...when(sort === 'message' && flags !== 4, 'a channel has no private messages'),
    ...when(String(rest.nonce ?? '').length > 25, 'nonce is longer than 25'),
    ...when(
      'message_reference' in rest && reference.fail_if_not_exists !== false,
      'fails when the question is gone',
    ),
    ...judgeRows(components),
  ];
}

function judgeRows(rows: unknown): readonly string[] {
  if (!Array.isArray(rows) || rows.length > 5) return ['more than 5 rows'];
  const buttons = rows.flatMap((row) => record(row).components);
  const ids = buttons.map((button) => record(button).custom_id);
  return [
    ...when(new Set(ids).size !== ids.length, 'a custom_id stands twice'),
    ...rows.flatMap((row) => {
      const { type, components } = record(row);
      const count = Array.isArray(components) ? components.length : 0;
      return when(
        type !== 1 || count < 1 || count > 5,
        `row of type ${type} with ${count} buttons`,
      );
    }),
    ...buttons.flatMap((button) => {
      const { type, style, label, custom_id: id, ...rest } = record(button);
      return [
        ...unknownFields(rest, ['disabled']),
        ...when(type !== 2 || ![1, 2, 3, 4].includes(Number(style)), 'not a button'),
        ...when(!isText(label, 80), 'label'),
        ...when(!isText(id, 100), 'custom_id'),
      ];
    }),
  ];
}

/** What Discord would refuse in a list of commands. */
export function judgeCommands(body: unknown): readonly string[] {
  if (!Array.isArray(body)) return ['not a list'];
  const keys = body.map((one) => `${record(one).type} ${record(one).name}`);
  const count = (type: number) => body.filter((one) => record(one).type === type).length;
  return [
    ...when(new Set(keys).size !== keys.length, 'a command stands twice'),
    ...when(count(1) > 100 || count(3) > 15, 'too many commands'),
    ...body.flatMap((one) => judgeCommand(record(one))),
  ];
}

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

function judgeCommand({
  type,
  options = [],
  contexts,
  integration_types,
  ...rest
}: Json): readonly string[] {
  const slash = type === 1;
  const list = Array.isArray(options) ? options.map(record) : [];
  return [
    ...unknownFields(rest, ['name', 'description', 'default_member_permissions']),
    ...when(!slash && type !== 3, `type ${type}`),
    ...when(
      'default_member_permissions' in rest && !Number.isInteger(rest.default_member_permissions),
      'default_member_permissions',
    ),
    ...judgeWords(rest, slash),
    ...when(!slash && ('description' in rest || list.length > 0), 'a menu has only a name'),
    ...when(list.length > 25, 'more than 25 options'),
    ...judgeOrder(list),
    ...when(contexts !== undefined && !isListOf(contexts, [0, 1, 2]), 'contexts'),
    ...when(
      integration_types !== undefined && !isListOf(integration_types, [0, 1]),
      'integration_types',
    ),
    ...judgeOptions(list, true),
  ];
}

/** Verbs hold options; options of a command with verbs are all verbs. */
function judgeOptions(list: readonly Json[], isTop: boolean): readonly string[] {
  const verbs = list.filter(({ type }) => type === 1);
  return [
    ...when(verbs.length > 0 && (!isTop || verbs.length < list.length), 'verbs among options'),
    ...when(new Set(list.map(({ name }) => name)).size < list.length, 'an option stands twice'),
    ...list.flatMap(({ type: kind, required, autocomplete, options: inner = [], ...option }) => [
      ...unknownFields(option, ['name', 'description', 'choices', 'min_length', 'max_length']),
      ...when(kind !== 1 && kind !== 3 && kind !== 5, `option of type ${kind}`),
      ...when(kind === 1 && required !== undefined, 'a verb is not required'),
      ...when(autocomplete === true && kind !== 3, 'only words are completed'),
      ...judgeWords(option, true),
      ...(Array.isArray(inner) ? judgeOptions(inner.map(record), false) : ['options']),
      ...judgeOrder(Array.isArray(inner) ? inner.map(record) : []),
    ]),
  ];
}

function judgeOrder(list: readonly Json[]): readonly string[] {
  const required = list.map((option) => option.required === true);
  return when(
    required.includes(false) && required.lastIndexOf(true) > required.indexOf(false),
    'required options come first',
  );
}

function judgeWords(part: Json, slash: boolean): readonly string[] {
  const names = [part.name];
  const texts = [part.description];
  const isName = (name: unknown): boolean =>
    slash ? NAME.test(String(name)) && name === String(name).toLowerCase() : isText(name, 32);
  return [
    ...names.flatMap((name) => when(!isName(name), `name ${name}`)),
    ...texts.flatMap((text) => when(slash && !isText(text, 100), `description ${text}`)),
  ];
}

function isListOf(list: unknown, values: readonly number[]): boolean {
  return Array.isArray(list) && list.length > 0 && list.every((one) => values.includes(one));
}

function isText(text: unknown, limit: number): boolean {
  return typeof text === 'string' && text.length > 0 && text.length <= limit;
}

function unknownFields(part: Json, known: readonly string[]): readonly string[] {
  return Object.keys(part).flatMap((key) => when(!known.includes(key), `unknown field ${key}`));
}

function when(wrong: boolean, what: string): readonly string[] {
  return wrong ? [what] : [];
}

function record(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}
