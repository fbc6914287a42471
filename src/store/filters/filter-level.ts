import { entryKindName, type Field, type Kind, type Shape } from '../../model/model.js';
import { AppError } from '../../errors.js';
import { ENTRY_METADATA_PATHS } from '../documents/kind-plan.js';
import type { FilterInput } from '../entries.js';

/** Level at which the conditions of a filter apply: an entry, an embedded object or a list element. */
export interface FilterLevel {
  shape: Shape;
  /** Kind of the entry; null for an embedded object. */
  kind: Kind | null;
  /** Prefix of the field paths; empty in a list element. */
  prefix: string;
  /** Whether the filter applies to an interface, so that `entryKind` is a condition. */
  isOnInterface: boolean;
}

export function entryFilterLevel(kind: Kind, onInterface: boolean): FilterLevel {
  return { shape: kind, kind, prefix: 'find.', isOnInterface: onInterface };
}

export function embeddedFilterLevel(shape: Shape, prefix: string): FilterLevel {
  return { shape, kind: null, prefix, isOnInterface: false };
}

/** Returns the document path of a field. */
export function fieldDocumentPath(level: FilterLevel, field: Field): string {
  if (level.kind && field.name in ENTRY_METADATA_PATHS) return ENTRY_METADATA_PATHS[field.name]!;
  if (level.kind && field.link) return `links.${field.name}`;
  return `${level.prefix}${field.name}`;
}

/** Whether a kind meets a filter on `entryKind`. */
export function kindMatchesFilter(kind: Kind, filter: FilterInput): boolean {
  const name = entryKindName(kind);
  return Object.entries(filter).every(([operator, operand]) => {
    if (operator === 'eq') return operand === name;
    if (operator === 'in') return (operand as string[]).includes(name);
    if (operator === 'exists') return operand === true;
    throw new AppError('BAD_FILTER', `The filter on "entryKind" has no operator "${operator}".`);
  });
}
