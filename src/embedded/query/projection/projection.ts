import { decodeDocument } from '../../bson/decode.js';
import { encodeDocument } from '../../bson/encode.js';
import { toClientName } from '../../bson/field-names.js';
import { FieldSet } from '../../bson/field-set.js';
import type { PlainProjection } from '../../bson/raw-projection.js';
import { beginsWithId, projectBytes } from '../../bson/raw-projection.js';
import type { Doc, Value } from '../../bson/values.js';
import { isDoc, withIdFirst } from '../../bson/values.js';
import { AccessedFields } from '../accessed-fields.js';
import type { ProjectionOptions } from './projection-spec.js';
import { parseProjectionSpec } from './projection-spec.js';
import type { ProjectionNode, ProjectionTree } from './projection-tree.js';

/** A compiled projection. */
export interface Projection {
  run: (doc: Doc) => Doc;
  /** Equivalent projection of encoded documents; undefined unless fields are only included or excluded. */
  plain: PlainProjection | undefined;
  /** Fields that the projection reads; undefined if it may read any. */
  reads: FieldSet | undefined;
}

/** Parses a projection. @throws CommandError 31253, 31254 it mixes inclusion and exclusion */
export function parseProjection(spec: Doc | undefined, options: ProjectionOptions = {}): Projection | undefined {
  if (!spec || Object.keys(spec).length === 0) return undefined;
  const reads = options.reads ?? new AccessedFields();
  const { including, fields } = parseProjectionSpec(spec, { ...options, reads });
  const plain = options.reads ? undefined : plainProjection(fields, including);
  // A plain projection works on bytes, unless other stages follow.
  if (including && !plain) collectIncluded(fields, [], reads);
  return {
    run: (doc) => withIdFirst(projectDoc(doc, fields, { including, root: doc })),
    plain,
    reads: reads.fields,
  };
}

const NOTHING = new Uint8Array();

/** Converts a projection that only includes or excludes fields, or adds constants. Returns undefined for others. */
function plainProjection(fields: ProjectionTree, including: boolean): PlainProjection | undefined {
  const constants: Doc = {};
  const named = plainFields(fields, including, constants);
  if (!named) return undefined;
  const added = Object.keys(constants).length > 0 ? encodeDocument(constants).subarray(4, -1) : NOTHING;
  return { fields: named, including, added };
}

function plainFields(tree: ProjectionTree, including: boolean, constants?: Doc): FieldSet | undefined {
  const fields = new FieldSet();
  for (const [inner, node] of tree) {
    if (node.kind === 'tree') {
      const below = plainFields(node.fields, including);
      if (!below) return undefined;
      fields.put(inner, below);
    } else if (node.kind === (including ? 'in' : 'out')) {
      fields.put(inner, undefined);
    } else if (node.kind === 'value' && node.constant !== undefined && constants) {
      constants[inner] = node.constant;
    } else if (node.kind !== 'out') {
      return undefined;
    }
  }
  return fields;
}

/** Applies a projection to a stored document. */
export function applyProjection({ run, plain, reads }: Projection, bytes: Buffer): Buffer {
  return plain && beginsWithId(bytes)
    ? projectBytes(bytes, plain)
    : encodeDocument(run(decodeDocument(bytes, 0, reads)));
}

/** Collects the fields that an inclusion reads. */
function collectIncluded(fields: ProjectionTree, parentPath: readonly string[], reads: AccessedFields): void {
  for (const [inner, node] of fields) {
    const path = [...parentPath, toClientName(inner)];
    if (node.kind === 'tree') collectIncluded(node.fields, path, reads);
    else if (node.kind !== 'out' && (node.kind !== 'value' || parentPath.length > 0)) reads.addName(path.join('.'));
  }
  if (parentPath.length === 0) reads.end();
}

interface Run {
  including: boolean;
  root: Doc;
}

function projectDoc(doc: Doc, fields: ProjectionTree, run: Run): Doc {
  const result: Doc = {};
  for (const name of Object.keys(doc)) {
    const node = fields.get(name);
    const value = doc[name]!;
    const newValue = node ? includedValue(value, node, run) : run.including ? undefined : value;
    if (newValue !== undefined) result[name] = newValue;
  }
  if (!run.including) return result;
  for (const [name, node] of fields) {
    const newValue = madeValue(doc[name], node, run);
    if (newValue !== undefined) result[name] = newValue;
  }
  return result;
}

function includedValue(value: Value, node: ProjectionNode, run: Run): Value | undefined {
  switch (node.kind) {
    case 'in':
      return value;
    case 'out':
    case 'value':
      return undefined;
    case 'tree':
      if (isDoc(value)) return projectDoc(value, node.fields, run);
      if (Array.isArray(value)) return projectItems(value, node.fields, run);
      return run.including ? computed(node.fields, run) : value;
  }
}

function madeValue(value: Value | undefined, node: ProjectionNode, run: Run): Value | undefined {
  if (node.kind === 'value') return node.evaluate(run.root);
  return node.kind === 'tree' && value === undefined ? computed(node.fields, run) : undefined;
}

/** Returns the computed fields of a missing document; undefined if there are none. */
function computed(fields: ProjectionTree, run: Run): Doc | undefined {
  const computedFields: Doc = {};
  for (const [name, node] of fields) {
    const value = madeValue(undefined, node, run);
    if (value !== undefined) computedFields[name] = value;
  }
  return Object.keys(computedFields).length > 0 ? computedFields : undefined;
}

function projectItems(items: Value[], fields: ProjectionTree, run: Run): Value[] {
  const result: Value[] = [];
  for (const item of items) {
    if (isDoc(item)) result.push(projectDoc(item, fields, run));
    else if (Array.isArray(item)) result.push(projectItems(item, fields, run));
    else if (!run.including) result.push(item);
    else {
      const newValue = computed(fields, run);
      if (newValue !== undefined) result.push(newValue);
    }
  }
  return result;
}
