/** What the pages with a script say beside what all pages say. */
export interface ScreenWords {
  /** Of the columns of a table. */
  meanings: string;
  moreRows(count: string): string;
  /** Of a list in a cell. */
  moreItems(count: string): string;
  /** Where a table has more rows than a screen takes. */
  cut(count: string): string;
  cutChart: string;
  /** Of the period of a map. */
  fullest: string;
  saved(file: string): string;
  forPrograms: string;
  /** What a search found beside questions. */
  inContent: string;
  findExample: string;
  /** The name of a query that is no saved question. */
  query: string;
  /** Where nothing was run yet. */
  runFirst: string;
  /** What a row is that is a figure. */
  figure: string;
  citeTab: string;
  linkCopied: string;
  /** The tree of the fields of the contract: its name, how it is used, and where the query cannot be read. */
  fields: string;
  fieldsHelp: string;
  fieldsUnread: string;
  saving: SavingWords;
  /** Where an editor puts a token. */
  token: string;
  useToken: string;
}

/** The form by which an editor saves a query as a question. */
interface SavingWords {
  heading: string;
  title: string;
  slug: string;
  summary: string;
  task: string;
  role: string;
  publish: string;
  save: string;
  back: string;
  saved: string;
  published: string;
  notSaved: string;
  taken: string;
  changed: string;
}
