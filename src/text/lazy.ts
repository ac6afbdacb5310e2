/** Makes a value when it is first asked for, and once. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * Makes objects of what is given and of parts that are each worked out when first asked for. The
 * getters stand on one prototype: on each object they would take half a kilobyte, and an open archive
 * has objects by the ten thousand.
 */
export function withParts<Given extends object, Parts extends object>(
  makers: {
    readonly [Name in keyof Parts]: (given: Given) => Parts[Name];
  },
): (given: Given) => Given & Readonly<Parts> {
  const prototype = {};
  for (const name in makers) {
    const known = Symbol(name);
    Object.defineProperty(prototype, name, {
      get(this: Given & { [known]?: unknown }) {
        this[known] ??= makers[name](this);
        return this[known];
      },
    });
  }
  return (given) => Object.assign(Object.create(prototype), given);
}
