import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { readYaml } from '../../src/content/read-yaml.js';
import { NO_LOCATION, Report } from '../../src/records/problem.js';
import { sampleCases } from '../support/sample-cases.js';
import { problemsOf } from './invalid-content.js';

/** A mistake of an editor: a description, the file as saved, and the expected messages. */
interface Mistake {
  slip: string;
  file: string;
  text: string;
  /** The location, field, message and suggestion, as printed. */
  expectedOutput: readonly string[];
}

const named = (folder: string, mistake: string, extension: string) =>
  `${folder}/${mistake.replace(/[^a-z0-9]+/g, '-')}.${extension}`;

const HEAD = 'title: Guide\nresourceType: GUIDE\nprovider: agency\n';

/** A mistake in a resource. The text starts on line 4 of the file. */
const guide = (mistake: string, text: string, ...expected: string[]): Mistake => ({
  slip: mistake,
  file: named('resources', mistake, 'yaml'),
  text: `${HEAD}${text}\n`,
  expectedOutput: expected,
});

/** A mistake in a leaflet. The text starts on line 2 of the file. */
const leaflet = (mistake: string, text: string, ...expected: string[]): Mistake => ({
  slip: mistake,
  file: named('leaflets', mistake, 'yaml'),
  text: `title: Leaflet\n${text}\n`,
  expectedOutput: expected,
});

/** A mistake in figures. The test writes the record of the indicator. */
const figures = (mistake: string, text: string, ...expected: string[]): Mistake => ({
  slip: mistake,
  file: named('indicators', mistake, 'csv'),
  text: `${text}\n`,
  expectedOutput: expected,
});

const inFile = (mistake: string, file: string, text: string, ...expected: string[]): Mistake => ({
  slip: mistake,
  file,
  text,
  expectedOutput: expected,
});

/** Malformed YAML. */
const FORMAT_MISTAKES: readonly Mistake[] = [
  guide(
    'a colon in a title',
    'summary: Smuggling: a guide',
    '4:19  a text with a colon must be in quotes  write summary: "Smuggling: a guide"',
  ),
  leaflet(
    'a colon in an item',
    'issuer: agency\ndigital: []\ncitations:\n  - source: report-2023\n    locator: Part 2: figures',
    '6:20  a text with a colon must be in quotes  write locator: "Part 2: figures"',
  ),
  guide(
    'no colon',
    'summary What it is for.',
    '4:8  no colon after the name of the field  write summary: What it is for.',
  ),
  guide(
    'no blank after the colon',
    'summary:What it is for.',
    '4:8  no space after the colon  write summary: What it is for.',
  ),
  guide(
    'a stray indent',
    '  summary: What it is for.',
    '4:3  this line is indented further than the one above  let it begin where provider begins: summary: What it is for.',
  ),
  guide(
    'a part set in less than its neighbour',
    'digital:\n  - service: SOCIAL_MEDIA\n   use: ADVERTISING',
    '6:4  this line begins with 3 spaces, the lines around it with 4  let it begin with 4 spaces: "    use: ADVERTISING"',
  ),
  guide(
    'a part set in more than its neighbour',
    'digital:\n  - service: SOCIAL_MEDIA\n      use: ADVERTISING',
    '6:7  this line is indented further than the one above  let it begin where service begins: "    use: ADVERTISING"',
  ),
  guide(
    'a tab before an item',
    'topics:\n\t- adverts',
    '5:1  a tab at the beginning of the line  indent it with spaces: "  - adverts"',
  ),
  guide(
    'a tab before a part',
    'digital:\n  - service: SOCIAL_MEDIA\n\tuse: ADVERTISING',
    '6:1  a tab at the beginning of the line  indent it with spaces: "    use: ADVERTISING"',
  ),
  guide(
    'tabs throughout',
    'topics:\n\t- adverts\n\t- smuggling\ndigital:\n\t- service: SOCIAL_MEDIA\n\t  use: ADVERTISING',
    '5:1  a tab at the beginning of the line  indent it with spaces: "  - adverts"',
    '8:1  a tab at the beginning of the line  indent it with spaces: "  - service: SOCIAL_MEDIA"',
  ),
  guide(
    'a tab in a long text',
    'note: >-\n  What it is for.\n\tWarning: read it.',
    '6:1  a tab at the beginning of the line  indent it with spaces: "  Warning: read it."',
  ),
  guide(
    'a tab before the first of many items',
    `topics:\n\t${Array.from({ length: 50 }, (_none, index) => `- topic-${index}`).join('\n  ')}`,
    '5:1  a tab at the beginning of the line  indent it with spaces: "  - topic-0"',
  ),
  guide(
    'a quote never closed',
    'summary: "What it is for.\nurl: https://example.org',
    '4:10  the quote opened here is never closed  write summary: "What it is for."',
  ),
  guide(
    'a single quote never closed',
    "summary: 'What it is for.\nurl: https://example.org",
    "4:10  the quote opened here is never closed  write summary: 'What it is for.'",
  ),
  guide(
    'an apostrophe inside single quotes',
    "summary: 'L'Europe et ses voisins'",
    `4:13  the closing quote is before the end of the text  write summary: "L'Europe et ses voisins"`,
  ),
  guide(
    'quotes round the first words only',
    'summary: "Safe" is not safe.',
    `4:17  the closing quote is before the end of the text  write summary: '"Safe" is not safe.'`,
  ),
  guide(
    'a backslash inside double quotes',
    'note: "C:\\My files"',
    "4:10  a backslash is an escape character inside double quotes  use single quotes: note: 'C:\\My files'",
  ),
  guide(
    'a leading at sign',
    'note: @agency says so',
    '4:7  a text that begins with @ must be in quotes  write note: "@agency says so"',
  ),
  guide(
    'a leading percent sign',
    'note: %5 of them',
    '4:7  a text that begins with % must be in quotes  write note: "%5 of them"',
  ),
  guide(
    'a leading backtick',
    'note: `code` and more',
    '4:7  a text that begins with ` must be in quotes  write note: "`code` and more"',
  ),
  guide(
    'a leading asterisk',
    'note: *Important* to know',
    '4:7  a text that begins with * must be in quotes  write note: "*Important* to know"',
  ),
  guide('a leading ampersand', 'note: &Co', '4:7  a text that begins with & must be in quotes  write note: "&Co"'),
  guide(
    'a leading exclamation mark',
    'note: !Important',
    '4:7  a text that begins with ! must be in quotes  write note: "!Important"',
  ),
  guide(
    'a leading bracket',
    'summary: [Draft] What it is for.',
    '4:10  a text that begins with [ must be in quotes  write summary: "[Draft] What it is for."',
  ),
  guide(
    'a leading brace',
    'summary: {Draft} What it is for.',
    '4:10  a text that begins with { must be in quotes  write summary: "{Draft} What it is for."',
  ),
  guide(
    'a hyphen behind the colon',
    'topics: - adverts',
    '4:9  a list cannot begin on the line of its field  write each item on a line of its own, below topics: "  - adverts"',
  ),
  guide(
    'two hyphens on one line',
    'topics:\n  - adverts - smuggling',
    '5:5  topics[0]  "adverts - smuggling" is not a valid slug  write each on a line of its own, after a hyphen',
  ),
  guide(
    'items set in differently',
    'topics:\n  - adverts\n - smuggling',
    '6:2  this line begins with 1 space, the lines around it with 2  let it begin with 2 spaces: "  - smuggling"',
  ),
  guide(
    'an item without a hyphen',
    'topics:\n  - adverts\n  smuggling',
    '6:3  no hyphen before this item  write "  - smuggling"',
  ),
  guide(
    'a text on the next line',
    'summary: What it is for,\nand for whom.',
    '5:1  this line is not a field  if it continues the line above, indent it by two more spaces: "  and for whom."',
  ),
  guide(
    'a no-break space before a field',
    'digital:\n  - service: SOCIAL_MEDIA\n\u00a0   use: ADVERTISING',
    '6:1  a no-break space instead of a space  type it again: "    use: ADVERTISING"',
  ),
  guide(
    'a no-break space after the colon',
    'summary:\u00a0What it is for.',
    '4:9  a no-break space instead of a space  type it again: summary: What it is for.',
  ),
  guide(
    'what a merge left',
    '<<<<<<< HEAD\nsummary: Ours.\n=======\nsummary: Theirs.\n>>>>>>> colleague',
    '4:1  a merge conflict marker  keep one of the two versions, and remove the lines with <<<<<<<, ======= and >>>>>>>',
  ),
  guide(
    'a bracket of many lines never closed',
    'topics: [\n  adverts,\n  smuggling\nnote: More.',
    '4:9  the bracket opened here is never closed  close it after the last: "  smuggling]"',
  ),
  guide(
    'a comma after the quotes',
    'summary: "What it is for.",',
    '4:27  a comma after the quotes  write summary: "What it is for."',
  ),
  guide(
    'items without a field',
    'summary: What it is for.\n- adverts\n- smuggling',
    '5:1  an item of a list that has no field  write the name of the field above it, then "  - adverts"',
  ),
  guide(
    'the first part set in more than its neighbours',
    'note:\n   en: More.\n  fr: Plus.\n  de: Mehr.',
    '6:3  this line begins with 2 spaces, the lines around it with 3  let it begin with 3 spaces: "   fr: Plus."',
  ),
  inFile(
    'the first line set in',
    'leaflets/the-first-line-set-in.yaml',
    ' title: Leaflet\nissuer: agency\n',
    '1:2  this line begins with 1 space, the lines around it with none  let it begin with no spaces: title: Leaflet',
  ),
  inFile(
    'many at once',
    'leaflets/many-at-once.yaml',
    [
      'title: Smuggling: a leaflet',
      'summary: "What it is for.',
      'issuer: agency',
      'topics:',
      '\t- adverts',
      'citations:',
      '  - source: report-2023',
      '    locator: Part 2: figures',
      '  - source: @agency',
      '     note: More.',
      '',
    ].join('\n'),
    '1:17  a text with a colon must be in quotes  write title: "Smuggling: a leaflet"',
    '2:10  the quote opened here is never closed  write summary: "What it is for."',
    '5:1  a tab at the beginning of the line  indent it with spaces: "  - adverts"',
    '8:20  a text with a colon must be in quotes  write locator: "Part 2: figures"',
  ),
  guide(
    'a field below an item that has its text',
    'topics:\n  - adverts\n    note: More.\nsummary: x: y',
    '6:5  a field below an item that is a text  remove it, or write a field name before the text too, as in "  - source: adverts"',
    '7:11  a text with a colon must be in quotes  write summary: "x: y"',
  ),
  guide(
    'three points between records',
    'summary: What it is for.\n...\nnote: More.',
    '6:1  a second record begins here  remove the line --- or ...; write one record per file',
  ),
  guide(
    'a bracket never closed',
    'topics: [adverts, smuggling',
    '4:9  the bracket opened here is never closed  write topics: [adverts, smuggling]',
  ),
  guide(
    'text after a sign for long text',
    'summary: >- What it is for.\n  And more.',
    '4:10  a text that begins with > must be in quotes  write summary: ">- What it is for."',
  ),
  guide('a field twice', 'summary: One.\nsummary: Two.', '5:1  summary  "summary" appears twice  keep one'),
  guide(
    'a hash at the beginning',
    'summary: # 1 in Europe',
    '4:10  summary  text after # is a comment  put the text in quotes: summary: "# 1 in Europe"',
  ),
  guide(
    'equals in place of a colon',
    'summary = What it is for.',
    '4:8  "=" instead of a colon  write summary: What it is for.',
  ),
  guide(
    'a line of dashes',
    '---\nnote: More.',
    '4:1  a second record begins here  remove the line --- or ...; write one record per file',
  ),
  inFile(
    'a text below the fields',
    'leaflets/a-text-below-the-fields.yaml',
    '---\ntitle: Leaflet\nissuer: agency\n---\nWhat it is for.\n\n- Read it: it helps.\n',
    '4:1  a second record begins here  remove the line --- or ...; write one record per file',
  ),
  guide('a wide colon', 'summary： What it is for.', '4:8  "：" instead of a colon  write summary: What it is for.'),
  guide(
    'a number sign inside a text',
    'summary: Report #1 of two',
    '4:17  summary  text after # is a comment  put the text in quotes: summary: "Report #1 of two"',
  ),
  inFile(
    'a number sign inside an item of a list',
    'organisations/numbered.yaml',
    'title: Numbered agency\norganisationType: EU_AGENCY\notherNames:\n  - Bureau\n  - Agency #1 of two\n',
    '5:12  otherNames[1]  text after # is a comment  put the text in quotes: - "Agency #1 of two"',
  ),
];

/**
 * Typographic replacements of hyphens by word processors, and other list markers. They turn all lines of a field into
 * one text.
 */
const OTHER_MARKS = ['• ', '– ', '1. ', '-'].map((bullet, index) => {
  const text = `topics:\n  ${bullet}adverts\n  ${bullet.replace('1', '2')}smuggling`;
  const tip = 'write each on a line of its own, after a hyphen and a space: "- adverts"';
  const message = `"${bullet}adverts ${bullet.replace('1', '2')}smuggling" is not a list`;
  return guide(`another mark before items ${index}`, text, `5:3  topics  ${message}  ${tip}`);
});

/** Well-formed YAML that does not match the record type. */
const OF_CONTENT: readonly Mistake[] = [
  leaflet(
    'codes for slugs',
    'issuer: agency\ncountries: [uk, el, IT, deutschland, fra]',
    '3:13  countries[0]  there is no country "uk"  did you mean gb?',
    '3:17  countries[1]  there is no country "el"  did you mean gr?',
    '3:21  countries[2]  "IT" is not a valid slug  did you mean it?',
    '3:25  countries[3]  there is no country "deutschland"  did you mean de?',
    '3:38  countries[4]  there is no country "fra"  did you mean fr?',
  ),
  leaflet(
    'names for slugs',
    'issuer: agency\ncountries: [Italy, ITA, Grèce, United Kingdom, Atlantis]',
    '3:13  countries[0]  "Italy" is not a valid slug  did you mean it?',
    '3:20  countries[1]  "ITA" is not a valid slug  did you mean it?',
    '3:25  countries[2]  "Grèce" is not a valid slug  did you mean gr?',
    '3:32  countries[3]  "United Kingdom" is not a valid slug  did you mean gb?',
    '3:48  countries[4]  "Atlantis" is not a valid slug  give the name of its file in countries, without .yaml',
  ),
  leaflet(
    'titles for slugs',
    'issuer: agency\npresentedAt: [Annual Meeting]\nresources: [Guide pratique]',
    '3:15  presentedAt[0]  "Annual Meeting" is not a valid slug  did you mean meeting?',
    '4:13  resources[0]  "Guide pratique" is not a valid slug  did you mean guide?',
  ),
  leaflet(
    'a name for an issuer',
    'issuer: Eurojust',
    '2:9  issuer  "Eurojust" is not a valid slug  did you mean eurojust?',
  ),
  leaflet('an acronym for an issuer', 'issuer: TA', '2:9  issuer  "TA" is not a valid slug  did you mean agency?'),
  leaflet(
    'a slip of the pen',
    'issuer: eurojsut',
    '2:9  issuer  there is no organisation "eurojsut"  did you mean eurojust?',
  ),
  leaflet(
    'a map for a link',
    'issuer: {slug: agency}',
    '2:9  issuer  a group of fields is not a text  write issuer: agency',
  ),
  leaflet(
    'an entry of another kind',
    'issuer: meeting',
    '2:9  issuer  "meeting" is an event, not an organisation  link to an organisation, or put it under presentedAt',
  ),
  leaflet('no issuer', 'summary: What it is for.', '1:1  issuer  missing  the leaflet needs an issuer'),
  guide(
    'a map for an address',
    'url: {href: https://example.org}',
    '4:6  url  a group of fields is not a text  write url: https://example.org',
  ),
  guide(
    'a colon in an item of a list',
    'languages:\n  - English: spoken',
    '5:5  languages[0]  a group of fields is not a text  write - "English: spoken"',
  ),
  guide(
    'an address for a link',
    'topics: [https://example.org/topic/adverts, adverts.yaml, topics/adverts]',
    '4:10  topics[0]  "https://example.org/topic/adverts" is not a valid slug  did you mean adverts?',
    '4:45  topics[1]  "adverts.yaml" is not a valid slug  did you mean adverts?',
    '4:59  topics[2]  "topics/adverts" is not a valid slug  write adverts',
  ),
  inFile(
    'a country for an area',
    'trends/a-country-for-an-area.yaml',
    'title: T\nsummary: S\ndirection: RISING\nclaims:\n  - statement: S.\n    indicator: cases\n    area: uk\n    period: "2023"\n    value: 1\n',
    '7:11  claims[0].area  "uk" has no folder  did you mean countries/gb?',
  ),
  leaflet(
    'date for the day of publication',
    'issuer: agency\ndate: 2024',
    '3:1  date  unknown field  did you mean publishedOn?',
  ),
  leaflet(
    'the name of a field in other letters',
    'issuer: agency\npublished_on: 2024\nSummary: What.',
    '3:1  published_on  unknown field  did you mean publishedOn?',
    '4:1  Summary  unknown field  did you mean summary?',
  ),
  leaflet(
    'other words for fields',
    'author: agency\nlink: https://example.org\nabstract: What.\ntags: [adverts]\ncountry: it',
    '2:1  author  unknown field  did you mean issuer?',
    '3:1  link  unknown field  did you mean url?',
    '4:1  abstract  unknown field  did you mean summary?',
    '5:1  tags  unknown field  did you mean topics?',
    '6:1  country  unknown field  did you mean countries?',
  ),
  leaflet(
    'a field that is none',
    'issuer: agency\ncolour: blue',
    '3:1  colour  unknown field  a leaflet has title, sameAs, summary, body, url, issuer, resources, seeAlso …',
  ),
  leaflet(
    'a day that the month does not have',
    'issuer: agency\npublishedOn: 2024-02-30',
    '3:14  publishedOn  "2024-02-30" is not a date  February 2024 has 29 days',
  ),
  leaflet(
    'a year of zeros',
    'issuer: agency\npublishedOn: 0000',
    '3:14  publishedOn  "0000" is not a date  write YYYY-MM-DD, or the year or month alone',
  ),
  leaflet(
    'a date in words',
    'issuer: agency\npublishedOn: 12 March 2024',
    '3:14  publishedOn  "12 March 2024" is not a date  write 2024-03-12',
  ),
  leaflet(
    'a date in Spanish words',
    'issuer: agency\npublishedOn: 12 de marzo de 2024',
    '3:14  publishedOn  "12 de marzo de 2024" is not a date  write 2024-03-12',
  ),
  leaflet(
    'a date with slashes',
    'issuer: agency\npublishedOn: 18/06/2024',
    '3:14  publishedOn  "18/06/2024" is not a date  write 2024-06-18',
  ),
  leaflet(
    'a date that could be two',
    'issuer: agency\npublishedOn: 06/07/2024',
    '3:14  publishedOn  "06/07/2024" is not a date  write 2024-07-06 or 2024-06-07, whichever is meant',
  ),
  leaflet(
    'a date with points',
    'issuer: agency\npublishedOn: 1.3.2024',
    '3:14  publishedOn  "1.3.2024" is not a date  write 2024-03-01',
  ),
  leaflet(
    'two where one is meant',
    'issuer: [agency, unit]\nsummary: [One, two]\nurl:\n  - https://example.org',
    '2:9  issuer  a list is not a text  only one value is allowed; keep one, as in issuer: agency',
    '3:10  summary  a list is not a text  write one text, as in summary: "One, two"',
    '5:3  url  a list is not a text  write url: https://example.org',
  ),
  leaflet(
    'a source without its field',
    'issuer: agency\ncitations:\n  - report-2023',
    '4:5  citations[0]  "report-2023" is not a group of fields  write - source: report-2023',
  ),
  leaflet(
    'a hyphen with nothing behind it',
    'issuer: agency\ntopics:\n  -\n  - adverts',
    '4:4  topics[0]  an empty item  fill it in, or remove it',
  ),
  leaflet(
    'letters that cannot be seen or told apart',
    'issuer: agen\u00adcy\ntopics: [\u0430dverts]',
    '2:9  issuer  "agen\\u00adcy" is not a valid slug  did you mean agency?',
    '3:10  topics[0]  "\u0430dverts" is not a valid slug  type it again: its \u0430 is a letter of another alphabet',
  ),
  leaflet(
    'a date with the day first',
    'issuer: agency\npublishedOn: 18-06-2024',
    '3:14  publishedOn  "18-06-2024" is not a date  write 2024-06-18',
  ),
  leaflet(
    'a date without zeros',
    'issuer: agency\npublishedOn: 2024-6-8',
    '3:14  publishedOn  "2024-6-8" is not a date  write 2024-06-08',
  ),
  guide(
    'languages that are none',
    'languages: [qq, English, EN, gr]',
    '4:13  languages[0]  "qq" is not a language code  write two letters, as in fr',
    '4:17  languages[1]  "English" is not a language code  did you mean en?',
    '4:26  languages[2]  "EN" is not a language code  did you mean en?',
    '4:30  languages[3]  "gr" is not a language code  write two letters, as in fr',
  ),
  leaflet(
    'curly quotes around a value',
    'issuer: agency\nsummary: “What it is for.”\npublishedOn: “2024”',
    '3:10  summary  the curly quotes around "What it is for." would be part of it  write What it is for.',
    '4:14  publishedOn  the curly quotes around "2024" would be part of it  write 2024',
  ),
  guide(
    'words of a list',
    'audiences: [Prosecutors, judge, Cook]',
    '4:13  audiences[0]  "Prosecutors" is not a value of this field  did you mean PROSECUTOR?',
    '4:26  audiences[1]  "judge" is not a value of this field  did you mean JUDGE?',
    '4:33  audiences[2]  "Cook" is not a value of this field  one of PROSECUTOR, JUDGE, INVESTIGATING_JUDGE, POLICE, DEFENCE, FINANCIAL_INTELLIGENCE_UNIT, POLICY_MAKER, ANALYST, RESEARCHER, SERVICE_PROVIDER, PUBLIC',
  ),
  guide(
    'an address without https',
    'url: www.example.org',
    '4:6  url  "www.example.org" is not a web address  write https:// before it',
  ),
  guide(
    'an address in angle brackets',
    'url: <https://example.org/a>',
    '4:6  url  "<https://example.org/a>" is not a web address  write https://example.org/a',
  ),
  guide(
    'an address without its colon',
    'url: https//example.org',
    '4:6  url  "https//example.org" is not a web address  write https://example.org',
  ),
  guide(
    'an address of a file',
    'url: C:\\Users\\me\\guide.pdf',
    '4:6  url  "C:\\Users\\me\\guide.pdf" is a file on your computer  use the address of its publisher, which starts with https://',
  ),
  guide(
    'a text for a list',
    'topics: adverts, smuggling',
    '4:9  topics  "adverts, smuggling" is not a list  write topics: [adverts, smuggling]',
  ),
  leaflet(
    'languages of a text',
    'issuer: agency\nsummary:\n  en: What.\n  fra: Quoi.\n  gb: What.',
    '5:3  summary.fra  not a language of this knowledge base  did you mean fr?',
    '6:3  summary.gb  not a language of this knowledge base  one of en, fr, de, es, it',
  ),
  ...OTHER_MARKS,
  guide(
    'one item with another mark',
    'topics: • adverts',
    '4:9  topics  "• adverts" is not a list  write each on a line of its own, after a hyphen and a space: "- adverts"',
  ),
  guide(
    'a list in quotes',
    'topics: "[adverts, smuggling]"',
    '4:9  topics  "[adverts, smuggling]" is not a list  write topics: [adverts, smuggling]',
  ),
  ...['title_fr', 'titleFr', 'title.fr', 'title (fr)', 'title-FR'].map((name, index) => {
    const tip = 'write each language below title: en: …, fr: …';
    return leaflet(
      `a language in the name of a field ${index}`,
      `issuer: agency\n${name}: T`,
      `3:1  ${name}  unknown field  ${tip}`,
    );
  }),
  leaflet(
    'languages as items',
    'issuer: agency\nsummary:\n  - en: What.\n  - fr: Quoi.',
    '4:3  summary  a list is not a text  write a text',
  ),
  leaflet(
    'a long text that is not set in',
    'issuer: agency\nsummary: >-\n  What it is for.\nand for whom: judges.',
    '5:1  and for whom  unknown field  if it continues the text above, indent it by two spaces',
  ),
  leaflet(
    'codes for a breakdown',
    'issuer: agency\nclaims:\n  - statement: S.\n    indicator: cases\n    area: groups/eu\n    period: "2022"\n    breakdown: F\n    value: 200',
    '8:16  claims[0].breakdown  "F" is not a list  write each item after a hyphen',
  ),
  leaflet(
    'numbers for people in a record',
    'issuer: agency\nclaims:\n  - statement: S.\n    indicator: cases\n    area: groups/eu\n    period: "2022"\n    value: 13,000',
    '8:12  claims[0].value  "13,000" is not a number  write 13000',
  ),
  guide(
    'an address as Markdown has it',
    'url: "[Agency](https://example.org/a)"',
    '4:6  url  "[Agency](https://example.org/a)" is not a web address  copy it from the address line of a browser',
  ),
  guide(
    'two addresses',
    'url: https://example.org/a, https://example.org/b',
    '4:6  url  "https://example.org/a, https://example.org/b" is not a web address  copy it from the address line of a browser',
  ),
  guide(
    'blanks in an address',
    'url: https://example.org/my guide.pdf',
    '4:6  url  "https://example.org/my guide.pdf" is not a web address  copy it from the address line of a browser',
  ),
  leaflet(
    'a number for a text',
    'issuer: agency\nnote: 2024',
    '3:7  note  2024 is not a text  put it in quotes: "2024"',
  ),
  leaflet(
    'a status in other words',
    'issuer: agency\nstatus: draft',
    '3:9  status  "draft" is not a value of this field  did you mean DRAFT?',
  ),
  leaflet(
    'a time to publish at in words',
    'issuer: agency\nstatus: DRAFT\npublishAt: next Monday',
    '3:1  status  cannot be combined with publishAt  remove status: until then the record is a draft',
    '4:12  publishAt  "next Monday" is not a date and time  write it as 2024-06-18T09:30:00Z',
  ),
  ...[
    ['a day that there is not, to publish at', '2127-02-30T09:00:00Z', '2127-02-30 does not exist'],
    ['a day to publish at', '2127-01-31', 'add the time in UTC: 2127-01-31T09:00:00Z'],
    ['a time of nowhere', '2127-01-31 9:00', 'write 2127-01-31T09:00:00Z, in UTC'],
    ['the time of another place', '2127-01-31T00:30:00+01:00', 'write 2127-01-30T23:30:00Z, in UTC'],
    ['an hour that there is not', '2127-01-31T25:00:00Z', 'write it as 2024-06-18T09:30:00Z'],
  ].map(([invalidTime, time, tip]) => {
    return leaflet(
      invalidTime!,
      `issuer: agency\npublishAt: ${time}`,
      `3:12  publishAt  "${time}" is not a date and time  ${tip}`,
    );
  }),
  inFile(
    'words for numbers and for yes',
    'laws/act.yaml',
    'title: Act\nlevel: NATIONAL\nact: Act\narticle: "1"\narea: countries/it\ntiers:\n  - offence: Basic\n    minYears: two\n    life: yes\n',
    '1:1  financialGain  missing  the law needs a financial gain: one of REQUIRED, AGGRAVATING, IRRELEVANT, DEPENDS, NOT_APPLICABLE, UNKNOWN',
    '1:1  humanitarianClause  missing  the law needs a humanitarian clause: one of YES, NO, OPTIONAL, NOT_APPLICABLE, UNKNOWN',
    '8:15  tiers[0].minYears  "two" is not a number  write digits, without quotes, spaces or separators',
    '9:11  tiers[0].life  "yes" is not true or false  write true',
  ),
  inFile(
    'fields in a text',
    'leaflets/digital.md',
    '---\ntitle: Digital leaflet\n---\nText.\n',
    '1:1  begins with YAML front matter  move its fields into digital.yaml; sections are headings in digital.md',
  ),
  inFile(
    'fields in a text that no second line ends',
    'leaflets/entwurf.fr.md',
    '---\ntitle: Brouillon\nDu texte.\n',
    '1:1  begins with YAML front matter  move its fields into entwurf.yaml; sections are headings in entwurf.fr.md',
  ),
  inFile(
    'an image',
    'leaflets/entwurf.md',
    'Text.\n\n![A map](https://example.org/map.png)\n',
    '3:1  body.de  an image, "https://example.org/map.png", which pages do not show  link to it: [A map](https://example.org/map.png)',
  ),
  inFile(
    'what CommonMark does not have',
    'leaflets/entwurf.es.md',
    'Un fatto[^1], ~~due~~ e a | b.\n\n- uno\n\n  | a | b |\n  |---|---|\n  | 1 | [x](y) |\n\n[^1]: La nota.\n',
    '1:9  body.es  a footnote, "[^1]", which CommonMark does not have  write it into the sentence; put sources into citations',
    '1:15  body.es  struck out, which CommonMark does not have  remove it',
    '5:3  body.es  a table, which CommonMark does not have  write a list',
    '7:13  body.es  a link to "y"  link to an address that starts with https://',
  ),
  inFile(
    'a text of a web page',
    'leaflets/digital.fr.md',
    'Du texte <b>gras</b>.\n',
    '1:10  body.fr  HTML "<b>"  write it in Markdown, or as `code`',
  ),
  inFile(
    'links that are none',
    'leaflets/digital.es.md',
    'See [one](www.example.org), [two] (https://example.org),\n[three](https://example.org/a b) and [four](https://example.org.\n',
    '1:11  body.es  a link to "www.example.org"  write https://www.example.org',
    '1:29  body.es  an invalid link  write [words](https://…), without spaces between them or in the address',
    '2:1  body.es  an invalid link  write [words](https://…), without spaces between them or in the address',
    '2:38  body.es  an invalid link  write [words](https://…), without spaces between them or in the address',
  ),
  inFile(
    'the same again and again',
    'leaflets/entwurf.it.md',
    'Uno `<br>`.\n\nDue<br>tre<br>\n[quattro]() e [cinque]().\n\n![a](a.png)\n\n![b](b.png)\n',
    '3:4  body.it  HTML "<br>"  write it in Markdown, or as `code`',
    '3:11  body.it  HTML "<br>"  write it in Markdown, or as `code`',
    '4:9  body.it  a link to ""  link to an address that starts with https://',
    '4:22  body.it  a link to ""  link to an address that starts with https://',
    '6:1  body.it  an image, "a.png", which pages do not show  link to it: [a](a.png)',
    '8:1  body.it  an image, "b.png", which pages do not show  link to it: [b](b.png)',
  ),
  inFile('a text without a record', 'trends/on-its-own.md', 'Text.\n', '1:1  has no record  write on-its-own.yaml'),
  figures(
    'semicolons between cells',
    'area;period;value;state;flags;source;note\nIT;2023;1;;;report-2023;\nGR;2023;2;;;report-2023;',
    '1:5  semicolons separate the cells  save it with commas; in Excel the file type is "CSV UTF-8 (comma delimited)"',
  ),
  figures(
    'tabs between cells',
    'area\tperiod\tvalue\tstate\tflags\tsource\tnote\nIT\t2023\t1\t\t\treport-2023\t',
    '1:5  tabs separate the cells  save it with commas; in Excel the file type is "CSV UTF-8 (comma delimited)"',
  ),
  figures(
    'other codes of areas',
    'area,period,value,state,flags,source,note\nUK,2023,1,,,report-2023,\nItaly,2023,1,,,report-2023,',
    '2:1  area  "UK" is not the code of an area  did you mean GB?',
    '3:1  area  "Italy" is not the code of an area  did you mean IT?',
  ),
  figures(
    'numbers for people',
    'area,period,value,state,flags,source,note\nIT,2023,13 000,,,report-2023,\nIT,2022,"12,5",,,report-2023,',
    '2:9  value  "13 000" is not a number  write 13000',
    '3:9  value  "12,5" is not a number  write 12.5',
  ),
  figures(
    'no names of columns',
    'IT,2023,1,,,report-2023,\nGR,2023,1,,,report-2023,',
    '1:1  this line has no headings  begin with area,period,value,state,flags,source,note',
  ),
  figures(
    'a heading above the names of columns',
    'Table 1: cases\n\narea,period,value,state,flags,source,note\nIT,2023,x,,,report-2023,',
    '1:1  this line has no headings  remove the lines above line 3',
  ),
  figures(
    'other names of columns',
    'Area,Period,Values,state,flags,source,note\nIT,2023,1,,,report-2023,',
    '1:1  unknown column "Area"  rename it to area',
    '1:6  unknown column "Period"  rename it to period',
    '1:13  unknown column "Values"  rename it to value',
  ),
  figures(
    'a heading of a spreadsheet',
    'Country,period,value,state,flags,source,note\nIT,2023,1,,,report-2023,',
    '1:1  unknown column "Country"  rename it to area',
  ),
  figures(
    'one heading that nobody can guess',
    'area,period,Treffer,state,flags,source,note\nIT,2023,1,,,report-2023,',
    '1:13  unknown column "Treffer"  rename it to value',
  ),
  figures(
    'two headings that nobody can guess',
    'area,Monat,Treffer,state,flags,source,note\nIT,2023,1,,,report-2023,',
    '1:1  no column "period", "value"  the columns are area,period,value,state,flags,source,note',
    '1:6  unknown column "Monat"  the columns are area,period,value,state,flags,source,note,lower,upper',
    '1:12  unknown column "Treffer"  the columns are area,period,value,state,flags,source,note,lower,upper',
  ),
  figures(
    'a comma too many in the first line',
    'area,period,value,state,flags,source,note,\nIT,2023,1,,,report-2023,,',
    '1:43  a column without a heading  the columns are area,period,value,state,flags,source,note,lower,upper',
  ),
  figures(
    'what a spreadsheet leaves below figures',
    'area,period,value,state,flags,source,note\nIT,2023,1,,,report-2023,\n,,,,,,\nSource: Eurojust,,,,,,\nSource: Eurojust',
    '4:1  "Source: Eurojust" is the only filled cell in this row  remove the line, or fill in its other cells',
    '5:1  "Source: Eurojust" is the only filled cell in this row  remove the line, or fill in its other cells',
  ),
  figures(
    'semicolons between the cells of one line',
    'area,period,value,state,flags,source,note\nIT;2023;1;;;report-2023;\nSource: Eurojust; our count',
    '2:1  "IT;2023;1;;;report-2023;" is the only filled cell in this row  separate its cells with commas',
    '3:1  "Source: Eurojust; our count" is the only filled cell in this row  remove the line, or fill in its other cells',
  ),
  figures(
    'a comma too many and some too few',
    'area,period,value,state,flags,source,note\nIT,2023,1,5,,,report-2023,\nGR,2023,1',
    '2:27  8 cells  there are 7 columns; put a text with commas in quotes, and write 1.5 for 1,5',
    '3:9  3 cells  there are 7 columns; write the commas of empty cells, too',
  ),
  figures(
    'periods in other forms',
    'area,period,value,state,flags,source,note\nIT,23,1,,,report-2023,\nIT,2023-Q1,1,,,report-2023,',
    '2:4  period  "23" is not a year  write it as in 2023',
    '3:4  period  "2023-Q1" is not a year  write it as in 2023',
  ),
  figures(
    'flags with commas between them',
    'area,period,value,state,flags,source,note\nIT,2023,1,,"ESTIMATED,PROVISIONAL",report-2023,',
    '2:12  flags  "ESTIMATED,PROVISIONAL" is not a flag  write ESTIMATED;PROVISIONAL',
  ),
  figures(
    'a workbook under another name',
    'PK\u0003\u0004 of a spreadsheet',
    '1:1  is a workbook or a document of an office program  save it as "CSV UTF-8 (comma delimited)"',
  ),
  figures(
    'two versions of figures',
    `area,period,value,state,flags,source,note\n<<<<<<< HEAD\nIT,2023,1,,,report-2023,\n=======\nIT,2023,2,,,report-2023,\n>>>>>>> ours`,
    '2:1  a merge conflict marker  keep one of the two versions, and remove the lines with <<<<<<<, ======= and >>>>>>>',
  ),
  figures(
    'signs for no figure',
    'area,period,value,state,flags,source,note\nIT,2023,:,,,,\nIT,2022,n/a,,,,\nIT,2021,-,,,,\nIT,2020,c,,,,\nIT,2019,<5,,,report-2023,',
    '2:9  value  ":" is not a number  leave the cell empty, and write NOT_REPORTED as its state',
    '3:9  value  "n/a" is not a number  leave the cell empty, and write NOT_REPORTED as its state',
    '4:9  value  "-" is not a number  leave the cell empty, and write NOT_REPORTED as its state',
    '5:9  value  "c" is not a number  leave the cell empty, and write SUPPRESSED as its state',
    '6:9  value  "<5" is not a number  leave the cell empty, and write SUPPRESSED as its state; put the upper bound into a column upper',
  ),
  figures(
    'signs beside figures',
    'area,period,value,state,flags,source,note\nIT,2023,12 (e),,,report-2023,\nIT,2022,12*,,,report-2023,\nIT,2021,~12,,,report-2023,\nIT,2020,12%,,,report-2023,\nIT,2019,\u22125,,,report-2023,\nIT,2018,+5,,,report-2023,\nIT,2017,.5,,,report-2023,\nIT,2016,005,,,report-2023,',
    '2:9  value  "12 (e)" is not a number  write 12; put remarks into flags or note',
    '3:9  value  "12*" is not a number  write 12; put remarks into flags or note',
    '4:9  value  "~12" is not a number  write 12; put remarks into flags or note',
    '5:9  value  "12%" is not a number  write 12',
    '6:9  value  "\u22125" is not a number  write -5',
    '7:9  value  "+5" is not a number  write 5',
    '8:9  value  ".5" is not a number  write 0.5',
    '9:9  value  "005" is not a number  write 5',
  ),
  figures(
    'the names of columns again',
    'area,period,value,state,flags,source,note\nIT,2023,1,,,report-2023,\narea,period,value,state,flags,source,note\nGR,2023,x,,,report-2023,',
    '3:1  this line repeats the headings  remove it',
    '4:9  value  "x" is not a number  write digits and at most one decimal point; leave the cell empty if there is no figure',
  ),
  figures(
    'no figure',
    'area,period,value,state,flags,source,note\nIT,2023,,,,report-2023,',
    '2:9  value  neither a value nor a state  add the value, or the state NOT_REPORTED; a missing figure is not 0',
  ),
  guide(
    'an unknown link behind one that stands twice',
    'topics:\n  - smuggling\n  - smuggling\n  - nowhere',
    '6:5  topics[1]  "smuggling" is already in the list  remove it',
    '7:5  topics[2]  there is no topic "nowhere"  topics/nowhere.yaml does not exist; restore it or write it',
  ),
];

/** Wrong file names. */
const OF_FILES: readonly Mistake[] = [
  inFile(
    'a copy beside a record',
    'leaflets/Digital - Copy (2).yaml',
    'title: x\n',
    '1:1  "Digital - Copy (2)" is not a valid slug  name it digital-copy-2.yaml',
  ),
  inFile(
    'an ending that a program added',
    'leaflets/digital.yaml.txt',
    'title: x\n',
    '1:1  does not belong to a record  digital.yaml already exists: keep one of the two',
  ),
  inFile(
    'the other ending of YAML',
    'leaflets/other.yml',
    'title: x\n',
    '1:1  does not belong to a record  name it other.yaml',
  ),
  inFile(
    'a file of a word processor',
    'leaflets/leaflet.docx',
    'x',
    '1:1  does not belong to a record  records are .yaml, .md or .csv',
  ),
  inFile('a folder misspelt', 'leaflet/digital.yaml', 'title: x\n', '1:1  unknown folder  did you mean leaflets?'),
  inFile(
    'a language in the name of a file',
    'leaflets/digital.uk.md',
    'Text.\n',
    '1:1  "uk" is not a language of this knowledge base  one of en, fr, de, es, it',
  ),
  inFile(
    'a language in capitals',
    'leaflets/digital.IT.md',
    'Testo.\n',
    '1:1  "IT" is not a language of this knowledge base  name it digital.it.md',
  ),
  inFile(
    'the original language in a name beside one without it',
    'leaflets/digital.en.md',
    'Text.\n',
    '1:1  the original language has no locale in its name  digital.md already exists: keep one of the two',
  ),
  inFile(
    'a language behind another sign',
    'leaflets/digital_it.md',
    'Testo.\n',
    '1:1  "digital_it" is not a valid slug  name it digital.it.md',
  ),
  inFile(
    'a record in another language',
    'leaflets/digital.de.yaml',
    'title: Digital\n',
    '1:1  does not belong to a record  write its texts into digital.yaml, each below its de:',
  ),
  inFile(
    'points in a name',
    'leaflets/digital.version.2.yaml',
    'title: Digital\n',
    '1:1  does not belong to a record  name it digital-version-2.yaml',
  ),
  inFile(
    'the same record in capitals',
    'leaflets/Digital.yaml',
    'title: Digital\n',
    '1:1  "Digital" is not a valid slug  digital.yaml already exists: keep one of the two',
  ),
  inFile(
    'a workbook',
    'indicators/cases.xlsx',
    'PK',
    '1:1  does not belong to a record  save its sheet as CSV, or import it with npx signpost import',
  ),
  inFile('what an editor left', 'leaflets/digital.md~', 'x'),
  inFile('what a system left', 'leaflets/Thumbs.db', 'x'),
  inFile('what a word processor left', 'leaflets/~$leaflet.docx', 'x'),
];

const MISTAKES = [...FORMAT_MISTAKES, ...OF_CONTENT, ...OF_FILES];

/** Other content of the folder, which the mistakes refer to. */
const OTHER_FILES: Readonly<Record<string, string>> = {
  'countries/al.yaml': 'title: Albania\nalpha3: ALB\n',
  'countries/de.yaml': 'title:\n  en: Germany\n  de: Deutschland\nalpha3: DEU\n',
  'countries/dk.yaml': 'title: Denmark\nalpha3: DNK\n',
  'countries/fr.yaml': 'title: France\nalpha3: FRA\n',
  'countries/gb.yaml': 'title: United Kingdom\nalpha3: GBR\n',
  'countries/gr.yaml': 'title:\n  en: Greece\n  fr: Grèce\nalpha3: GRC\n',
  'organisations/fra.yaml': 'title: Agency for Fundamental Rights\norganisationType: EU_AGENCY\nacronym: FRA\n',
  'organisations/eurojust.yaml':
    'title: Agency for Criminal Justice Cooperation\norganisationType: EU_AGENCY\nacronym: Eurojust\n',
};

const INDICATOR =
  'title: Cases\nunit: cases\ncountingUnit: CASES\nmeasure: FLOW\nrelevance: MEASURES\nfrequency: YEAR\nabsentMeans: MISSING\npublisher: agency\n';

let reportedByFile: ReadonlyMap<string, readonly string[]>;

/** Validates one folder that contains all mistakes. Each has to be reported independently of the others. */
beforeAll(async () => {
  const root = mkdtempSync(join(tmpdir(), 'signpost-slips-'));
  try {
    cpSync('test/fixtures/valid', root, { recursive: true });
    const write = (file: string, text: string) => {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    };
    for (const [file, text] of Object.entries(OTHER_FILES)) write(file, text);
    for (const { file, text } of MISTAKES) {
      if (file.endsWith('.csv')) write(file.replace('.csv', '.yaml'), INDICATOR);
      write(file, text);
    }
    const lines = new Map<string, string[]>();
    for (const { file, line, column, path, message, tip } of await problemsOf(root)) {
      const parts = [`${line}:${column}`, path, message, tip].filter((part) => part !== null);
      lines.set(file!, [...(lines.get(file!) ?? []), parts.join('  ')]);
    }
    reportedByFile = lines;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

test.each(MISTAKES)('the mistake "$slip" is reported with a correction', ({ file, expectedOutput: expected }) => {
  const folder = file.split('/')[0]!;
  expect(reportedByFile.get(file) ?? reportedByFile.get(folder) ?? []).toEqual(expected);
});

test('files without a mistake have no reported error', () => {
  const files = new Set(MISTAKES.flatMap(({ file }) => [file, file.split('/')[0]!]));
  expect([...reportedByFile.keys()].filter((file) => !files.has(file))).toEqual([]);
  expect(MISTAKES.length).toBeGreaterThanOrEqual(60);
});

/** Returns the messages about the syntax of a file, by line. */
function reportedFormatProblems(text: string): string[] {
  const names = new Set(['title', 'summary', 'note', 'topics', 'digital', 'url', 'summary2', 'note2', 'topics2']);
  const report = new Report(null, NO_LOCATION, []);
  readYaml(text, report, names);
  return report.list.map(({ line, column, message, tip }) => `${line}:${column}  ${message}  ${tip}`);
}

const BETWEEN = 'stage: LAST\n';
const FORM_TEXTS = FORMAT_MISTAKES.filter(({ text }) => text.startsWith(HEAD)).map(({ slip, text }) => ({
  slip,
  text: text.slice(HEAD.length),
}));
const byLine = (lines: string[]) => lines.sort((a, b) => parseInt(a) - parseInt(b));

/** Mistakes without the YAML markers `---` and `...`, because lines below these markers are not read. */
const WITHIN_RECORD = FORM_TEXTS.filter(({ text }) => !/^(?:---|\.\.\.)$/m.test(text));

const FIRST_MISTAKES = sampleCases('mistakes followed by another', WITHIN_RECORD, 12);

test.each(FIRST_MISTAKES)('$slip, followed by another error: both are reported, and nothing else', ({ text }) => {
  const first = `${HEAD}${text}${BETWEEN}`;
  const linesAbove = first.split('\n').length - BETWEEN.split('\n').length;
  const wrong = FORM_TEXTS.flatMap(({ slip, text: other }) => {
    // Renames fields, such as `note` to `note2`, so that no field contains both mistakes.
    const second = other.replaceAll(/\b(?:summary|note|topics|digital|url)\b/g, '$&2');
    const moved = (told: string) => told.replace(/^\d+/, (line) => String(Number(line) + linesAbove));
    const expected = byLine([
      ...reportedFormatProblems(first),
      ...reportedFormatProblems(`${BETWEEN}${second}`).map(moved),
    ]);
    const reportedLines = byLine(reportedFormatProblems(`${first}${second}`));
    return isDeepStrictEqual(reportedLines, expected) ? [] : [{ slip, expectedOutput: reportedLines, expected }];
  });
  expect(wrong).toEqual([]);
});
