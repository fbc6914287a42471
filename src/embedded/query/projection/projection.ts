import { decodeDocument } from '../../bson/decode.js';
import { encodeDocument } from '../../bson/encode.js';
import { toBsonName } from '../../bson/field-names.js';
import { FieldSet } from '../../bson/field-set.js';
import { beginsWithId, type PlainProjection, projectBytes } from '../../bson/raw-projection.js';
import { type Doc, isDoc, type Value, withIdFirst } from '../../bson/values.js';
import { AccessedFields } from '../accessed-fields.js';
import { parseProjectionSpec, type ProjectionOptions } from './projection-spec.js';
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
    run: (doc) => withIdFirst(projectDoc(doc, fields, including)),
    plain,
    reads: reads.fields,
  };
}

const NO_BYTES = new Uint8Array();

/** Converts a projection that only includes or excludes fields, or adds constants. Returns undefined for others. */
function plainProjection(fields: ProjectionTree, including: boolean): PlainProjection | undefined {
  const constants: Doc = {};
  const namedFields = plainFields(fields, including, constants);
  if (!namedFields) return undefined;
  const addedBytes = Object.keys(constants).length > 0 ? encodeDocument(constants).subarray(4, -1) : NO_BYTES;
  return { fields: namedFields, including, added: addedBytes };
}

function plainFields(tree: ProjectionTree, including: boolean, constants: Doc): FieldSet | undefined {
  const fields = new FieldSet();
  for (const [decodedName, node] of tree) {
    if (node.kind === 'tree') {
      const nestedFields = plainFields(node.fields, including, constants);
      if (!nestedFields) return undefined;
      fields.put(decodedName, nestedFields);
    } else if (node.kind === (including ? 'in' : 'out')) {
      fields.put(decodedName, undefined);
    } else if (node.kind === 'value' && node.constant !== undefined) {
      constants[decodedName] = node.constant;
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

/** Collects the fields that a projection reads if it lists the fields to include. */
function collectIncluded(fields: ProjectionTree, parentPath: readonly string[], reads: AccessedFields): void {
  for (const [decodedName, node] of fields) {
    const path = [...parentPath, toBsonName(decodedName)];
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
