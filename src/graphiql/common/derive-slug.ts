import { foldText } from '../../model/fold-text.js';

/** Derives a slug from a title. */
export function deriveSlug(title: string): string {
  return foldText(title)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
}
