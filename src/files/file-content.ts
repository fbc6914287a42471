import type { Column } from '../tables/column.js';
import type { Row } from '../tables/table.js';

/** The rows of a table as they come, page by page. Columns are known before the first row. */
export interface RowStream {
  /** As `Table.path`. */
  path: string;
  columns: readonly Column[];
  pages: AsyncIterable<readonly Row[]>;
}

/** What a file says about itself. */
export interface FileFacts {
  title: string;
  /** The address at which the same can be asked again; null where it is too long for one, or nobody knows where it begins. */
  address: string | null;
  query: string;
  variables: string;
  retrievedAt: Date;
}

/** Lines of what a file is and where it is from: a name and a text. */
export function factLines({ title, address, query, variables, retrievedAt }: FileFacts): [string, string][] {
  const at = retrievedAt.toISOString();
  return [
    ['Title', title],
    ['Retrieved', at],
    ['Address', address ?? ''],
    ['How to cite', `Signpost. ${title}. Retrieved ${at.slice(0, 10)}${address === null ? '' : ` from ${address}`}`],
    [
      'Licence',
      'Each figure is reused under the terms of its publisher, whom the column of sources names; see NOTICE.',
    ],
    ['Query', query],
    ['Variables', variables],
  ];
}
