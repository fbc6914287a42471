import type { FieldNode, GraphQLField, GraphQLNamedType, GraphQLSchema } from 'graphql';
import { isInterfaceType, isObjectType, SchemaMetaFieldDef, TypeMetaFieldDef, TypeNameMetaFieldDef } from 'graphql';

/** Returns the field of a type by its name, those of introspection included; undefined where it has none. */
export function findField(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (type === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

/** The name under which a field stands in an answer. */
export function responseKey({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}
