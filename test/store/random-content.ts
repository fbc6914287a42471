import { type Field, type Kind, type Model, type Shape, storedFields } from '../../src/model/model.js';
import type { Batch, EntryChange } from '../../src/store/change-log.js';
import type { EntryRecord } from '../../src/store/entries.js';
import type { Random } from './random.js';

const WORDS = [
  'Alpha',
  'älpha',
  'BETA',
  'beta gamma',
  'Évian-les-Bains',
  'a.b*',
  'A+B',
  '(x)',
  'Zürich',
  'zurich',
  'ﬁn',
];
const DATES = [
  '2022',
  '2023',
  '2023-01',
  '2023-06',
  '2023-12',
  '2023-06-18',
  '2023-12-31',
  '2024-02',
  '2024-02-29',
  '2024',
];
const MOMENTS = ['2023-01-01T00:00:00.000Z', '2023-06-18T09:30:00.000Z', '2024-02-29T23:59:59.999Z'];
const CODES = ['AA', 'BB', 'CC', 'DD'];
const LANGUAGES = ['en', 'fr', 'mt'];

/** Generates random records and values from the model. It uses few distinct values, so that filters match. */
export class RandomContent {
  /** Slugs that links lead to. */
  readonly slugs: ReadonlyMap<string, readonly string[]>;

  /** @param perKind number of entries of each kind, or their slugs */
  constructor(
    private readonly model: Model,
    private readonly random: Random,
    perKind: number | ReadonlyMap<string, readonly string[]>,
  ) {
    if (typeof perKind !== 'number') {
      this.slugs = perKind;
      return;
    }
    this.slugs = new Map(
      model.kinds.map((kind) => [
        kind.name,
        Array.from({ length: perKind }, (_none, index) => `${kind.singular.toLowerCase()}-${index}`),
      ]),
    );
  }

  /** Returns three batches: new entries, then drafts of some and retirements, then publications of some drafts. */
  batches(): Batch[] {
    const first: EntryChange[] = [];
    const second: EntryChange[] = [];
    const third: EntryChange[] = [];
    for (const kind of this.model.kinds) {
      for (const slug of this.slugs.get(kind.name)!) {
        const isNewDraft = this.random.chance(0.1);
        first.push(this.change(kind, slug, 0, isNewDraft ? 'DRAFT' : 'PUBLISHED'));
        const choice = this.random.below(10);
        if (choice === 0) second.push({ ...this.change(kind, slug, 1, 'RETIRED'), action: 'RETIRE' });
        if (choice === 1 && !isNewDraft) second.push({ ...this.change(kind, slug, 1, 'DRAFT'), action: 'UNPUBLISH' });
        if (choice === 2 || choice === 3) second.push(this.change(kind, slug, 1, 'DRAFT'));
        if (choice === 3) third.push({ ...this.change(kind, slug, 2, 'PUBLISHED'), action: 'PUBLISH' });
      }
    }
    return [first, second, third].map((entries, index) => ({ author: 'test', message: `batch ${index}`, entries }));
  }

  change(kind: Kind, slug: string, expectedRevision: number, status: EntryChange['status']): EntryChange {
    const originalLocale = this.random.chance(0.7) ? 'en' : this.random.pick(this.model.locales);
    const record = this.record(kind, originalLocale);
    return { action: 'SAVE', kind: kind.name, slug, expectedRevision, status, originalLocale, record };
  }

  /** Returns a value of a field in the form of records. */
  value(field: Field, originalLocale: string): unknown {
    const { random } = this;
    if (field.localised) {
      const locales = new Set([originalLocale, ...random.pickSome(this.model.locales, 0, 3)]);
      return Object.fromEntries([...locales].map((locale) => [locale, this.text()]));
    }
    if (field.link) {
      const target = this.model.kind(random.pick(field.link.members));
      const slug = random.pick(this.slugs.get(target.name)!);
      return field.link.toInterface ? `${target.folder}/${slug}` : slug;
    }
    if (field.category === 'object') return this.record(this.model.shape(field.type), originalLocale);
    if (field.category === 'enum') return random.pick(this.model.enum(field.type).values).name;
    return this.scalar(field.type);
  }

  scalar(type: string): unknown {
    const { random } = this;
    switch (type) {
      case 'PartialDate':
        return random.pick(DATES);
      case 'DateTime':
        return random.pick(MOMENTS);
      case 'Int':
        return random.below(4);
      case 'Float':
        return random.below(8) / 2;
      case 'Boolean':
        return random.chance(0.5);
      case 'Language':
        return random.pick(LANGUAGES);
      case 'AreaCode':
        return random.pick(CODES);
      default:
        return this.text();
    }
  }

  text(): string {
    return this.random.pickSome(WORDS, 1, 2).join(' ');
  }

  private record(shape: Shape, originalLocale: string): EntryRecord {
    const pairs = storedFields(shape).flatMap((field): [string, unknown][] => {
      if (field.list) {
        const values = Array.from({ length: this.random.below(4) }, () => this.value(field, originalLocale));
        return [[field.name, values]];
      }
      if (!field.required && this.random.chance(0.4)) return this.random.chance(0.5) ? [[field.name, null]] : [];
      return [[field.name, this.value(field, originalLocale)]];
    });
    return Object.fromEntries(pairs);
  }
}
