import type { Origin } from '../../model/model.js';
import { linkName } from '../documents/kind-plan.js';

/** Which indicators have figures. */
export const FIGURES = 'series';
/** Stands for any far end of a link. */
export const ANY = '*';

/** An entry. The list of all entries of a kind has its folder as a tag. */
export function entryTag(folder: string, slug: string): string {
  return `${folder}/${slug}`;
}

/** Which entries of a kind are not published yet. */
export function draftsTag(folder: string): string {
  return `${folder}.drafts`;
}

/** The entries of a folder that link somewhere. @param end what they hold as the link; `ANY` for wherever they link */
export function linkedTag(folder: string, link: string, end: string): string {
  return `${folder}:${link}>${end}`;
}

/** The entries that come to link somewhere by one origin of an inverse. */
export function originTag(folder: string, { path }: Origin, end: string): string {
  return linkedTag(folder, linkName(path), end);
}

/** The figures of an indicator. */
export function figuresTag(indicator: string): string {
  return `${FIGURES}/${indicator}`;
}
