import type { LinkedEntry, PageWriter } from '../../html/page-writer.js';
import type { PageInfo } from '../../html/pager.js';
import type { Field, Kind, Model } from '../../model/model.js';
import type { EntryValues } from '../../kinds/pages/page-part.js';
import type { ListFilter, PickedFilter } from './list-filters.js';
import type { ListOrder } from './list-orders.js';

/** An entry with its slug, as a filter names it. */
export type Named = LinkedEntry & { slug: string };

/** A list as the contract gives it to its page; by the names of filters, the entries that it is filtered by. */
export interface ListAnswer {
  list: {
    totalCount: number;
    pageInfo: PageInfo;
    nodes: readonly (LinkedEntry & EntryValues)[];
    facets?: Readonly<Record<string, readonly { value: unknown; count: number }[] | null>>;
  };
}

/** What the page of a list is made from. */
export interface ListInput {
  model: Model;
  kind: Kind;
  answer: ListAnswer;
  filters: readonly ListFilter[];
  picked: readonly PickedFilter[];
  orders: readonly ListOrder[];
  order: ListOrder;
  /** The link by which the entries make a tree; null where they stand one under the other. */
  wider: Field | null;
  writer: PageWriter;
}
