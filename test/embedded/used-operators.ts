import type { Document } from 'mongodb';

/** The MongoDB operators that commands use, by category, unique and sorted. */
export interface UsedOperators {
  commands: string[];
  /** Fields of commands and statements, without those that every command may have. */
  options: string[];
  stages: string[];
  accumulators: string[];
  expressions: string[];
  filters: string[];
  updates: string[];
}

/** Fields that every command may have. */
const GENERIC = new Set(
  '$db lsid txnNumber $clusterTime $readPreference readConcern writeConcern maxTimeMS comment'.split(' '),
);
/** Commands that maintain a client's connection. */
const CONNECTING = new Set(['hello', 'isMaster', 'ismaster', 'ping', 'buildInfo', 'endSessions']);

/** Returns the MongoDB operators that commands use. */
export function usedOperators(commands: readonly Document[]): UsedOperators {
  const surface = new SurfaceReader();
  for (const command of commands) surface.command(command);
  return surface.read();
}

class SurfaceReader {
  private readonly seen: Record<keyof UsedOperators, Set<string>> = {
    commands: new Set(),
    options: new Set(),
    stages: new Set(),
    accumulators: new Set(),
    expressions: new Set(),
    filters: new Set(),
    updates: new Set(),
  };

  read(): UsedOperators {
    return Object.fromEntries(Object.entries(this.seen).map(([sort, names]) => [sort, [...names].sort()])) as never;
  }

  command(command: Document): void {
    const name = Object.keys(command)[0]!;
    if (CONNECTING.has(name)) return;
    this.seen.commands.add(name);
    for (const field of Object.keys(command))
      if (field !== name && !GENERIC.has(field)) this.seen.options.add(`${name}.${field}`);
    for (const filter of [command['filter'], command['query']]) this.filter(filter);
    this.project(command['projection']);
    if (name === 'aggregate') this.pipeline(command['pipeline'] as Document[]);
    for (const statements of ['updates', 'deletes', 'indexes']) {
      for (const statement of (command[statements] ?? []) as Document[]) {
        for (const field of Object.keys(statement)) this.seen.options.add(`${statements}.${field}`);
        this.filter(statement['q']);
        if (statement['u'] !== undefined) this.update(statement['u'] as Document);
      }
    }
  }

  private pipeline(stages: readonly Document[]): void {
    for (const stage of stages) {
      const [name, operand] = Object.entries(stage)[0] as [string, Document];
      this.seen.stages.add(name);
      if (name === '$match') this.filter(operand);
      else if (name === '$unionWith') this.pipeline((operand['pipeline'] ?? []) as Document[]);
      else if (name === '$group') this.group(operand);
      else if (name !== '$sort' && name !== '$count' && name !== '$limit') this.expression(operand);
    }
  }

  private group({ _id, ...fields }: Document): void {
    this.expression(_id);
    for (const field of Object.values(fields) as Document[]) {
      const [name, operand] = Object.entries(field)[0]!;
      this.seen.accumulators.add(name);
      this.expression(name === '$topN' ? (operand as Document)['output'] : operand);
    }
  }

  private project(projection: unknown): void {
    if (projection !== undefined) this.expression(projection);
  }

  /** Adds the operators and variables of an expression. */
  private expression(value: unknown): void {
    if (typeof value === 'string' && value.startsWith('$$')) this.seen.expressions.add(value.split('.')[0]!);
    for (const [name, inner] of entriesOf(value)) {
      if (name.startsWith('$')) this.seen.expressions.add(name);
      if (name !== '$literal') this.expression(inner);
    }
  }

  private filter(value: unknown): void {
    for (const [name, inner] of entriesOf(value)) {
      if (name.startsWith('$')) this.seen.filters.add(name);
      this.filter(inner);
    }
  }

  private update(update: Document): void {
    if (Array.isArray(update)) this.seen.updates.add('pipeline');
    const operators = Object.keys(update).filter((name) => name.startsWith('$'));
    for (const name of operators.length > 0 ? operators : ['replacement']) this.seen.updates.add(name);
  }
}

/** Returns the fields of a document or the items of a list; empty for a scalar. */
function entriesOf(value: unknown): [string, unknown][] {
  if (Array.isArray(value)) return value.map((item) => ['', item]);
  const isDocument = value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype;
  return isDocument ? Object.entries(value) : [];
}
