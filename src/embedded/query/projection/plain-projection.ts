import { encodeDocument } from '../../bson/encode.js';
import { FieldSet } from '../../bson/fields.js';
import type { PlainProjection } from '../../bson/project-bytes.js';
import type { Doc } from '../../bson/values.js';
import type { ProjectionTree } from './projection-tree.js';

const NOTHING = new Uint8Array();

/** Converts a projection that only includes or excludes fields, or adds constants. Returns undefined for others. */
export function plainProjection(fields: ProjectionTree, including: boolean): PlainProjection | undefined {
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
