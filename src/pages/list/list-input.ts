import type { LinkedEntry, PageWriter } from '../../html/page-writer.js';
import type { PageInfo } from '../../html/pager.js';
import type { Field, Kind, Model } from '../../model/model.js';
import type { EntryValues } from '../../kinds/pages/page-part.js';
import type { ListFilter, PickedFilter } from './list-filters.js';
import type { ListOrder } from './list-orders.js';

export type SelectedEntries = LinkedEntry & { slug: string };

/** The answer for a list; by filter name, the selected entries. */
export interface ListAnswer {
  list: {
    totalCount: number;
    pageInfo: PageInfo;
    nodes: readonly (LinkedEntry & EntryValues)[];
    facets?: Readonly<Record<string, readonly { value: unknown; count: number }[] | null>>;
  };
}

/** What `listPage` needs. */
export interface ListInput {
  model: Model;
  kind: Kind;
  answer: ListAnswer;
  filters: readonly ListFilter[];
  picked: readonly PickedFilter[];
  orders: readonly ListOrder[];
  order: ListOrder;
  /** The parent link, if the entries are shown as a tree. */
  wider: Field | null;
  writer: PageWriter;
}
