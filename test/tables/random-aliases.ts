import { type FieldNode, Kind, parse, print, visit } from 'graphql';
import type { Random } from '../store/random.js';

/** Gives fields of a query random aliases, some equal to each other. The query may be invalid afterwards. */
export function withRandomAliases(query: string, random: Random): string {
  const document = visit(parse(query), {
    SelectionSet: {
      leave(set) {
        const leaves = set.selections.filter((node) => node.kind === Kind.FIELD && !node.selectionSet) as FieldNode[];
        const names = [...leaves.map(({ name }) => name.value), 'title', 'code', 'value', 'period', 'slug', 'x'];
        const selections = set.selections.map((node) => {
          if (!leaves.includes(node as FieldNode) || !random.chance(0.5)) return node;
          return {
            ...node,
            alias: { kind: Kind.NAME, value: random.pick(names.filter((name) => name !== '__typename')) },
          };
        });
        return { ...set, selections };
      },
    },
  });
  return print(document);
}
