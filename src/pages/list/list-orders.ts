import type { Kind, Model } from '../../model/model.js';
import { markedLeaves, screamingName, joinedName } from '../../model/model.js';

export interface ListOrder {
  /** The URL parameter, as in `PUBLISHED_ON`. */
  name: string;
  /** The field of the contract, as in `publishedOn`. */
  field: string;
  direction: 'ASC' | 'DESC';
}

/** Orders by metadata, which readers do not need. */
const BOOKKEEPING = new Set(['SLUG', 'PUBLISHED_AT']);
const DATES = ['PartialDate', 'DateTime'];

/** The orders of a list; the default first: by its date, newest first, or else by name. */
export function listOrders(model: Model, kind: Kind): readonly ListOrder[] {
  const orders = markedLeaves(model, kind, 'sort')
    .map(({ path, leaf }): ListOrder & { isDate: boolean } => ({
      name: screamingName(joinedName(path)),
      field: joinedName(path),
      direction: DATES.includes(leaf.type) ? 'DESC' : 'ASC',
      isDate: leaf.type === 'PartialDate',
    }))
    .filter(({ name }) => !BOOKKEEPING.has(name));
  // Events are sorted by day; a code sorts better than a translated name.
  const first =
    orders.find(({ isDate, field }) => isDate && field.startsWith('starts')) ??
    orders.find(({ name }) => name === 'TITLE');
  return [...orders.filter((order) => order === first), ...orders.filter((order) => order !== first)];
}

/** The order in a URL, or else the default. */
export function parseListOrder(orders: readonly ListOrder[], name: string | null): ListOrder {
  return orders.find((order) => order.name === name) ?? orders[0]!;
}
