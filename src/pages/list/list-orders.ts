import { directiveLeaves, camelCasePath, type Kind, type Model, upperSnakeCase } from '../../model/model.js';

/** A sort order of a list page. */
export interface ListOrder {
  /** Value of the URL parameter `sort`, such as `PUBLISHED_ON`. */
  name: string;
  /** Field of the order input, such as `publishedOn`. */
  field: string;
  direction: 'ASC' | 'DESC';
  /** Whether the field is a date without a time. */
  isDate: boolean;
}

/** Sort orders by metadata that are not useful to readers. */
const HIDDEN_ORDERS = new Set(['SLUG', 'PUBLISHED_AT']);
const DATE_TYPES = ['PartialDate', 'DateTime'];

/** Returns the sort orders of a list, the default first: by start date, descending, or else by title. */
export function listOrders(model: Model, kind: Kind): readonly ListOrder[] {
  const orders = directiveLeaves(model, kind, 'sort')
    .map(({ path, leaf }): ListOrder => ({
      name: upperSnakeCase(camelCasePath(path)),
      field: camelCasePath(path),
      direction: DATE_TYPES.includes(leaf.type) ? 'DESC' : 'ASC',
      isDate: leaf.type === 'PartialDate',
    }))
    .filter(({ name }) => !HIDDEN_ORDERS.has(name));
  const defaultOrder =
    orders.find(({ isDate, field }) => isDate && field.startsWith('starts')) ??
    orders.find(({ name }) => name === 'TITLE');
  return [...orders.filter((order) => order === defaultOrder), ...orders.filter((order) => order !== defaultOrder)];
}

/** Returns the sort order in a URL; falls back to the default. */
export function parseListOrder(orders: readonly ListOrder[], name: string | null): ListOrder {
  return orders.find((order) => order.name === name) ?? orders[0]!;
}
