import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FieldDefinitionNode, InterfaceTypeDefinitionNode, ObjectTypeDefinitionNode, TypeNode } from 'graphql';
import { Kind, parse } from 'graphql';

type Written = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/** The types as the files of the schema write them, with the directives that no server tells of. */
export class WrittenTypes {
  private readonly types = new Map<string, Written>();

  constructor(folder = 'schema') {
    for (const name of readdirSync(folder)) {
      for (const each of parse(readFileSync(join(folder, name), 'utf8')).definitions) {
        const isWritten = each.kind === Kind.OBJECT_TYPE_DEFINITION || each.kind === Kind.INTERFACE_TYPE_DEFINITION;
        if (isWritten) this.types.set(each.name.value, each);
      }
    }
  }

  /** The types of entries. */
  kinds(): string[] {
    return [...this.types.keys()].filter((name) => this.isKind(name));
  }

  isKind(name: string): boolean {
    return this.types.get(name)?.directives?.some((each) => each.name.value === 'entry') ?? false;
  }

  /** Whether a type is made of fields, and is neither a kind nor what kinds have in common. */
  isObject(name: string): boolean {
    return this.types.has(name) && !this.isKind(name) && name !== 'Entry';
  }

  /** What entries or objects of a type hold, by name: all that is not worked out, that of its interfaces too. */
  stored(name: string): Map<string, FieldDefinitionNode> {
    const { interfaces = [], fields = [] } = this.types.get(name)!;
    const inherited = interfaces.flatMap((each) => this.types.get(each.name.value)!.fields ?? []);
    const all = new Map([...inherited, ...fields].map((field) => [field.name.value, field]));
    return new Map([...all].filter(([, field]) => !directive(field, 'computed')));
  }
}

/** What a field is marked with under a name. */
export function directive({ directives }: Pick<FieldDefinitionNode, 'directives'>, name: string) {
  return directives?.find((each) => each.name.value === name);
}

/** The name of a type, of which there may be a list. */
export function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
