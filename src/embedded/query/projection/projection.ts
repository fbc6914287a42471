import { decodeDocument } from '../../bson/decode.js';
import { encodeDocument } from '../../bson/encode.js';
import { toBsonName } from '../../bson/field-names.js';
import type { FieldSet } from '../../bson/field-set.js';
import { type Doc, isDoc, type Value, withIdFirst } from '../../bson/values.js';
import { AccessedFields } from '../accessed-fields.js';
import { parseProjectionSpec, type ProjectionOptions } from './projection-spec.js';
import type { ProjectionNode, ProjectionTree } from './projection-tree.js';

/** A compiled projection. */
export interface Projection {
  run: (doc: Doc) => Doc;
  /** Fields that the projection reads; undefined if it may read any. */
  reads: FieldSet | undefined;
}

/** Parses a projection. @throws CommandError 31253, 31254 it mixes inclusion and exclusion */
export function parseProjection(spec: Doc | undefined, options: ProjectionOptions = {}): Projection | undefined {
  if (!spec || Object.keys(spec).length === 0) return undefined;
  const reads = options.reads ?? new AccessedFields();
  const { including, fields } = parseProjectionSpec(spec, { ...options, reads });
  if (including) collectIncluded(fields, [], reads);
  return { run: (doc) => withIdFirst(projectDoc(doc, fields, including)), reads: reads.fields };
}

/** Applies a projection to a stored document. */
export function applyProjection({ run, reads }: Projection, bytes: Buffer): Buffer {
  return encodeDocument(run(decodeDocument(bytes, 0, reads)));
}

/** Collects the fields that an inclusion reads. */
function collectIncluded(fields: ProjectionTree, parentPath: readonly string[], reads: AccessedFields): void {
  for (const [inner, node] of fields) {
    const path = [...parentPath, toBsonName(inner)];
    if (node.kind === 'tree') collectIncluded(node.fields, path, reads);
    else if (node.kind === 'in') reads.addName(path.join('.'));
  }
  if (parentPath.length === 0) reads.stopCollecting();
}

function projectDoc(doc: Doc, fields: ProjectionTree, including: boolean): Doc {
  const result: Doc = {};
  for (const name of Object.keys(doc)) {
    const node = fields.get(name);
    const value = doc[name]!;
    const newValue = node ? projectValue(value, node, including) : including ? undefined : value;
    if (newValue !== undefined) result[name] = newValue;
  }
  for (const [name, node] of fields) {
    const newValue = node.kind === 'value' ? node.evaluate(doc) : undefined;
    if (newValue !== undefined) result[name] = newValue;
  }
  return result;
}

function projectValue(value: Value, node: ProjectionNode, including: boolean): Value | undefined {
  switch (node.kind) {
    case 'in':
      return value;
    case 'out':
    case 'value':
      return undefined;
    case 'tree':
      if (isDoc(value)) return projectDoc(value, node.fields, including);
      if (Array.isArray(value)) return projectItems(value, node.fields, including);
      return including ? undefined : value;
  }
}

function projectItems(items: Value[], fields: ProjectionTree, including: boolean): Value[] {
  const result: Value[] = [];
  for (const item of items) {
    if (isDoc(item)) result.push(projectDoc(item, fields, including));
    else if (Array.isArray(item)) result.push(projectItems(item, fields, including));
    else if (!including) result.push(item);
  }
  return result;
}
