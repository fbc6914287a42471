import type { ChartWords } from './chart-words.js';
import type { ScreenWords } from './screen-words.js';

/** How many there are of something, in words: "1 row", "24 rows". */
type Counted = (count: number) => string;

/** What every page has around its content. */
interface SiteWords {
  tagline: string;
  skip: string;
  home: string;
  language: string;
  /** The language's own name, for the switch. */
  ownName: string;
  mainNavigation: string;
  breadcrumb: string;
  about: string;
  find: string;
  further: string;
  editor: string;
  /** The page with questions and answers that needs a script. */
  explore: string;
  api: string;
  notFound: string;
  notFoundLead: string;
  refused: string;
  didYouMean: string;
  failed: string;
}

/** The list of questions. */
interface QuestionWords {
  questions: string;
  question: string;
  lead: string;
  findQuestion: string;
  found: Counted;
  all: string;
  loading: string;
  /** By the role of a question. */
  roles: Readonly<Record<string, string>>;
  /** The question of the page of a series: its title and what it answers. */
  series: readonly [string, string];
  nearest: string;
  notThere(slug: string): string;
}

/** The form of a question. */
interface FormWords {
  form: string;
  show: string;
  reset: string;
  more: string;
  toAnswer: string;
  any: string;
  yes: string;
  no: string;
  required: string;
  add: string;
  remove(name: string): string;
  chosen: string;
  /** How several are chosen in a list of a browser without script. */
  several: string;
  withFigures: string;
  withoutFigures: string;
  /** Groups of choices, by the list at the root that they are of. */
  lists: Readonly<Record<string, string>>;
  /** The first and the last period for which there is a figure. */
  covers(from: string, to: string): string;
  jsonHint: string;
  /** Names of variables by the argument or the field that they are given to. */
  inputs: Readonly<Record<string, string>>;
  /** What cannot be read, and what would be right. */
  wrong: {
    missing(name: string): string;
    number(name: string, given: string): string;
    choice(name: string, given: string): string;
    json(name: string): string;
  };
}

/** The answer in its forms. */
interface AnswerWords {
  answer: string;
  table: string;
  chart: string;
  map: string;
  download: string;
  json: string;
  query: string;
  variables: string;
  figures: string;
  rows: Counted;
  /** Where rows are shown page by page. */
  rowsFrom(first: string, last: string, all: string): string;
  pages: string;
  previous: string;
  next: string;
  pageOf(page: number, all: number): string;
  rowForEach: string;
  tables: string;
  nothing: string;
  nothingTip: string;
  asking: string;
  tryAgain: string;
  sortedBy(column: string): string;
  copy: string;
  copyForExcel: string;
  copied: string;
  copyFailed: string;
  share: string;
  copyLink: string;
  editQuery: string;
  frozen(date: string): string;
  /** That there are newer editions than those that are shown. */
  newer: string;
  thaw: string;
  source: string;
  /** What a chart says on being stepped through. */
  steps: string;
}

/** The forms of a file: its name, and what it is for. */
type FileWords = Readonly<
  Record<
    'csv' | 'csvExcel' | 'xlsx' | 'json' | 'ndjson' | 'jsonstat' | 'svg' | 'png' | 'zip',
    readonly [string, string]
  >
>;

/** The citation. */
interface CiteWords {
  cite: string;
  thisAnswer: string;
  oneFigure: string;
  permalink: string;
  permalinkHint: string;
}

/** What helps where there is no answer. */
interface HelpWords {
  noFigure(period: string): string;
  noFigureFor(area: string, period: string): string;
  latestIs(period: string): string;
  showIt: string;
  noFigures(area: string): string;
  noIndicator(given: string): string;
  noArea(given: string): string;
  noEntry(given: string): string;
  nearestIs(name: string): string;
}

/** All that Signpost itself says on its screens, in one language. */
export interface Words {
  /** As in `en`; numbers and dates are written by it. */
  locale: string;
  /** The letter before the number of a quarter. */
  quarter: string;
  site: SiteWords;
  question: QuestionWords;
  form: FormWords;
  answer: AnswerWords;
  file: FileWords;
  cite: CiteWords;
  help: HelpWords;
  chart: ChartWords;
  screen: ScreenWords;
  /** Columns of tables by what they say of a figure, or by name. */
  columns: Readonly<Record<string, string>>;
  /** Kinds of entries, by the field that finds one. */
  kinds: Readonly<Record<string, string>>;
  /** Values of enums by name, or by `Type.NAME` where a name means several things. */
  values: Readonly<Record<string, string>>;
}
