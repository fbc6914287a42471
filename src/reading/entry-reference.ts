/** Kind and slug of an entry that is not loaded yet. Resolvers load all references of a query level together. */
export class EntryReference {
  constructor(
    /** Type name of the kind. */
    readonly kind: string,
    readonly slug: string,
  ) {}
}
