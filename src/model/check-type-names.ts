import { formatLocation, locateNode, type SchemaFaults } from './schema-faults.js';
import type { Kind, SourceLocation, Shape } from './model.js';
import type { Sdl } from './read-sdl.js';

/** Suffixes of derived type names. */
const DERIVED_SUFFIXES = [
  'Connection',
  'Edge',
  'Filter',
  'ListFilter',
  'Order',
  'Facets',
  'Record',
  'Patch',
  'Payload',
] as const;

/** Root fields that always exist. */
const ROOT_FIELDS = ['node', 'nodes', 'entries'];

/** Checks that derived names of types, folders and root fields are not in use. */
export function checkTypeNames(
  kinds: readonly Kind[],
  shapes: ReadonlyMap<string, Shape>,
  sdl: Sdl,
  faults: SchemaFaults,
): void {
  const folders = new UniqueNames('the folder', faults);
  const rootFields = new UniqueNames('the root field', faults);
  for (const name of ROOT_FIELDS) rootFields.claim(name, { file: '(derived)', line: 1, column: 1 });
  for (const definition of sdl.definitions) {
    if (definition.kind !== 'ObjectTypeExtension' || definition.name.value !== 'Query') continue;
    for (const field of definition.fields ?? []) rootFields.claim(field.name.value, locateNode(field));
  }
  const rejectDerived = (name: string, suffix: string) => {
    const clash = sdl.types.get(name + suffix);
    if (clash)
      faults.add(clash, `the type ${name}${suffix} is derived from ${name}`, 'choose another name for this one');
  };
  for (const kind of kinds) {
    folders.claim(kind.folder, kind.location);
    rootFields.claim(kind.singular, kind.location);
    rootFields.claim(kind.plural, kind.location);
    for (const suffix of DERIVED_SUFFIXES) rejectDerived(kind.name, suffix);
  }
  for (const shape of shapes.values()) {
    if (kinds.some((kind) => kind.name === shape.name)) continue;
    for (const suffix of ['Filter', 'ListFilter', 'Record', 'Patch']) rejectDerived(shape.name, suffix);
  }
}

class UniqueNames {
  private readonly locations = new Map<string, SourceLocation>();

  constructor(
    private readonly subject: string,
    private readonly faults: SchemaFaults,
  ) {}

  claim(name: string, location: SourceLocation): void {
    const earlierLocation = this.locations.get(name);
    if (earlierLocation) {
      this.faults.add(
        location,
        `${this.subject} "${name}" is already in use`,
        `it is used at ${formatLocation(earlierLocation)}; set another in @entry`,
      );
    } else {
      this.locations.set(name, location);
    }
  }
}
