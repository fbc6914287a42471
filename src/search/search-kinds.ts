import { folderKey, readKey } from '../model/entry-key.js';
import type { Field, Model } from '../model/model.js';
import { storedFields } from '../model/model.js';
import type { Edge } from './link-graph.js';
import type { Subjects } from './text-index.js';

/** The field that marks a kind as a scheme of concepts, as in SKOS: other words by which an entry is found. */
export const OTHER_LABELS = 'altLabels';
/** The field that marks a kind as countries, as in ISO 3166. */
const COUNTRY_CODE = 'alpha3';

/** Entries of one kind. */
export interface KeysOfKind {
  kind: string;
  slugs: string[];
}

/** What of the model search is about: which kinds are found, and which of their fields it reads. */
export class SearchKinds {
  /** The kinds whose entries are found, some of them only where a query names them. */
  readonly found: readonly string[];
  /** Names of the fields, of whatever kind, that the graph of links depends on, and those that finding words does. */
  readonly dependsOn: Readonly<Record<'links' | 'words', readonly string[]>>;
  private readonly concepts: readonly string[];
  private readonly countries: readonly string[];

  constructor(private readonly model: Model) {
    const links = fieldsWith(model, ({ link }) => link !== null);
    const words = fieldsWith(
      model,
      ({ name, search, sort, type }) => search > 0 || name === OTHER_LABELS || (sort && type === 'PartialDate'),
    );
    // What is found is counted by its year and by what it links to.
    this.dependsOn = { links, words: [...new Set([...words, ...links])] };
    const shown = model.kinds.filter(({ audience }) => audience === null);
    const marked = (by: string) => shown.filter(({ fields }) => fields.some(({ name }) => name === by));
    this.found = shown.map(({ name }) => name);
    this.concepts = marked(OTHER_LABELS).map(({ name }) => name);
    this.countries = marked(COUNTRY_CODE).map(({ name }) => name);
  }

  /** Whether an entry is found only where a query names it: one that stands in for what nobody has written yet. */
  isOnlyNamed(key: string): boolean {
    return this.read(key).kind.standIn;
  }

  /** Whether a key is that of a concept. */
  isConcept(key: string): boolean {
    return this.concepts.includes(this.read(key).kind.name);
  }

  /** Whether a key is that of a country. */
  isCountry(key: string): boolean {
    return this.countries.includes(this.read(key).kind.name);
  }

  /** The keys of the concepts of these slugs, whether they are there or not. */
  topicsCalled(slugs: readonly string[]): string[] {
    return this.concepts.flatMap((kind) => slugs.map((slug) => this.key(kind, slug)));
  }

  /** The slug of an entry by its key. */
  slugOf(key: string): string {
    return this.read(key).slug;
  }

  /** The topics and countries that an entry is about. */
  subjectsOf({ key, links }: { key: string; links: readonly Pick<Edge, 'to'>[] }): Subjects {
    const keys = [...new Set([key, ...links.map(({ to }) => to)])];
    return {
      topics: keys.filter((each) => this.isConcept(each)),
      countries: keys.filter((each) => this.isCountry(each)),
    };
  }

  /** The key of an entry. */
  key(kind: string, slug: string): string {
    return folderKey(this.model.kind(kind), slug);
  }

  /** Keys in batches of at most so many, each of one kind. */
  batches(keys: readonly string[], most: number): KeysOfKind[] {
    const byKind = new Map<string, string[]>();
    for (const key of keys) {
      const { kind, slug } = this.read(key);
      if (!byKind.has(kind.name)) byKind.set(kind.name, []);
      byKind.get(kind.name)!.push(slug);
    }
    return [...byKind].flatMap(([kind, slugs]) =>
      Array.from({ length: Math.ceil(slugs.length / most) }, (_none, at) => ({
        kind,
        slugs: slugs.slice(at * most, (at + 1) * most),
      })),
    );
  }

  private read(key: string) {
    return readKey(this.model, key)!;
  }
}

/** The fields of all kinds that hold what is meant, at any depth, by name. */
function fieldsWith(model: Model, isMeant: (field: Field) => boolean): string[] {
  const holds = (field: Field): boolean =>
    isMeant(field) || (field.nature === 'object' && storedFields(model.shape(field.type)).some(holds));
  return [
    ...new Set(
      model.kinds
        .flatMap(storedFields)
        .filter(holds)
        .map(({ name }) => name),
    ),
  ];
}
