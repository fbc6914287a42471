import type { Column } from '../tables/column.js';
import type { Row } from '../tables/table.js';
import type { Words } from '../words/words.js';

/** Something in which rows were read. */
export interface Origin {
  title: string;
  publisher: string | null;
  url: string | null;
}

/** The rows of a table as they come, page by page. Columns are known before the first row. */
export interface RowStream {
  /** As `Table.path`. */
  path: string;
  columns: readonly Column[];
  pages: AsyncIterable<readonly Row[]>;
}

/** The terms under which something that rows were read in is reused; null where they are not known. */
export interface Terms extends Origin {
  licence: string | null;
  attribution: string | null;
}

/** What a file says about itself. */
export interface FileFacts {
  /** The language of what it says around its tables. */
  words: Words;
  title: string;
  /** The address at which the same can be asked again; null where it is too long for one, or nobody knows where it begins. */
  address(): string | null;
  query: string;
  variables: string;
  retrievedAt: Date;
  /** What the rows include and lack, in sentences; known whole once all rows were read. */
  scope(): readonly string[];
  /** The footnotes of names in the rows; known whole once all rows were read. */
  footnotes(): readonly string[];
  /** Finds out the terms of what rows were read in. */
  terms(origins: readonly Origin[]): Promise<readonly Terms[]>;
}
