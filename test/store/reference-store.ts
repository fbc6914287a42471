import { entryKindName, type Field, type Inverse, type Kind, type Model, type Shape } from '../../src/model/model.js';
import { storedKindName } from '../../src/store/documents/stored-kind-name.js';
import {
  matchesComparison,
  dayInterval,
  leafValues,
  foldText,
  compareOrder,
  equalsOperand,
} from './reference-values.js';
import type { EntryChange } from '../../src/store/change-log.js';
import type { FilterInput, OrderTerm, StoredEntry } from '../../src/store/entries.js';

/** True, false, or unknown. Conditions on an entry that the view does not list are unknown. */
type TruthValue = boolean | null;
type Values = Record<string, unknown>;
/** One link of an entry, and the object that contains it, or the entry's record if no object does. */
interface NaiveLink {
  entry: StoredEntry;
  part: Values;
  via: string | null;
}

const ENTRY_FIELDS = ['slug', 'status', 'updatedAt', 'publishedAt'];

/** Reference implementation of queries: scans all entries that a view lists, without code of the store. Slow. */
export class ReferenceStore {
  /** @param stubs keys of the entries that the view shows and does not list, such as `Topic/visas` */
  constructor(
    private readonly model: Model,
    readonly entries: readonly StoredEntry[],
    private readonly stubs: ReadonlySet<string>,
    private readonly locales: readonly string[],
  ) {}

  list(kind: string, filter: FilterInput | null, orderBy: readonly OrderTerm[]): StoredEntry[] {
    return this.of(kind)
      .filter((entry) => filter === null || this.entry(entry, filter) === true)
      .sort((a, b) => this.compare(a, b, orderBy));
  }

  /** Returns the entries that link to an entry by an inverse, with at least one link that meets a filter. */
  entriesLinkingByInverse(kind: Kind, inverse: Inverse, slug: string, filter: FilterInput): StoredEntry[] {
    const links = this.linksTo(kind, inverse, slug).filter((link) => this.link(link, filter) === true);
    return [...new Set(links.map(({ entry }) => entry))];
  }

  /** Returns the entries of several kinds in one list, filtered by common fields. */
  commonList(kinds: readonly string[], filter: FilterInput | null, orderBy: readonly OrderTerm[]): StoredEntry[] {
    return this.entries
      .filter(({ kind }) => kinds.includes(kind))
      .filter((each) => filter === null || this.viaInterface(this.model.kind(each.kind), each, filter) === true)
      .sort((a, b) => this.compare(a, b, orderBy) || compareOrder(this.storedKey(a), this.storedKey(b)));
  }

  /** Tie-breaker for entries of several kinds: the stored name of the kind, then the slug. */
  storedKey({ kind, slug }: StoredEntry): string {
    return `${storedKindName(this.model.kind(kind))} ${slug}`;
  }

  /** Returns the entries of a kind that link to an entry by a path. */
  entriesLinkingByPath(origin: { kind: string; path: readonly string[] }, value: string): StoredEntry[] {
    return this.of(origin.kind).filter((entry) => leafValues(entry.record, origin.path).includes(value));
  }

  /** Counts the entries with each value at a path, most frequent first. @param isByYear counts dates by year */
  countByValue(
    entries: readonly StoredEntry[],
    { path, isByYear }: { path: readonly string[]; isByYear: boolean },
    isListed: (value: unknown) => boolean,
  ) {
    const counts = new Map<unknown, number>();
    for (const entry of entries) {
      const values = leafValues(entry.record, path).map((value) =>
        typeof value === 'object' ? this.served(value as Values, entry) : isByYear ? String(value).slice(0, 4) : value,
      );
      for (const value of new Set(values)) {
        if (value !== null && isListed(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
    }
    return [...counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || compareOrder(String(a.value), String(b.value)));
  }

  compare(a: StoredEntry, b: StoredEntry, orderBy: readonly OrderTerm[]): number {
    const terms = orderBy.length > 0 ? orderBy : [{ path: ['title'], direction: 'ASC' as const }];
    for (const { path, direction } of terms) {
      const [remaining, valid] = [this.sortKey(a, path), this.sortKey(b, path)];
      if (remaining === null && valid === null) continue;
      if (remaining === null) return 1;
      if (valid === null) return -1;
      const difference =
        remaining.map((each, index) => compareOrder(each, valid[index]!)).find((each) => each !== 0) ?? 0;
      if (difference !== 0) return direction === 'ASC' ? difference : -difference;
    }
    return compareOrder(a.slug, b.slug);
  }

  private of(kind: string): StoredEntry[] {
    return this.entries.filter((entry) => entry.kind === kind);
  }

  private sortKey(entry: StoredEntry, path: readonly string[]): (string | number)[] | null {
    const first = this.model.kind(entry.kind).fields.find((each) => each.name === path[0])!;
    if (first.link) {
      const target = this.atEndOf(first, entry.record[first.name] as string | null | undefined);
      return target ? this.sortKey(target, path.slice(1)) : null;
    }
    let shape: Shape = this.model.kind(entry.kind);
    let value: unknown = allOf(entry);
    let field: Field | undefined;
    for (const name of path) {
      field = shape.fields.find((each) => each.name === name)!;
      value = (value as Values | null)?.[name] ?? null;
      if (field.category === 'object') shape = this.model.shape(field.type);
    }
    const text = field!.localised ? this.served(value as Values | null, entry) : value;
    if (text === null || text === undefined) return null;
    if (field!.type === 'PartialDate') return dayInterval(text as string);
    if (field!.type === 'DateTime') return [new Date(text as string).getTime()];
    if (typeof text === 'string' && ['String', 'URL', 'Markdown'].includes(field!.type)) return [foldText(text)];
    return [text as string | number];
  }

  private entry(entry: StoredEntry, filter: FilterInput): TruthValue {
    return this.object(this.model.kind(entry.kind), allOf(entry), filter, entry, entry);
  }

  private object(
    shape: Shape,
    value: Values | null,
    filter: FilterInput,
    root: StoredEntry,
    self: StoredEntry | null,
  ): TruthValue {
    return and(
      effectiveConditions(filter).map(([name, condition]): TruthValue => {
        const within = (part: FilterInput) => this.object(shape, value, part, root, self);
        if (name === 'and') return and((condition as FilterInput[]).map(within));
        if (name === 'or') return or((condition as FilterInput[]).map(within));
        if (name === 'not') return not(within(condition as FilterInput));
        if (name === 'exists') return (value !== null) === condition;
        const field = shape.fields.find((each) => each.name === name);
        if (field) return this.field(field, value?.[name] ?? null, condition as FilterInput, root);
        return this.inverse(self!, name, condition as FilterInput);
      }),
    );
  }

  private field(field: Field, value: unknown, filter: FilterInput, root: StoredEntry): TruthValue {
    if (field.category === 'scalar' || field.category === 'enum') {
      return and(effectiveConditions(filter).map(([name, operand]) => this.leaf(field, value, name, operand, root)));
    }
    const one = (each: unknown, inner: FilterInput): TruthValue => {
      if (field.link) return this.target(field, each as string | null, inner);
      if (each === null) return unseen(inner, false) === true;
      return this.object(this.model.shape(field.type), each as Values, inner, root, null);
    };
    if (!field.link) return field.list ? quantified((value ?? []) as unknown[], filter, one) : one(value, filter);
    const seen = ([value ?? []].flat() as string[]).filter((each) => this.isSeen(field, each));
    return field.list ? quantified(seen, filter, one) : one(seen[0] ?? null, filter);
  }

  private inverse(entry: StoredEntry, name: string, filter: FilterInput): TruthValue {
    const kind = this.model.kind(entry.kind);
    const inverse = kind.inverses.find((each) => each.name === name)!;
    const { via, ...quantifiers } = Object.fromEntries(effectiveConditions(filter));
    const links = this.linksTo(kind, inverse, entry.slug);
    const matchingLinks = links.filter((each) => via === undefined || this.link(each, { via }) === true);
    if (Object.keys(quantifiers).length === 0 && via !== undefined) return matchingLinks.length > 0;
    return quantified(matchingLinks, quantifiers, (each, inner) => this.link(each, inner));
  }

  /** Returns the links to an entry, including several from the same entry. */
  private linksTo({ folder }: Kind, { origins: [origin], via }: Inverse, slug: string): NaiveLink[] {
    const { kind, path, field } = origin!;
    const value = field.link!.toInterface ? `${folder}/${slug}` : slug;
    const name = path.at(-1)!;
    return this.entriesLinkingByPath({ kind, path }, value).flatMap((entry) => {
      const parts = leafValues(entry.record, path.slice(0, -1)) as Values[];
      return parts.filter((part) => [part[name]].flat().includes(value)).map((part) => ({ entry, part, via }));
    });
  }

  private link({ entry, part, via }: NaiveLink, filter: FilterInput): TruthValue {
    return and(
      effectiveConditions(filter).map(([name, condition]): TruthValue => {
        if (name !== 'via') return this.entry(entry, { [name]: condition });
        return this.object(this.model.shape(via!), part, condition as FilterInput, entry, null);
      }),
    );
  }

  private atEndOf(field: Field, value: string | null | undefined): StoredEntry | undefined {
    if (value == null) return undefined;
    const { kind, slug } = this.keyAt(field, value);
    return this.of(kind).find((each) => each.slug === slug);
  }

  private keyAt(field: Field, value: string): { kind: string; slug: string } {
    const { toInterface, target } = field.link!;
    if (!toInterface) return { kind: target, slug: value };
    const [folder, slug] = value.split('/');
    return { kind: this.model.kindOfFolder(folder!)!.name, slug: slug! };
  }

  /** Whether a link leads to a visible entry. */
  private isSeen(field: Field, value: string): boolean {
    const { kind, slug } = this.keyAt(field, value);
    return this.stubs.has(`${kind}/${slug}`) || this.atEndOf(field, value) !== undefined;
  }

  private target(field: Field, value: string | null, filter: FilterInput): TruthValue {
    if (value === null) return unseen(filter, false) === true;
    const entry = this.atEndOf(field, value);
    if (!entry) return unseen(filter, true) === true;
    if (!field.link!.toInterface) return this.entry(entry, filter);
    return this.viaInterface(this.model.kind(entry.kind), entry, filter);
  }

  private viaInterface(kind: Kind, entry: StoredEntry, filter: FilterInput): TruthValue {
    return and(
      effectiveConditions(filter).map(([name, condition]): TruthValue => {
        const within = (part: FilterInput) => this.viaInterface(kind, entry, part);
        if (name === 'and') return and((condition as FilterInput[]).map(within));
        if (name === 'or') return or((condition as FilterInput[]).map(within));
        if (name === 'not') return not(within(condition as FilterInput));
        if (name !== 'entryKind') return this.entry(entry, { [name]: condition });
        const kindName = entryKindName(kind);
        return effectiveConditions(condition as Values).every(([, operand]) => [operand].flat().includes(kindName));
      }),
    );
  }

  private leaf(field: Field, fieldValue: unknown, operator: string, operand: unknown, root: StoredEntry): boolean {
    const value = field.localised ? this.served(fieldValue as Values | null, root) : fieldValue;
    const is = (one: unknown, other: unknown) => equalsOperand(field, one, other);
    switch (operator) {
      case 'exists':
        return (Array.isArray(value) ? value.length > 0 : value !== null) === operand;
      case 'eq':
        return is(value, operand);
      case 'in':
        return (operand as unknown[]).some((each) => is(value, each));
      case 'has':
        return ((value ?? []) as unknown[]).some((each) => is(each, operand));
      case 'hasAny':
        return (operand as unknown[]).some((each) => ((value ?? []) as unknown[]).some((element) => is(element, each)));
      case 'hasAll':
        return (operand as unknown[]).every((each) =>
          ((value ?? []) as unknown[]).some((element) => is(element, each)),
        );
      case 'contains':
        return value !== null && foldText(value as string).includes(foldText(operand as string));
      case 'startsWith':
        return value !== null && foldText(value as string).startsWith(foldText(operand as string));
      default:
        return value !== null && matchesComparison(field, value, operator, operand);
    }
  }

  private served(texts: Values | null, { originalLocale }: StoredEntry): string | null {
    const locale = [...this.locales, originalLocale].find((each) => (texts?.[each] ?? null) !== null);
    return locale === undefined ? null : (texts![locale] as string);
  }
}

function allOf(entry: StoredEntry): Values {
  return {
    ...entry.record,
    ...Object.fromEntries(ENTRY_FIELDS.map((name) => [name, entry[name as keyof StoredEntry]])),
  };
}

function quantified<T>(
  each: readonly T[],
  filter: FilterInput,
  match: (one: T, inner: FilterInput) => TruthValue,
): TruthValue {
  return and(
    effectiveConditions(filter).map(([name, inner]) => {
      if (name === 'exists') return each.length > 0 === inner;
      const matching = each.filter((element) => match(element, inner as FilterInput) === true).length;
      if (name === 'every') return matching === each.length;
      return name === 'some' ? matching > 0 : matching === 0;
    }),
  );
}

/** Returns the conditions of a filter that have an effect: those that are not null and contain more than nulls. */
export function effectiveConditions(filter: FilterInput): [string, unknown][] {
  return Object.entries(filter).filter(([name, condition]) => !isWithoutEffect(name, condition));
}

function isWithoutEffect(name: string, condition: unknown): boolean {
  if (condition === null) return true;
  const isEmpty = (each: unknown) => effectiveConditions(each as FilterInput).length === 0;
  if (name === 'and') return (condition as unknown[]).every(isEmpty);
  if (name === 'or') return (condition as unknown[]).some(isEmpty);
  if (['some', 'every', 'none'].includes(name) || typeof condition !== 'object') return false;
  return !Array.isArray(condition) && !(condition instanceof Date) && isEmpty(condition);
}

/**
 * Evaluates a filter on a hidden entry: only whether it exists is known. Conditions on its fields and their negations
 * are unknown.
 */
function unseen(filter: FilterInput, exists: boolean): TruthValue {
  const within = (part: FilterInput) => unseen(part, exists);
  return and(
    effectiveConditions(filter).map(([name, condition]): TruthValue => {
      if (name === 'and') return and((condition as FilterInput[]).map(within));
      if (name === 'or') return or((condition as FilterInput[]).map(within));
      if (name === 'not') return not(within(condition as FilterInput));
      return name === 'exists' ? condition === exists : null;
    }),
  );
}

const not = (value: TruthValue): TruthValue => (value === null ? null : !value);
const and = (values: readonly TruthValue[]): TruthValue =>
  values.includes(false) ? false : values.includes(null) ? null : true;
const or = (values: readonly TruthValue[]): TruthValue =>
  values.includes(true) ? true : values.includes(null) ? null : false;

/** Computes the states that a view sees after a list of batches, directly from the changes. */
export function statesOf(
  batches: readonly (readonly EntryChange[])[],
  preview: boolean,
): { listed: EntryChange[]; stubs: ReadonlySet<string> } {
  const published = new Map<string, EntryChange>();
  const newest = new Map<string, EntryChange>();
  /** Stubs of entries that were retired while published. */
  const stubs = new Set<string>();
  for (const change of batches.flat()) {
    const key = `${change.kind}/${change.slug}`;
    newest.set(key, change);
    if (change.status === 'PUBLISHED') published.set(key, change);
    if (change.status === 'RETIRED' && published.has(key)) stubs.add(key);
    if (change.status === 'RETIRED' || change.action === 'UNPUBLISH') published.delete(key);
    if (change.status === 'PUBLISHED') stubs.delete(key);
  }
  const isRetired = ({ status }: EntryChange) => status === 'RETIRED';
  const listed = [...(preview ? newest : published).values()].filter((change) => !isRetired(change));
  if (!preview) return { listed, stubs };
  return { listed, stubs: new Set([...newest].filter(([, change]) => isRetired(change)).map(([key]) => key)) };
}
