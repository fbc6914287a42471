import type { LinkOrigin } from '../../model/model.js';
import { linkName } from '../documents/kind-plan.js';

/** The tag of the list of indicators that have figures. */
export const FIGURES_TAG = 'series';
/** Matches any target of a link. */
export const ANY_TARGET = '*';

/** The tag of an entry. The tag of the list of all entries of a kind is its folder. */
export function entryTag(folder: string, slug: string): string {
  return `${folder}/${slug}`;
}

export function draftsTag(folder: string): string {
  return `${folder}.drafts`;
}

/** The tag of the entries of a folder that link to a target. @param end the stored link; `ANY` for any target */
export function linkedTag(folder: string, link: string, end: string): string {
  return `${folder}:${link}>${end}`;
}

/** The tag of the entries that link to a target by one origin of an inverse field. */
export function originTag(folder: string, { path }: LinkOrigin, end: string): string {
  return linkedTag(folder, linkName(path), end);
}

/** The tag of the figures of an indicator. */
export function figuresTag(indicator: string): string {
  return `${FIGURES_TAG}/${indicator}`;
}
