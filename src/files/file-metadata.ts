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

/** What a downloaded file states about itself, such as its query, URL, scope and sources. */
export interface FileMetadata {
  /** Messages in the language of the file. */
  messages: LocaleMessages;
  title: string;
  /** Returns the URL of the same query; null if it is too long or unknown. */
  address(): string | null;
  query: string;
  variables: string;
  retrievedAt: Date;
  /** Returns sentences about what the rows omit; complete after the last row. */
  scope(): readonly string[];
  /** Returns footnotes of names; complete after the last row. */
  footnotes(): readonly string[];
  terms(origins: readonly CitedSource[]): Promise<readonly ReuseTerms[]>;
}
