export interface LicenceTerms {
  licence: string;
  attribution: string;
  /** Whether redistribution with attribution is allowed. */
  mayBeShared: boolean;
}

/** Default licence terms, by publisher name in lower case. A data set can have other terms. */
const TERMS: Readonly<Record<string, LicenceTerms>> = {
  eurostat: { licence: 'CC BY 4.0', attribution: 'Source: Eurostat', mayBeShared: true },
  'world bank': { licence: 'CC BY 4.0', attribution: 'Source: World Bank Open Data', mayBeShared: true },
  unhcr: {
    licence: 'CC BY 4.0',
    attribution: 'Source: UNHCR Refugee Population Statistics Database',
    mayBeShared: true,
  },
  'un desa': { licence: 'CC BY 3.0 IGO', attribution: 'Source: UN DESA, Population Division', mayBeShared: true },
  iom: { licence: 'CC BY 4.0', attribution: 'Source: IOM, Missing Migrants Project', mayBeShared: true },
  'our world in data': { licence: 'CC BY 4.0', attribution: 'Source: Our World in Data', mayBeShared: true },
  frontex: { licence: 'All rights reserved', attribution: 'Source: Frontex', mayBeShared: false },
  unodc: { licence: 'UN terms of use', attribution: 'Source: UNODC', mayBeShared: false },
};

/** Returns the default licence terms of a publisher's data; null if unknown. */
export function findLicenceTerms(publisher: string | null): LicenceTerms | null {
  return publisher === null ? null : (TERMS[publisher.toLowerCase()] ?? null);
}

/** Whether a licence forbids redistribution. */
export function forbidsRedistribution(licence: string): boolean {
  const requested = licence.trim().toLowerCase();
  return Object.values(TERMS).some((terms) => !terms.mayBeShared && terms.licence.toLowerCase() === requested);
}
