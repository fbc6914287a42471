import { Composer, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, Parser, type YAMLMap } from 'yaml';
import { type Locate, type ProblemPath, substringOffset } from '../records/problem.js';

/** Parser options. In YAML 1.2, `no` is a string. Unique keys are checked elsewhere. */
export const YAML_OPTIONS = {
  version: '1.2',
  schema: 'core',
  strict: true,
  uniqueKeys: false,
  prettyErrors: false,
} as const;

/** Nodes of a YAML file, accessible by path. */
export class YamlNodes {
  private readonly pairs = new Map<YAMLMap, ReadonlyMap<string, Pair>>();

  constructor(
    private readonly root: Node | null,
    private readonly lines: LineCounter,
    private readonly text: string,
  ) {}

  /** Returns a function that locates the key or value at a path, or its closest existing ancestor. */
  locator(file: string): Locate {
    return (path, part, inside) => {
      const { offset, node } = this.findNode(path, part);
      const end = node?.range?.[1] ?? offset;
      const source = node && isScalar(node) ? this.text.slice(offset, end) : null;
      const innerOffset = inside ? substringOffset(this.text.slice(offset, end), inside) : 0;
      return { file, ...locateOffset(this.lines, offset + innerOffset), source };
    };
  }

  /** Returns the node at a path, or its closest existing ancestor. */
  private findNode(path: ProblemPath, part: 'key' | 'value'): { offset: number; node: Node | null } {
    let node = this.root;
    for (const [index, step] of path.entries()) {
      const pair = isMap(node) ? this.readPairs(node).get(String(step)) : undefined;
      const isLast = index === path.length - 1;
      if (pair && part === 'key' && isLast) return findStart(pair.key as Node);
      const inner = isSeq(node) ? (node.items[Number(step)] as Node | undefined) : (pair?.value as Node | undefined);
      if (!inner) return findStart(pair ? (pair.key as Node) : node);
      node = inner;
    }
    return findStart(node);
  }

  /** Returns the pairs of a map by key. Memoised, because a map can have many keys. */
  private readPairs(map: YAMLMap): ReadonlyMap<string, Pair> {
    const pairsByKey = this.pairs.get(map) ?? new Map(map.items.map((pair) => [yamlKeyText(pair.key), pair]));
    this.pairs.set(map, pairsByKey);
    return pairsByKey;
  }
}

/** Parses a text that is known to be valid YAML. */
export function parseYamlNodes(text: string): YamlNodes {
  const lines = new LineCounter();
  const tokens = new Parser(lines.addNewLine).parse(text);
  const [document] = new Composer(YAML_OPTIONS).compose(tokens);
  return new YamlNodes(document?.contents ?? null, lines, text);
}

export function yamlKeyText(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key);
}

export function locateOffset(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

function findStart(node: Node | null): { offset: number; node: Node | null } {
  return { offset: node?.range?.[0] ?? 0, node };
}
