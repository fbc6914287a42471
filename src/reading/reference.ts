/** An entry that has not been fetched yet. Whichever field serves it does so, with all others of its level at once. */
export class Reference {
  constructor(
    /** Type name of the kind. */
    readonly kind: string,
    readonly slug: string,
  ) {}
}
