import type { LinkOrigin } from '../../model/model.js';
import { linkName } from '../documents/kind-plan.js';

/** Tag of the list of indicators that have figures. */
export const FIGURES_TAG = 'series';
/** Wildcard for any target of a link. */
export const ANY_TARGET = '*';

/** Returns the tag of an entry. The list of all entries of a kind has its folder as tag. */
export function entryTag(folder: string, slug: string): string {
  return `${folder}/${slug}`;
}

export function draftsTag(folder: string): string {
  return `${folder}.drafts`;
}

/** Returns the tag of the entries of a folder with a link to one target; `ANY_TARGET` stands for all targets. */
export function linkingEntriesTag(folder: string, link: string, target: string): string {
  return `${folder}:${link}>${target}`;
}

/** Returns the tag of the entries that link to a target through one origin of an inverse link. */
export function originTag(folder: string, { path }: LinkOrigin, target: string): string {
  return linkingEntriesTag(folder, linkName(path), target);
}

/** Returns the tag of the figures of an indicator. */
export function figuresTag(indicator: string): string {
  return `${FIGURES_TAG}/${indicator}`;
}
