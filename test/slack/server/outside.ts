/** Outside data as a record; of anything else, one without members. */
export function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** The body of a Web API call or a response: a form whose values may be JSON, or JSON. */
export function readBody(type: string, body: string): Readonly<Record<string, unknown>> {
  if (type.includes('json')) return record(JSON.parse(body));
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([name, value]) => [name, readValue(value)]),
  );
}

function readValue(value: string): unknown {
  if (value === 'true' || value === 'false') return value === 'true';
  return /^[[{]/.test(value) ? JSON.parse(value) : value;
}
