import type { ScreenWords } from './screen-words.js';

/** What the pages with a script say in English. */
export const ENGLISH_SCREEN: ScreenWords = {
  meanings: 'What the columns mean',
  moreRows: (count) => `Show ${count} more`,
  moreItems: (count) => `${count} more`,
  cut: (count) => `The first ${count} rows; the files have all of them.`,
  cutChart: 'Drawn from the first rows only; the file has all of them.',
  fullest: 'the latest with most figures',
  saved: (file) => `${file} is saved.`,
  forPrograms: 'For programs: the address of this file',
  inContent: 'In the knowledge base',
  findExample: 'asylum, laws, Italy …',
  query: 'Answer to a query',
  runFirst: 'Press the play button to run the query.',
  figure: 'Figure',
  citeTab: 'Cite',
  linkCopied: 'The link is copied; it shows what you see.',
  fields: 'Fields',
  fieldsHelp: 'Space or Enter puts a field into the query or takes it away; the arrow keys move; letters find a name.',
  fieldsUnread: 'There is a mistake in the query. Once it is mended, its fields are shown here.',
};
