import { type Column, COLUMN_ORDER, type ColumnDraft, type ColumnRole } from './column.js';
import { listAliasColumn } from './item-columns.js';
import type { PlanLevel } from './table-plan.js';

/** Roles that only one column can have: that of the innermost level. Other columns with such a role are omitted. */
const UNIQUE_ROLE = /^(?:indicator|period|unit|vintage_.*|population.*)$/;
const DIMENSION_ROLES: readonly ColumnRole[] = ['dimension', 'dimension_code'];
const FIGURES = ['Series', 'Observation', 'RankedArea', 'Growth', 'Development', 'CellChange'];

/** Source of a column's cells: an item, its compared series, the alias of its list, or a dimension. */
export type CellSource =
  | { from: 'ITEM' | 'SERIES'; level: number; draft: ColumnDraft }
  | { from: 'LIST'; level: number }
  | { from: 'DIMENSION'; dimension: string; isCode: boolean };

/** A named column, and the source of its cells. */
export interface SourcedColumn {
  column: Column;
  origin: CellSource;
}

interface Candidate {
  column: Omit<Column, 'name'>;
  origin: CellSource;
  /** Possible names, best first. If all are taken, the last is numbered. */
  names: readonly string[];
}

/** Names and sorts the columns of a table. */
export function nameColumns(levels: readonly PlanLevel[], dimensions: readonly string[]): SourcedColumn[] {
  const candidates = levels.flatMap((level, index) => levelCandidates(levels, level, index));
  const dimensionColumns = dimensions.flatMap(dimensionCandidates);
  const byNearness = [...dimensionColumns, ...nearestFirst(candidates)];
  const names = new Map<Candidate, string>();
  const usedNames = new Set<string>();
  const roles = new Map<ColumnRole, Candidate>();
  for (const candidate of byNearness) {
    const { column } = candidate;
    const { role, isAdded } = column;
    const closest = role === null || DIMENSION_ROLES.includes(role) ? undefined : roles.get(role);
    if (closest && UNIQUE_ROLE.test(role!)) {
      closest.column = { ...closest.column, isAdded: closest.column.isAdded && isAdded };
      continue;
    }
    if (closest) candidate.column = { ...column, role: null };
    else if (role !== null) roles.set(role, candidate);
    const name =
      candidate.names.find((candidateName) => !usedNames.has(candidateName)) ??
      addNumber(candidate.names.at(-1)!, usedNames);
    usedNames.add(name);
    names.set(candidate, name);
  }
  return [...candidates, ...dimensionColumns]
    .flatMap((candidate): SourcedColumn[] => {
      const name = names.get(candidate);
      return name === undefined ? [] : [{ column: { ...candidate.column, name }, origin: candidate.origin }];
    })
    .sort((a, b) => rankColumn(a) - rankColumn(b));
}

function rankColumn({ column: { role } }: SourcedColumn): number {
  const order: readonly string[] = COLUMN_ORDER;
  return order.indexOf(role !== null && order.includes(role) ? role : '*');
}

/** Returns the columns of a dimension: its title, and its language-independent code. */
function dimensionCandidates(dimension: string): Candidate[] {
  const text = { type: 'TEXT', contractType: null } as const;
  return [
    {
      column: {
        ...text,
        role: 'dimension',
        isAdded: false,
        isName: true,
        description: `Code title in the dimension "${dimension}".`,
      },
      origin: { from: 'DIMENSION', dimension, isCode: false },
      names: [dimension],
    },
    {
      column: {
        ...text,
        role: 'dimension_code',
        isAdded: true,
        isName: false,
        description: `Code in the dimension "${dimension}", independent of the language.`,
      },
      origin: { from: 'DIMENSION', dimension, isCode: true },
      names: [`${dimension}_code`],
    },
  ];
}

function levelCandidates(levels: readonly PlanLevel[], level: PlanLevel, at: number): Candidate[] {
  const isRowLevel = at === levels.length - 1;
  const ownCandidates = level.columns.flatMap((draft) =>
    draftCandidates(draft, { level, at, isRowLevel, from: 'ITEM' }),
  );
  const seriesColumns = level.comparedSeries?.columns ?? [];
  const series = seriesColumns.flatMap((draft) => draftCandidates(draft, { level, at, isRowLevel, from: 'SERIES' }));
  const list: Candidate[] =
    level.lists.length > 1
      ? [{ column: listAliasColumn(), origin: { from: 'LIST', level: at }, names: ['list', `list_of_${level.name}`] }]
      : [];
  return [...list, ...series, ...ownCandidates];
}

function draftCandidates(
  draft: ColumnDraft,
  { level, at, isRowLevel, from }: { level: PlanLevel; at: number; isRowLevel: boolean; from: 'ITEM' | 'SERIES' },
): Candidate[] {
  if (!isRowLevel && !draft.isRepeated) return [];
  if (from === 'SERIES' && draft.isLatest) return [];
  const { objects, leaf, isLatest, role, isAdded, isName, type, contractType, description } = draft;
  const isBare = isRowLevel || FIGURES.includes(level.type.name);
  // Columns of `latest` occur only in rows of their series.
  const objectPath = isLatest ? objects.slice(1) : objects;
  return [
    {
      column: { role, isAdded, isName, type, contractType, description },
      origin: { from, level: at, draft },
      names: namesFor(objectPath, leaf, level.name, isBare),
    },
  ];
}

function namesFor(objects: readonly string[], leaf: string | null, level: string, isBare: boolean): string[] {
  const nearestObject = objects.at(-1);
  const longName = [level, ...objects, ...(leaf === null ? [] : [leaf])].join('_');
  if (leaf === null)
    return [nearestObject ?? level, `parent_${nearestObject ?? level}`, objects.join('_') || longName, longName];
  if (nearestObject !== undefined)
    return [`${nearestObject}_${leaf}`, [...objects, leaf].join('_'), `parent_${nearestObject}_${leaf}`, longName];
  const plain = isBare ? [leaf] : [];
  return [...plain, `${level}_${leaf}`, `parent_${leaf}`, longName];
}

function addNumber(name: string, usedNames: ReadonlySet<string>): string {
  let number = 2;
  while (usedNames.has(`${name}_${number}`)) number += 1;
  return `${name}_${number}`;
}

/** Sorts columns of inner levels before those of outer ones; within a level, those with a role, then requested ones. */
function nearestFirst(candidates: readonly Candidate[]): Candidate[] {
  const level = ({ origin }: Candidate) => (origin.from === 'DIMENSION' ? 0 : origin.level);
  const weight = ({ column: { role, isAdded } }: Candidate) => (role === null ? 2 : 0) + Number(isAdded);
  return candidates.toSorted((a, b) => level(b) - level(a) || weight(a) - weight(b));
}
