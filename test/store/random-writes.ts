import { kindKey } from '../../src/model/entry-key.js';
import { areaCodeField, type Field, type Model, storedFields } from '../../src/model/model.js';
import type { EntryChange } from '../../src/store/change-log.js';
import type { Store } from '../../src/store/store.js';
import { batch } from './test-stores.js';
import type { RandomContent } from './random-content.js';
import type { Random } from './random.js';

/** Commits changes as editors do: based on entries that were read before. */
export async function commitFromRead(store: Store, changes: readonly EntryChange[]): Promise<void> {
  const { log, entries } = await store.entries.readStatesBeforeWrite(changes);
  const states = (of: 'newest' | 'published') =>
    new Map(changes.map((key, index) => [kindKey(key), entries[index]![of]]));
  const basis = { log, newestStates: states('newest'), publishedStates: states('published') };
  const result = await store.log.commit({ ...batch(...changes), basis });
  if (!result.committed) throw new Error(JSON.stringify(result.conflicts));
}

/** Generates random changes: one or two fields of one entry, as editors change them. */
export class RandomWrites {
  constructor(
    private readonly model: Model,
    private readonly base: RandomContent,
    private readonly random: Random,
    private readonly store: Store,
  ) {}

  /** Returns the next change without committing it. */
  async next(): Promise<EntryChange[]> {
    const { random } = this;
    const kind = random.pick(this.model.kinds.filter(({ name }) => this.base.slugs.get(name)!.length > 0));
    const slug = random.pick(this.base.slugs.get(kind.name)!);
    const [newest] = await this.store.entries.currentStates([{ kind: kind.name, slug }]);
    if (!newest || newest.status === 'RETIRED') {
      // Area codes cannot be random.
      if (areaCodeField(kind)) return this.next();
      return [this.base.change(kind, slug, newest?.revision ?? 0, 'PUBLISHED')];
    }
    const { revision: expectedRevision, originalLocale } = newest;
    const fields = random.pickSome(
      storedFields(kind).filter(({ type }) => type !== 'AreaCode'),
      1,
      2,
    );
    const changed = Object.fromEntries(fields.map((field) => [field.name, this.value(field, originalLocale)]));
    const names = storedFields(kind).map(({ name }) => name);
    const knownFields = Object.fromEntries(Object.entries(newest.record).filter(([name]) => names.includes(name)));
    const change = (
      action: EntryChange['action'],
      status: EntryChange['status'],
      record = knownFields,
    ): EntryChange[] => [{ action, kind: kind.name, slug, expectedRevision, status, originalLocale, record }];
    const choice = random.below(20);
    if (choice === 0) return change('RETIRE', 'RETIRED');
    if (choice === 1 && newest.status === 'PUBLISHED') return change('UNPUBLISH', 'DRAFT');
    if (choice < 6) return change('SAVE', 'DRAFT', { ...knownFields, ...changed });
    if (choice < 10 && newest.status === 'DRAFT') return change('PUBLISH', 'PUBLISHED');
    return change('SAVE', 'PUBLISHED', { ...knownFields, ...changed });
  }

  private value(field: Field, originalLocale: string): unknown {
    if (!field.list) return field.required || this.random.chance(0.7) ? this.base.value(field, originalLocale) : null;
    return Array.from({ length: this.random.below(3) }, () => this.base.value(field, originalLocale));
  }
}
