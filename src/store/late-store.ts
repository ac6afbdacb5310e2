import { once } from '../text/lazy.ts';
import type { Store } from './store.ts';

/**
 * A store whose stories another one keeps, which is opened when the first story comes in and not
 * before: most who try the bot never add one, and find no folder afterwards. Until then `early` keeps the rest.
 */
export function lateStore(early: Store, open: () => Store): Store {
  const late = once(open);
  let isOpen = false;
  return {
    ...early,
    add: async (incoming) => {
      const store = late();
      isOpen = true;
      return store.add(incoming);
    },
    remove: async (id) => isOpen && late().remove(id),
    find: async (id) => (isOpen ? late().find(id) : null),
    findFrom: async (address) => (isOpen ? late().findFrom(address) : null),
    page: async (from, limit) => (isOpen ? late().page(from, limit) : []),
    readArticle: async (record) => late().readArticle(record),
    readVersion: async (record, number) => late().readVersion(record, number),
  };
}
