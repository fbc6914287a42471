import type { Kind, Model } from '../../model/model.js';
import { markedLeaves, screamingName, joinedName } from '../../model/model.js';

/** An order of a list. */
export interface ListOrder {
  /** In the address, as in `PUBLISHED_ON`. */
  name: string;
  /** In the contract, as in `publishedOn`. */
  field: string;
  direction: 'ASC' | 'DESC';
}

/** Orders by what is kept of every entry, which no reader looks for. */
const BOOKKEEPING = new Set(['SLUG', 'PUBLISHED_AT']);
const DATES = ['PartialDate', 'DateTime'];

/** The orders of a list: first that in which it comes, by its dates or else by its names. Dates begin with the newest. */
export function listOrders(model: Model, kind: Kind): readonly ListOrder[] {
  const orders = markedLeaves(model, kind, 'sort')
    .map(({ path, leaf }): ListOrder & { isDate: boolean } => ({
      name: screamingName(joinedName(path)),
      field: joinedName(path),
      direction: DATES.includes(leaf.type) ? 'DESC' : 'ASC',
      isDate: leaf.type === 'PartialDate',
    }))
    .filter(({ name }) => !BOOKKEEPING.has(name));
  // What has a day of its own, such as a meeting, is looked for by it; a code says more than a name in another language.
  const first =
    orders.find(({ isDate, field }) => isDate && field.startsWith('starts')) ??
    orders.find(({ name }) => name === 'TITLE');
  return [...orders.filter((order) => order === first), ...orders.filter((order) => order !== first)];
}

/** The order that an address asks for, else the first. */
export function pickedOrder(orders: readonly ListOrder[], name: string | null): ListOrder {
  return orders.find((order) => order.name === name) ?? orders[0]!;
}
