/**
 * A reference to an entry that has not been fetched. The field that returns it fetches it, together with all others at
 * its query level.
 */
export class Reference {
  constructor(
    /** Type name of the kind. */
    readonly kind: string,
    readonly slug: string,
  ) {}
}
