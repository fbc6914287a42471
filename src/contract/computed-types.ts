import type {
  DefinitionNode,
  FieldDefinitionNode,
  InputObjectTypeDefinitionNode,
  InputValueDefinitionNode,
  ObjectTypeDefinitionNode,
  TypeNode,
  UnionTypeDefinitionNode,
} from 'graphql';
import { Kind as Node } from 'graphql';
import type { Field, Model, Shape } from '../model/model.js';
import { directiveOn } from '../model/read-field.js';

const SCALARS: Readonly<Record<string, string>> = {
  Int: 'number',
  Float: 'number',
  Boolean: 'boolean',
  DateTime: 'Date',
};

/**
 * Returns the TypeScript types of computed fields: the arguments and result of each field, and the result and input
 * types that they use. Fields common to all kinds are omitted.
 */
export function computedTypes(model: Model): string {
  return new ComputedTypes(model).print();
}

class ComputedTypes {
  /** Printed result and input types, by name. */
  private readonly types = new Map<string, string>();
  private readonly enums = new Set<string>();

  constructor(private readonly model: Model) {}

  print(): string {
    const { model } = this;
    const onReading = [...model.kinds, ...model.embedded].map(({ name, fields }) => {
      const own = fields.filter((field) => field.computed && !isStored(field) && !this.isCommon(name, field));
      return [name, own.map(({ node }) => node)] as const;
    });
    const onComputed = this.objects().map(({ name, fields = [] }) => [name.value, fields.filter(isComputed)] as const);
    // Several files may extend the query root.
    const byType = new Map<string, readonly FieldDefinitionNode[]>();
    for (const [name, fields] of [...onReading, ...onComputed]) {
      if (fields.length > 0) byType.set(name, [...(byType.get(name) ?? []), ...fields]);
    }
    const members = [...byType].map(
      ([name, fields]) => `  ${name}: {\n${fields.map((field) => this.field(field)).join('')}  };\n`,
    );
    const derived = model.kinds.flatMap((kind) => {
      const own = kind.fields.filter((field) => field.computed && isStored(field) && !this.isCommon(kind.name, field));
      if (own.length === 0) return [];
      return `  ${kind.name}: { ${own.map(({ name, node }) => `${name}: ${this.output(node.type)}`).join('; ')} };\n`;
    });
    const records = (shapes: readonly Shape[]) => shapes.map(({ name }) => `  ${name}: ${name}Record;\n`).join('');
    const shapes = [...model.kinds, ...model.embedded];
    const named = [...shapes.map(({ name }) => `${name}Record`), ...this.enums].sort();
    return [
      '// Made by `npm run generate` from schema/. Change the SDL, not this file.\n',
      `import type { ${named.join(', ')} } from './records.js';\n`,
      '/** A reference to an entry in a result. All references at one query level are fetched together. */',
      'export interface EntryReference {\n  readonly kind: string;\n  readonly slug: string;\n}\n',
      `/** The record of each kind. */\nexport interface Records {\n${records(model.kinds)}}\n`,
      `/** The stored object of each embedded type. */\nexport interface Parts {\n${records(model.embedded)}}\n`,
      `/** Fields that are computed on writing and stored, by kind. */\nexport interface Derived {\n${derived.join('')}}\n`,
      `/** Arguments and results of fields that are computed on reading, by type. */\nexport interface Computed {\n${members.join('')}}\n`,
      ...this.types.values(),
    ].join('\n');
  }

  /** Whether a field is inherited from an interface and computed in the same way for all kinds. */
  private isCommon(shape: string, { name, node }: Field): boolean {
    const { kinds, interfaces } = this.model;
    if (!kinds.some((kind) => kind.name === shape)) return false;
    const commonInterfaces = interfaces.filter(({ members }) => members.length === kinds.length);
    const isInherited = interfaces.some(({ fields }) => fields.some((field) => field.node === node));
    return isInherited && commonInterfaces.some(({ fields }) => fields.some((field) => field.name === name));
  }

  /** Returns the result types and the root types. */
  private objects(): ObjectTypeDefinitionNode[] {
    const records = new Set([...this.model.kinds, ...this.model.embedded].map(({ name }) => name));
    return this.model.document.definitions.flatMap((node) => {
      if (node.kind !== Node.OBJECT_TYPE_DEFINITION && node.kind !== Node.OBJECT_TYPE_EXTENSION) return [];
      return records.has(node.name.value) ? [] : [node as ObjectTypeDefinitionNode];
    });
  }

  private field({ name, type, arguments: args = [] }: FieldDefinitionNode): string {
    const argumentTypes = args.map((arg) => this.input(arg)).join(' ');
    return `    ${name.value}: { args: { ${argumentTypes} }; result: ${this.output(type)} };\n`;
  }

  private input({ name, type, defaultValue }: InputValueDefinitionNode): string {
    const isSure = type.kind === Node.NON_NULL_TYPE || defaultValue !== undefined;
    return `${name.value}${isSure ? '' : '?'}: ${this.writeType(type, (typeName) => this.inputName(typeName))};`;
  }

  private output(type: TypeNode): string {
    return this.writeType(type, (name) => this.outputName(name));
  }

  private writeType(type: TypeNode, nameOf: (name: string) => string): string {
    if (type.kind !== Node.NON_NULL_TYPE) return `${this.writeSureType(type, nameOf)} | null`;
    return this.writeSureType(type.type, nameOf);
  }

  private writeSureType(
    type: Exclude<TypeNode, { kind: Node.NON_NULL_TYPE }>,
    nameOf: (name: string) => string,
  ): string {
    if (type.kind === Node.NAMED_TYPE) return nameOf(type.name.value);
    const item = this.writeType(type.type, nameOf);
    return `readonly ${item.includes(' ') ? `(${item})` : item}[]`;
  }

  private inputName(name: string): string {
    const node = this.definition(name);
    if (node?.kind !== Node.INPUT_OBJECT_TYPE_DEFINITION) return this.leafName(name);
    this.printOnce(name, () => {
      const { fields = [] } = node as InputObjectTypeDefinitionNode;
      return `export interface ${name} {\n${fields.map((field) => `  ${this.input(field)}\n`).join('')}}\n`;
    });
    return name;
  }

  private outputName(name: string): string {
    const { kinds, interfaces } = this.model;
    if (kinds.some((kind) => kind.name === name)) return 'EntryReference';
    if (interfaces.some((type) => type.name === name && type.members.length > 0)) return 'EntryReference';
    const node = this.definition(name);
    if (node?.kind === Node.UNION_TYPE_DEFINITION) return this.writeUnion(node);
    if (node?.kind !== Node.OBJECT_TYPE_DEFINITION) return this.leafName(name);
    this.printOnce(name, () => {
      const fields = (node.fields ?? []).filter((field) => !isComputed(field));
      const lines = fields.map((field) => `  readonly ${field.name.value}: ${this.output(field.type)};\n`);
      return `export interface ${name} {\n${lines.join('')}}\n`;
    });
    return name;
  }

  private writeUnion({ types = [] }: UnionTypeDefinitionNode): string {
    const members = types.map(({ name }) => `(${this.outputName(name.value)} & { __typename: '${name.value}' })`);
    return members.length > 1 ? `(${members.join(' | ')})` : members[0]!;
  }

  private leafName(name: string): string {
    if (!this.model.enums.some((enumeration) => enumeration.name === name)) return SCALARS[name] ?? 'string';
    this.enums.add(name);
    return name;
  }

  private definition(name: string): DefinitionNode | undefined {
    return this.model.document.definitions.find((node) => 'name' in node && node.name?.value === name);
  }

  /** Prints a type once. Registers it first, because types can be recursive. */
  private printOnce(name: string, print: () => string): void {
    if (this.types.has(name)) return;
    this.types.set(name, '');
    this.types.set(name, print());
  }
}

function isStored({ filter, sort, facet }: Field): boolean {
  return filter || sort || facet;
}

function isComputed(field: FieldDefinitionNode): boolean {
  return directiveOn(field, 'computed') !== undefined;
}
