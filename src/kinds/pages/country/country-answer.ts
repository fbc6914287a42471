import type { LinkedEntry } from '../../../html/page-writer.js';
import type { PartScope } from '../page-part.js';
import type { Tier } from '../penalties.js';
import { formatDay } from '../../../model/day.js';

/** A resource that a country is offered. */
export interface Offer extends LinkedEntry {
  type: string;
  provider: LinkedEntry & { acronym: string | null };
}

/** A meeting in which it took part. */
interface Meeting extends LinkedEntry {
  startsOn: string | null;
  place: string | null;
}

/** A group to which a country belongs or belonged, and since when. */
export interface Membership {
  node: LinkedEntry;
  via: readonly { from: string | null; to: string | null }[];
}

/** A form in which a country cooperates with a body. */
export interface Fact {
  type: string;
  state: string;
  date: string | null;
  partner: LinkedEntry & { acronym: string | null; website: string | null };
  note: string | null;
}

/** What a country punishes, and how. */
export interface Law extends LinkedEntry {
  act: string;
  tiers: readonly Tier[];
  note: string | null;
}

/** What `asks` and `asksBeside` ask for, of a country. */
export interface Country {
  groups: { edges: readonly Membership[] };
  cooperation: readonly Fact[];
  laws: { nodes: readonly Law[] };
  organisations: { nodes: readonly LinkedEntry[] };
  resources: { nodes: readonly Offer[] };
  events: { nodes: readonly Meeting[] };
  groupNetworks: { nodes: readonly Offer[] };
  groupTools: { nodes: readonly Offer[] };
  groupOffers: { nodes: readonly Offer[] };
  groupEvents: { nodes: readonly Meeting[] };
}

/** The fields of a resource in a list. */
export const OFFER = '{ nodes { ...Name summary type provider { ...Name acronym } } }';
/** The fields of a meeting in a list. */
export const MEETING = '{ nodes { ...Name summary startsOn place } }';
/** The condition for networks, in which people answer. */
export const NETWORK = 'type: { eq: NETWORK }';
/** The condition on a list of groups that the country of the page belongs to one of them today. */
export const ITS_GROUPS = `{ some: { members: { some: {
  country: { slug: { eq: $slug } }, or: [{ to: { exists: false } }, { to: { gte: $today } }] } } } }`;

/** The entry of a page as a country. */
export function asCountry({ entry }: PartScope): Country {
  return entry as unknown as Country;
}

/** Forms of cooperation in which somebody answers. */
const CONTACTS = ['NATIONAL_DESK', 'REPRESENTATIVE', 'LIAISON_PROSECUTOR', 'CONTACT_POINT'];

/** Whether somebody answers in a form of cooperation. */
export function isContact({ type, state }: Fact): boolean {
  return CONTACTS.includes(type) && state !== 'NONE';
}

/** Whether a resource is a network, in which people answer. */
export function isNetwork({ type }: Offer): boolean {
  return type === 'NETWORK';
}

/** The groups to which it belongs today, since longest first. */
export function current(edges: readonly Membership[]): readonly LinkedEntry[] {
  const today = formatDay(new Date());
  const since = ({ via }: Membership) => via.flatMap(({ from }) => from ?? []).toSorted()[0] ?? today;
  return edges
    .filter(({ via }) => via.some(({ to }) => to === null || to >= today))
    .toSorted((one, other) => since(one).localeCompare(since(other)))
    .map(({ node }) => node);
}

/** Entries each once. */
export function unique<T extends LinkedEntry>(entries: readonly T[]): readonly T[] {
  return [...new Map(entries.map((entry) => [entry.path, entry])).values()];
}
