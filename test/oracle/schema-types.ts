import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  type TypeNode,
} from 'graphql';

type TypeDefinition = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/** The types in the schema files, with the directives, which introspection omits. */
export class SchemaTypes {
  private readonly types = new Map<string, TypeDefinition>();

  constructor(folder = 'schema') {
    for (const name of readdirSync(folder)) {
      for (const each of parse(readFileSync(join(folder, name), 'utf8')).definitions) {
        const isWritten = each.kind === Kind.OBJECT_TYPE_DEFINITION || each.kind === Kind.INTERFACE_TYPE_DEFINITION;
        if (isWritten) this.types.set(each.name.value, each);
      }
    }
  }

  /** Returns the types of entries. */
  kinds(): string[] {
    return [...this.types.keys()].filter((name) => this.isKind(name));
  }

  isKind(name: string): boolean {
    return this.types.get(name)?.directives?.some((each) => each.name.value === 'entry') ?? false;
  }

  /** Whether a type has fields and is neither a kind nor an interface of kinds. */
  isObject(name: string): boolean {
    return this.types.has(name) && !this.isKind(name) && name !== 'Entry';
  }

  /** Returns the stored fields of a type by name, including those of its interfaces, without computed fields. */
  stored(name: string): Map<string, FieldDefinitionNode> {
    const { interfaces = [], fields = [] } = this.types.get(name)!;
    const inherited = interfaces.flatMap((each) => this.types.get(each.name.value)!.fields ?? []);
    const all = new Map([...inherited, ...fields].map((field) => [field.name.value, field]));
    return new Map([...all].filter(([, field]) => !directiveArguments(field, 'computed')));
  }
}

/** Returns the arguments of a directive of a field. */
export function directiveArguments({ directives }: Pick<FieldDefinitionNode, 'directives'>, name: string) {
  return directives?.find((each) => each.name.value === name);
}

/** Returns the name of a type without list and non-null markers. */
export function unwrappedTypeName(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : unwrappedTypeName(type.type);
}
