import { datasetError } from './dataset-error.js';
import { normaliseHeading } from './headings.js';
import type { Layout, TableSample } from './layout.js';

/** Rejects a table with duplicate headings, unless its layout allows them. @throws AppError DATASET_INVALID */
export function rejectDuplicateHeadings({ rows, form }: TableSample, layout: Layout): void {
  // The columns of JSON-stat are generated; a code and its label may share a name.
  if (form === 'JSON_STAT' || layout.repeatsHeadings === 'EXACTLY') return;
  const indexByHeading = new Map<string, number>();
  for (const [index, name] of (rows[layout.firstRow - 1] ?? []).entries()) {
    const key = layout.repeatsHeadings === 'IN_OTHER_CASE' ? name.trim() : normaliseHeading(name);
    const firstIndex = indexByHeading.get(key);
    if (key !== '' && firstIndex !== undefined) {
      throw datasetError(`Two columns have the heading "${name.trim()}": ${firstIndex + 1} and ${index + 1}.`);
    }
    indexByHeading.set(key, index);
  }
}
