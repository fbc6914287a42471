/** A reference to an entry that is not fetched yet. Resolvers fetch all references of a query level together. */
export class Reference {
  constructor(
    /** Type name of the kind. */
    readonly kind: string,
    readonly slug: string,
  ) {}
}
