import terms from './licence-terms.json' with { type: 'json' };

export interface LicenceTerms {
  licence: string;
  attribution: string;
  /** Whether redistribution with attribution is allowed. */
  mayBeShared: boolean;
}

/** Default licence terms, by publisher name in lower case. A data set can have other terms. */
const LICENCE_TERMS: Readonly<Record<string, LicenceTerms>> = terms;

/** Returns the default licence terms of a publisher's data; null if unknown. */
export function findLicenceTerms(publisher: string | null): LicenceTerms | null {
  return publisher === null ? null : (LICENCE_TERMS[publisher.toLowerCase()] ?? null);
}

/** Whether a licence is one of the known ones that forbid redistribution. */
export function forbidsRedistribution(licence: string): boolean {
  const normalised = licence.trim().toLowerCase();
  return Object.values(LICENCE_TERMS).some((terms) => !terms.mayBeShared && terms.licence.toLowerCase() === normalised);
}
