import type { DocumentNode, FieldNode, GraphQLSchema, NameNode, ObjectFieldNode } from 'graphql';
import {
  getNamedType,
  GraphQLError,
  isInputObjectType,
  isObjectType,
  Kind as Node,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { memoise } from '../memoise.js';
import type { Model } from '../model/model.js';
import { servedSchema } from './served.js';

/** Former names of fields with the current ones, by type. */
type RenamedFields = ReadonlyMap<string, ReadonlyMap<string, string>>;

interface Edit {
  start: number;
  end: number;
  text: string;
}

const UPGRADES = new WeakMap<Model, (query: string) => string>();

/**
 * Replaces former names of fields in a query. A selected field gets its former name as an alias, so that the response
 * has the same shape. Returns a query without former names, or with syntax errors, as it is.
 */
export function upgradeQuery(model: Model, query: string): string {
  let upgrade = UPGRADES.get(model);
  if (!upgrade) UPGRADES.set(model, (upgrade = makeUpgrade(model)));
  return upgrade(query);
}

function makeUpgrade(model: Model): (query: string) => string {
  const renamed = renamedFields(model);
  const names = new Set([...renamed.values()].flatMap((each) => [...each.keys()]));
  let schema: GraphQLSchema | null = null;
  return memoise((query) => {
    if (![...names].some((name) => query.includes(name))) return query;
    schema ??= servedSchema(model);
    return applyEdits(query, findEdits(query, schema, renamed));
  });
}

function renamedFields({ kinds }: Model): RenamedFields {
  const inverses = kinds.map(({ name, inverses }) => {
    const renamed = inverses.flatMap((inverse): [string, string][] => {
      const former = inverse.origins[0]!.field.link!.formerInverse;
      return former === null ? [] : [[former, inverse.name]];
    });
    return [name, new Map(renamed)] as const;
  });
  return new Map(inverses);
}

function findEdits(query: string, schema: GraphQLSchema, renamed: RenamedFields): Edit[] {
  const edits: Edit[] = [];
  const info = new TypeInfo(schema);
  const current = (type: unknown, name: string) => {
    if (isObjectType(type)) return name in type.getFields() ? undefined : renamed.get(type.name)?.get(name);
    if (!isInputObjectType(type) || name in type.getFields()) return undefined;
    return renamed.get(type.name.replace(/Filter$/, ''))?.get(name);
  };
  const rename = <T extends FieldNode | ObjectFieldNode>(node: T, to: string, alias: string): T => {
    const { start, end } = node.name.loc!;
    edits.push({ start, end, text: alias + to });
    return { ...node, name: { ...node.name, value: to } satisfies NameNode };
  };
  let document: DocumentNode;
  try {
    document = parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) return [];
    throw error;
  }
  visit(
    document,
    visitWithTypeInfo(info, {
      [Node.FIELD](node) {
        const to = current(info.getParentType(), node.name.value);
        return to === undefined ? undefined : rename(node, to, node.alias ? '' : `${node.name.value}: `);
      },
      [Node.OBJECT_FIELD](node) {
        const to = current(getNamedType(info.getParentInputType() ?? undefined), node.name.value);
        return to === undefined ? undefined : rename(node, to, '');
      },
    }),
  );
  return edits;
}

function applyEdits(query: string, edits: readonly Edit[]): string {
  let upgraded = query;
  for (const { start, end, text } of edits.toReversed())
    upgraded = upgraded.slice(0, start) + text + upgraded.slice(end);
  return upgraded;
}
