import type { Column } from '../tables/column.js';
import type { TableRow } from '../tables/table.js';
import type { LocaleMessages } from '../i18n/locale-messages.js';

/** A source of rows. */
export interface RowSource {
  title: string;
  publisher: string | null;
  url: string | null;
}

/** Rows by page. Columns are known before the first row. */
export interface RowStream {
  /** As `Table.path`. */
  path: string;
  columns: readonly Column[];
  pages: AsyncIterable<readonly TableRow[]>;
}

/** Reuse terms of a source; null where unknown. */
export interface ReuseTerms extends RowSource {
  licence: string | null;
  attribution: string | null;
}

/** Metadata of a file. */
export interface FileFacts {
  /** In the language of the file. */
  messages: LocaleMessages;
  title: string;
  /** Address of the same query; null where it is too long or unknown. */
  address(): string | null;
  query: string;
  variables: string;
  retrievedAt: Date;
  /** Sentences about what the rows lack; complete after the last row. */
  scope(): readonly string[];
  /** Footnotes of names; complete after the last row. */
  footnotes(): readonly string[];
  terms(origins: readonly RowSource[]): Promise<readonly ReuseTerms[]>;
}
