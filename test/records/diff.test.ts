import { loadModel } from '../../src/model/load-model.js';
import { diffRecords, wordDiff } from '../../src/records/diff-records.js';
import { createVintage, type SubmittedSeries } from '../../src/records/submitted-figures.js';
import { endsBefore } from '../../src/model/iso-date.js';
import { isPartialDate } from '../../src/records/partial-date.js';
import { mergeRecords } from '../../src/records/three-way-merge.js';
import type { EntryRecord } from '../../src/store/entries.js';
import type { StoredPoint } from '../../src/store/figures.js';

const model = loadModel('schema');

test('wordDiff returns the common, removed and added words of two texts', () => {
  expect(wordDiff('The quick brown fox jumps', 'The slow brown fox jumps high')).toEqual([
    { kind: 'same', text: 'The' },
    { kind: 'removed', text: ' quick' },
    { kind: 'added', text: ' slow' },
    { kind: 'same', text: ' brown fox jumps' },
    { kind: 'added', text: ' high' },
  ]);
  expect(wordDiff('same', 'same')).toEqual([{ kind: 'same', text: 'same' }]);
});

test('the parts of a wordDiff can be joined to both texts, even without common words', () => {
  const longText = (word: string) => Array.from({ length: 3_000 }, (_, index) => `${word}${index}`).join(' ');
  for (const [before, after] of [
    ['a b c d', 'b c x d'],
    ['', 'new'],
    ['old  text\n', ' old text'],
    [longText('a'), longText('b')],
  ] as const) {
    const runs = wordDiff(before, after);
    const without = (kind: string) => runs.flatMap((run) => (run.kind === kind ? [] : [run.text])).join('');
    expect([without('added'), without('removed')]).toEqual([before, after]);
  }
});

test('diffRecords compares texts per locale, lists per item and embedded objects per field', () => {
  const before = {
    title: { en: 'Meeting', fr: 'Réunion' },
    startsOn: '2024',
    sessions: [{ title: { en: 'One' }, topics: ['a', 'b'], trends: [] }],
    topics: ['a', 'b'],
  };
  const after = {
    title: { en: 'Meeting', de: 'Treffen' },
    sessions: [
      { title: { en: 'One' }, topics: ['b', 'c'], trends: [] },
      { title: { en: 'Two' }, topics: [], trends: [] },
    ],
    topics: ['b', 'a'],
  };
  const changes = diffRecords(model, model.kind('Event'), before, after);
  expect(changes.map(({ path, before, after }) => [path, before, after])).toEqual([
    ['title.fr', 'Réunion', null],
    ['title.de', null, 'Treffen'],
    ['startsOn', '2024', null],
    ['sessions[0].topics[0]', 'a', null],
    ['sessions[0].topics[1]', null, 'c'],
    ['sessions[1]', null, { title: { en: 'Two' }, topics: [], trends: [] }],
    ['topics', ['a', 'b'], ['b', 'a']],
  ]);
});

test('diffRecords treats an absent list as an empty one, at any depth', () => {
  const kind = model.kind('Event');
  const [recordWithout, full] = structuredClone([
    { sessions: [{ title: { en: 'One' } }] },
    { sessions: [{ title: { en: 'One' }, topics: [] }], topics: [] },
  ]) as [EntryRecord, EntryRecord];
  expect([diffRecords(model, kind, recordWithout, full), diffRecords(model, kind, full, recordWithout)]).toEqual([
    [],
    [],
  ]);
});

const point = (period: string, value: number): StoredPoint => {
  return { period, value, state: 'REPORTED', flags: [], source: 'report', note: null };
};

test('the digest of a vintage depends on its figures, but not on their order', () => {
  const one: SubmittedSeries[] = [
    { area: 'IT', breakdown: { sex: 'F', age: 'Y15' }, points: [point('2021', 1), point('2022', 1), point('2023', 2)] },
    { area: 'GR', breakdown: {}, points: [point('2022', 3)] },
  ];
  const other: SubmittedSeries[] = [
    { area: 'GR', breakdown: {}, points: [point('2022', 3)] },
    { area: 'IT', breakdown: { age: 'Y15', sex: 'F' }, points: [point('2022', 1), point('2023', 2), point('2021', 1)] },
  ];
  expect(createVintage('x', one)).toEqual(createVintage('x', other));
  const changed = [{ ...other[0]!, points: [point('2022', 4)] }, other[1]!];
  expect(createVintage('x', one).digest).not.toBe(createVintage('x', changed).digest);
  const otherArea = [{ ...other[0]!, area: 'ES' }, other[1]!];
  expect(createVintage('x', one).digest).not.toBe(createVintage('x', otherArea).digest);
  const flagged = (...flags: string[]) =>
    createVintage('x', [{ area: 'GR', breakdown: {}, points: [{ ...point('2022', 3), flags }] }]).digest;
  expect([flagged('BREAK', 'ESTIMATED') === flagged('ESTIMATED', 'BREAK'), flagged('BREAK') === flagged()]).toEqual([
    true,
    false,
  ]);
  const bounded = (lower: number | null, upper: number | null) =>
    createVintage('x', [{ area: 'GR', breakdown: {}, points: [{ ...point('2022', 3), lower, upper }] }]).digest;
  const digests = [bounded(null, null), bounded(1, null), bounded(null, 1), bounded(1, 4)];
  expect(new Set(digests).size).toBe(4);
});

test.each([
  ['2024', true],
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2024-13', false],
  ['2024-00', false],
  ['2024-6', false],
  ['24', false],
  ['2024-06-18T00:00', false],
])('isPartialDate of %s is %s', (text, expected) => expect(isPartialDate(text)).toBe(expected));

test('endsBefore is true only if every day of the first partial date is before the second', () => {
  expect(endsBefore('2023', '2024-01-01')).toBe(true);
  expect(endsBefore('2024', '2024-06')).toBe(false);
  expect(endsBefore('2024-06', '2024')).toBe(false);
  expect(endsBefore('2024-05-31', '2024-06')).toBe(true);
});

test('mergeRecords merges texts per locale that either side added, changed or removed', () => {
  const merge = (base: object, yours: object, theirs: object) =>
    mergeRecords(model, model.kind('Topic'), {
      base: { title: base },
      yours: { title: yours },
      theirs: { title: theirs },
    });
  const joined = merge(
    { en: 'Boat', it: 'Barca' },
    { en: 'Boat', fr: 'Bateau' },
    { en: 'Ship', it: 'Barca', de: 'Boot' },
  );
  expect(joined).toEqual({ record: { title: { en: 'Ship', fr: 'Bateau', de: 'Boot' } }, collisions: [] });
  const collided = merge({ en: 'Boat' }, { en: 'Ship', fr: 'Bateau' }, { en: 'Vessel', de: 'Boot' });
  expect(collided.record).toEqual({ title: { en: 'Vessel', fr: 'Bateau', de: 'Boot' } });
  expect(collided.collisions.map(({ path, base, yours, theirs }) => [path, base, yours, theirs])).toEqual([
    ['title.en', 'Boat', 'Ship', 'Vessel'],
  ]);
});

test('mergeRecords merges a text per locale even if the base lacks it, and reports a locale that both sides added', () => {
  const merge = (...[base, yours, theirs]: EntryRecord[]) =>
    mergeRecords(model, model.kind('Topic'), { base: base!, yours: yours!, theirs: theirs! });
  const added = merge(
    {},
    { definition: { en: 'Yours', fr: 'Le vôtre' } },
    { definition: { en: 'Theirs', de: 'Ihres' } },
  );
  expect(added.record).toEqual({ definition: { en: 'Theirs', fr: 'Le vôtre', de: 'Ihres' } });
  expect(added.collisions).toEqual([
    { path: 'definition.en', at: ['definition', 'en'], base: null, yours: 'Yours', theirs: 'Theirs' },
  ]);
  // Either side may remove a text that the other extends.
  const text = { definition: { en: 'Old' } };
  const extended = { definition: { en: 'Old', fr: 'Vieux' } };
  const joined = { record: { definition: { fr: 'Vieux' } }, collisions: [] };
  expect([merge(text, {}, extended), merge(text, extended, {})]).toEqual([joined, joined]);
  // If both sides together remove every language, no empty text remains.
  const onlyFrench = { definition: { fr: 'Vieux' } };
  expect(merge(extended, text, onlyFrench)).toEqual({ record: {}, collisions: [] });
});
