import type { Field, Kind, Model } from '../../model/model.js';
import { joinedName, markedLeaves } from '../../model/model.js';

const NO_KINDS: readonly Kind[] = [];

/** What the model says of the types of a query, by their names. */
export class TypeFacts {
  private readonly kinds = new Map<string, readonly Kind[]>();
  private readonly fields = new Map<string, Field>();
  private readonly facets = new Map<string, ReadonlyMap<string, Field>>();

  constructor(model: Model) {
    for (const shape of [...model.interfaces, ...model.kinds, ...model.embedded]) {
      for (const field of shape.fields) this.fields.set(`${shape.name}.${field.name}`, field);
    }
    for (const kind of model.kinds) {
      for (const name of [kind.name, ...kind.interfaces]) this.kinds.set(name, [...this.kindsOf(name), kind]);
      const leaves = markedLeaves(model, kind, 'facet').map(({ path, leaf }) => [joinedName(path), leaf] as const);
      this.facets.set(`${kind.name}Facets`, new Map(leaves));
    }
  }

  /** The kinds that a type stands for; none for a type that is none of entries. */
  kindsOf(type: string): readonly Kind[] {
    return this.kinds.get(type) ?? NO_KINDS;
  }

  /** A field of a record, or of a part of one; undefined for any other. */
  field(type: string, name: string): Field | undefined {
    return this.fields.get(`${type}.${name}`);
  }

  /** What the values of facets are, for the type of the facets of a kind; undefined for any other. */
  facetsOf(type: string): ReadonlyMap<string, Field> | undefined {
    return this.facets.get(type);
  }
}
