import { type CitedWork, formatCitation } from '../../src/series/citation.js';

const CITED_WORK: CitedWork = {
  key: 'cases-it-2024-06-18',
  kind: 'DATA',
  title: 'Cases: Italy',
  author: 'Eurojust',
  publisher: 'Eurojust',
  issued: '2024-06-18',
  accessed: '2025-01-02',
  version: 'edition 2 of 2024-06-18',
  container: 'Signpost',
  url: 'https://example.org/a?b=1&c=2',
  note: null,
};

describe('APA', () => {
  test('an APA citation contains author, date, title, version, kind, container and URL', () => {
    expect(formatCitation(CITED_WORK, 'APA')).toBe(
      'Eurojust. (2024, June 18). Cases: Italy (edition 2 of 2024-06-18) [Data set]. Signpost. Retrieved January 2, 2025, from https://example.org/a?b=1&c=2',
    );
  });

  test('an APA citation without an author starts with the title, and without a date contains (n.d.)', () => {
    const work = {
      ...CITED_WORK,
      kind: 'PAGE' as const,
      title: 'Who pays?',
      author: null,
      issued: null,
      version: null,
      url: null,
    };
    expect(formatCitation(work, 'APA')).toBe('Who pays? (n.d.). Signpost. Eurojust.');
  });
});

describe('BibTeX', () => {
  test('a BibTeX entry contains the date, the version and the URL', () => {
    expect(formatCitation(CITED_WORK, 'BIBTEX').split('\n')).toEqual([
      '@misc{cases-it-2024-06-18,',
      '  title = {{Cases: Italy}},',
      '  author = {{Eurojust}},',
      '  publisher = {{Eurojust}},',
      '  howpublished = {{Data set}},',
      '  series = {{Signpost}},',
      '  year = {{2024}},',
      '  date = {{2024-06-18}},',
      '  version = {{edition 2 of 2024-06-18}},',
      '  urldate = {{2025-01-02}},',
      '  month = jun,',
      '  url = {https://example.org/a?b=1&c=2}',
      '}',
      '',
    ]);
  });

  test('a BibTeX entry omits unknown fields', () => {
    const work = {
      ...CITED_WORK,
      author: null,
      issued: null,
      accessed: null,
      version: null,
      container: null,
      url: null,
    };
    expect(formatCitation(work, 'BIBTEX').split('\n')).toEqual([
      '@misc{cases-it-2024-06-18,',
      '  title = {{Cases: Italy}},',
      '  publisher = {{Eurojust}},',
      '  howpublished = {{Data set}}',
      '}',
      '',
    ]);
  });

  test('a BibTeX entry escapes the special characters of TeX, and its braces are balanced', () => {
    const title = '50 % of {x} & y_z #1 $2 ~a^b \\cite } {';
    const text = formatCitation({ ...CITED_WORK, title, url: 'https://example.org/{a}' }, 'BIBTEX');
    expect(text).toContain(
      'title = {{50 \\% of \\textbraceleft{}x\\textbraceright{} \\& y\\_z \\#1 \\$2 \\textasciitilde{}a\\textasciicircum{}b ' +
        '\\textbackslash{}cite \\textbraceright{} \\textbraceleft{}}}',
    );
    expect(text).toContain('url = {https://example.org/%7Ba%7D}');
    expect(text.split('{')).toHaveLength(text.split('}').length);
  });
});

describe('CSL JSON', () => {
  test('a CSL JSON citation is a list of one item, with date parts at the precision of the dates', () => {
    expect(JSON.parse(formatCitation({ ...CITED_WORK, issued: '2024-06' }, 'CSL_JSON'))).toEqual([
      {
        id: 'cases-it-2024-06-18',
        type: 'dataset',
        title: 'Cases: Italy',
        author: [{ literal: 'Eurojust' }],
        publisher: 'Eurojust',
        issued: { 'date-parts': [[2024, 6]] },
        accessed: { 'date-parts': [[2025, 1, 2]] },
        version: 'edition 2 of 2024-06-18',
        'container-title': 'Signpost',
        URL: 'https://example.org/a?b=1&c=2',
      },
    ]);
  });
});
