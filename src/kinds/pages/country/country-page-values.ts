import type { LinkedEntry } from '../../../html/page-writer.js';
import type { PartScope } from '../page-part.js';
import type { TierValues } from '../penalties.js';
import { formatDay } from '../../../model/iso-date.js';

export interface LinkedResource extends LinkedEntry {
  resourceType: string;
  provider: LinkedEntry & { acronym: string | null };
}

interface Meeting extends LinkedEntry {
  startsOn: string | null;
  place: string | null;
}

/** Membership of a country in a group, with its periods. */
export interface Membership {
  node: LinkedEntry;
  via: readonly { from: string | null; to: string | null }[];
}

export interface CooperationValues {
  type: string;
  state: string;
  date: string | null;
  partner: LinkedEntry & { acronym: string | null; website: string | null };
  note: string | null;
}

export interface LawValues extends LinkedEntry {
  act: string;
  tiers: readonly TierValues[];
  note: string | null;
}

/** Values selected by the `fields` and `rootFields` of all parts of a country page. */
export interface CountryPageValues {
  memberOf: { edges: readonly Membership[] };
  cooperation: readonly CooperationValues[];
  laws: { nodes: readonly LawValues[] };
  organisations: { nodes: readonly LinkedEntry[] };
  relevantResources: { nodes: readonly LinkedResource[] };
  events: { nodes: readonly Meeting[] };
  groupNetworks: { nodes: readonly LinkedResource[] };
  thirdCountryNetworks: { nodes: readonly LinkedResource[] };
  groupTools: { nodes: readonly LinkedResource[] };
  groupResources: { nodes: readonly LinkedResource[] };
  groupEvents: { nodes: readonly Meeting[] };
}

export const RESOURCE_SELECTION = '{ nodes { ...Name summary resourceType provider { ...Name acronym } } }';
export const MEETING_SELECTION = '{ nodes { ...Name summary startsOn place } }';
export const NETWORK_FILTER = 'resourceType: { eq: NETWORK }';
/** Filter for linked groups: at least one currently has the country of the page as a member. */
export const CURRENT_GROUPS_FILTER = `{ some: { members: { some: {
  country: { slug: { eq: $slug } }, or: [{ to: { exists: false } }, { to: { gte: $today } }] } } } }`;

/** Returns the values of an entry as those of a country page. */
export function asCountry({ entry }: PartScope): CountryPageValues {
  return entry as unknown as CountryPageValues;
}

/** Types of cooperation that provide a contact. */
const CONTACT_TYPES = ['NATIONAL_DESK', 'REPRESENTATIVE', 'LIAISON_PROSECUTOR', 'CONTACT_POINT'];

/** Whether a form of cooperation provides a contact. */
export function providesContact({ type, state }: CooperationValues): boolean {
  return CONTACT_TYPES.includes(type) && state !== 'NONE';
}

/** Whether a resource is a network. */
export function isNetwork({ resourceType }: LinkedResource): boolean {
  return resourceType === 'NETWORK';
}

/** Returns the groups with a current membership, longest membership first. */
export function listCurrentGroups(edges: readonly Membership[]): readonly LinkedEntry[] {
  const today = formatDay(new Date());
  const since = ({ via }: Membership) => via.flatMap(({ from }) => from ?? []).toSorted()[0] ?? today;
  return edges
    .filter(({ via }) => via.some(({ to }) => to === null || to >= today))
    .toSorted((a, b) => since(a).localeCompare(since(b)))
    .map(({ node }) => node);
}

/** Removes duplicate entries, by path. */
export function uniqueByPath<T extends LinkedEntry>(entries: readonly T[]): readonly T[] {
  return [...new Map(entries.map((entry) => [entry.path, entry])).values()];
}
