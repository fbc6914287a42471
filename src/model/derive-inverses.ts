import { formatLocation, type SchemaFaults } from './schema-faults.js';
import type { Field, Inverse, Kind, LinkOrigin, Shape } from './model.js';

/**
 * Derives the inverse fields of links, by the type name of the target kind.
 *
 * If the link is in an embedded type that one kind uses in one field, the edges of the inverse contain the embedded
 * objects. Otherwise the inverse is a connection of entries.
 */
export function deriveInverses(
  kinds: readonly Kind[],
  shapes: ReadonlyMap<string, Shape>,
  faults: SchemaFaults,
): Map<string, Inverse[]> {
  const inverses = new Map<string, Inverse[]>();
  for (const [owner, origins] of originsByLink(kinds, shapes)) {
    const link = owner.link!;
    for (const target of link.members) {
      const targetKind = kinds.find((kind) => kind.name === target)!;
      const inverse = deriveInverse(owner, origins, shapes);
      const inversesOfTarget = inverses.get(target) ?? [];
      const clash = targetKind.fields.find((field) => field.name === inverse.name) ?? null;
      const inverseWithSameName = inversesOfTarget.find((candidate) => candidate.name === inverse.name);
      if (clash) {
        faults.add(
          owner.location,
          `the inverse "${inverse.name}" is already a field of ${target}`,
          `it is defined at ${formatLocation(clash.location)}; choose another name`,
        );
      } else if (inverseWithSameName) {
        faults.add(
          owner.location,
          `the inverse "${inverse.name}" of ${target} is already in use`,
          `the link at ${formatLocation(inverseWithSameName.origins[0]!.field.location)} uses it; choose another name`,
        );
      }
      inverses.set(target, [...inversesOfTarget, inverse]);
    }
  }
  return inverses;
}

/** Returns each link that has an inverse, with the paths to it. */
function originsByLink(kinds: readonly Kind[], shapes: ReadonlyMap<string, Shape>): [Field, LinkOrigin[]][] {
  const linksByLocation = new Map<string, [Field, LinkOrigin[]]>();
  const visit = (kind: Kind, shape: Shape, parentPath: readonly string[]) => {
    for (const field of shape.fields) {
      const path = [...parentPath, field.name];
      if (field.category === 'object') visit(kind, shapes.get(field.type)!, path);
      if (!field.link?.inverse) continue;
      const key = `${formatLocation(field.location)}${parentPath.length === 0 ? kind.name : ''}`;
      const linkOrigins = linksByLocation.get(key) ?? [field, []];
      linkOrigins[1].push({ kind: kind.name, path, field });
      linksByLocation.set(key, linkOrigins);
    }
  };
  for (const kind of kinds) visit(kind, kind, []);
  return [...linksByLocation.values()];
}

function deriveInverse(link: Field, origins: readonly LinkOrigin[], shapes: ReadonlyMap<string, Shape>): Inverse {
  const [firstOrigin] = origins;
  const holders = new Set(origins.map((origin) => origin.kind));
  const isEmbedded = firstOrigin!.path.length > 1;
  const isMixed = origins.length > 1;
  const linkingKind = shapes.get(firstOrigin!.kind)!;
  return {
    name: link.link!.inverse!,
    description: isMixed
      ? `Entries of any kind whose "${link.name}" is this entry.`
      : `Entries of type ${linkingKind.name} whose "${firstOrigin!.path.join('.')}" ${link.list ? 'include' : 'is'} this entry.`,
    origins,
    via:
      isEmbedded && !isMixed && holders.size === 1 ? embeddedTypeOfLink(linkingKind, firstOrigin!.path, shapes) : null,
    mixed: isMixed,
  };
}

function embeddedTypeOfLink(linkingKind: Shape, path: readonly string[], shapes: ReadonlyMap<string, Shape>): string {
  let shape = linkingKind;
  for (const name of path.slice(0, -1)) shape = shapes.get(shape.fields.find((field) => field.name === name)!.type)!;
  return shape.name;
}
