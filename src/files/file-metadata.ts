import type { Column } from '../tables/column.js';
import type { TableRow } from '../tables/table.js';
import type { LocaleMessages } from '../i18n/locale-messages.js';

/** A source of the figures in a file. */
export interface CitedSource {
  title: string;
  publisher: string | null;
  url: string | null;
}

/** A table whose rows are read in pages. Its columns are known before the first row. */
export interface RowStream {
  /** Path of the table, as in `ResultTable.path`. */
  path: string;
  columns: readonly Column[];
  pages: AsyncIterable<readonly TableRow[]>;
}

/** Reuse terms of a source; null if unknown. */
export interface ReuseTerms extends CitedSource {
  licence: string | null;
  attribution: string | null;
}

/** Metadata in a downloaded file, such as its query, URL, completeness and sources. */
export interface FileMetadata {
  /** Messages in the language of the file. */
  messages: LocaleMessages;
  title: string;
  /** Titles of codes for totals; the citation omits them. */
  totals?: ReadonlySet<string>;
  /** Returns the permalink of the data, else the URL of the query; null if neither is known or short enough. */
  address(): string | null;
  query: string;
  variables: string;
  retrievedAt: Date;
  /** Returns sentences on missing rows. Complete only after the last row is read. */
  scope(): readonly string[];
  /** Returns the footnotes of names in the rows. Complete only after the last row is read. */
  footnotes(): readonly string[];
  terms(origins: readonly CitedSource[]): Promise<readonly ReuseTerms[]>;
}
