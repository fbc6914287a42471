import { folderKey, parseFolderKey } from '../model/entry-key.js';
import { type Field, type Model, storedFields } from '../model/model.js';
import { isLanguageField } from './entry-texts.js';
import type { Edge } from './link-graph.js';
import type { FacetKeys } from './text-index.js';

/** Field of concepts with their alternative labels, as in SKOS. */
export const ALT_LABELS = 'altLabels';
/** Field of areas with their former and other names. */
export const OTHER_NAMES = 'otherNames';
/** Fields of areas with their codes. */
export const CODE_FIELDS = ['code', 'codes'] as const;
/** Field that only kinds of countries have: the ISO 3166 alpha-3 code. */
const COUNTRY_CODE = 'alpha3';

export interface SlugsOfKind {
  kind: string;
  slugs: string[];
}

/** Kinds and fields that search uses. */
export class SearchableKinds {
  /** Names of the searchable kinds. Entries of some kinds match only queries with their name. */
  readonly searchable: readonly string[];
  /** Names of the fields that the word index depends on, except links. */
  readonly wordFields: readonly string[];
  private readonly conceptKinds: readonly string[];
  private readonly countryKinds: readonly string[];

  constructor(private readonly model: Model) {
    this.wordFields = fieldsWith(
      model,
      (field) =>
        field.search > 0 ||
        field.name === ALT_LABELS ||
        isLanguageField(field) ||
        (field.sort && field.type === 'PartialDate'),
    );
    const publicKinds = model.kinds.filter(({ audience }) => audience === null);
    const kindsWithField = (fieldName: string) =>
      publicKinds.filter(({ fields }) => fields.some(({ name }) => name === fieldName));
    this.searchable = publicKinds.map(({ name }) => name);
    this.conceptKinds = kindsWithField(ALT_LABELS).map(({ name }) => name);
    this.countryKinds = kindsWithField(COUNTRY_CODE).map(({ name }) => name);
  }

  /** Whether an entry is a stand-in, which matches only queries with its name. */
  matchesNameOnly(key: string): boolean {
    return this.parseKey(key).kind.standIn;
  }

  isConcept(key: string): boolean {
    return this.conceptKinds.includes(this.parseKey(key).kind.name);
  }

  isCountry(key: string): boolean {
    return this.countryKinds.includes(this.parseKey(key).kind.name);
  }

  /** Returns the possible keys of topics with these slugs, which may not exist. */
  topicKeys(slugs: readonly string[]): string[] {
    return this.conceptKinds.flatMap((kind) => slugs.map((slug) => this.key(kind, slug)));
  }

  slugOf(key: string): string {
    return this.parseKey(key).slug;
  }

  facetKeysOf({ key, links }: { key: string; links: readonly Pick<Edge, 'to'>[] }): FacetKeys {
    const keys = [...new Set([key, ...links.map(({ to }) => to)])];
    return {
      topics: keys.filter((candidate) => this.isConcept(candidate)),
      countries: keys.filter((candidate) => this.isCountry(candidate)),
    };
  }

  key(kind: string, slug: string): string {
    return folderKey(this.model.kind(kind), slug);
  }

  /** Splits keys into batches of one kind each. */
  batches(keys: readonly string[], batchSize: number): SlugsOfKind[] {
    const slugsByKind = new Map<string, string[]>();
    for (const key of keys) {
      const { kind, slug } = this.parseKey(key);
      if (!slugsByKind.has(kind.name)) slugsByKind.set(kind.name, []);
      slugsByKind.get(kind.name)!.push(slug);
    }
    return [...slugsByKind].flatMap(([kind, slugs]) =>
      Array.from({ length: Math.ceil(slugs.length / batchSize) }, (_none, index) => ({
        kind,
        slugs: slugs.slice(index * batchSize, (index + 1) * batchSize),
      })),
    );
  }

  private parseKey(key: string) {
    return parseFolderKey(this.model, key)!;
  }
}

/** Returns the names of matching fields of all kinds, including fields with a matching embedded field. */
function fieldsWith(model: Model, isIncluded: (field: Field) => boolean): string[] {
  const matches = (field: Field): boolean =>
    isIncluded(field) || (field.category === 'object' && storedFields(model.shape(field.type)).some(matches));
  return [
    ...new Set(
      model.kinds
        .flatMap(storedFields)
        .filter(matches)
        .map(({ name }) => name),
    ),
  ];
}
