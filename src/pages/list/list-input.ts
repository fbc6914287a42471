import type { LinkedEntry, PageWriter } from '../../html/page-writer.js';
import type { PageInfo } from '../../html/pager.js';
import type { Field, Kind, Model } from '../../model/model.js';
import type { EntryValues } from '../../kinds/pages/page-part.js';
import type { ListFilter, FilterWithValues } from './list-filters.js';
import type { ListOrder } from './list-orders.js';

export type FilterValueEntry = LinkedEntry & { slug: string };

/** The response to `listPageQuery`. It also contains the selected entries, by filter name. */
export interface ListPageResponse {
  list: {
    totalCount: number;
    pageInfo: PageInfo;
    nodes: readonly (LinkedEntry & EntryValues)[];
    facets?: Readonly<Record<string, readonly { value: unknown; count: number }[] | null>>;
  };
}

/** Kind, response, filters and sort order from which `listPage` renders a page. */
export interface ListPageInput {
  model: Model;
  kind: Kind;
  answer: ListPageResponse;
  filters: readonly ListFilter[];
  picked: readonly FilterWithValues[];
  orders: readonly ListOrder[];
  order: ListOrder;
  /** Link to the parent, if entries are shown as a tree; else null. */
  parentLink: Field | null;
  writer: PageWriter;
}
