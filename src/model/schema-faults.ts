import type { ASTNode } from 'graphql';
import { AppError } from '../errors.js';
import type { SourceLocation } from './model.js';

/** A fault in the SDL, and how to correct it. */
export interface SchemaFault extends SourceLocation {
  message: string;
  tip: string;
}

/** Collects faults in the SDL, so that all are reported in one error. */
export class SchemaFaults {
  readonly list: SchemaFault[] = [];

  add(node: ASTNode | SourceLocation, message: string, tip: string): void {
    this.list.push({ ...('kind' in node ? locateNode(node) : node), message, tip });
  }

  /** @throws AppError MODEL_INVALID if there is any fault; `details.faults` is sorted by file and position */
  throwIfAny(): void {
    if (this.list.length === 0) return;
    const faults = [...this.list].sort(
      (a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line || a.column - b.column,
    );
    throw new AppError(
      'MODEL_INVALID',
      faults.map((fault) => `${formatLocation(fault)}  ${fault.message}  ${fault.tip}`).join('\n'),
      { faults },
    );
  }
}

/** Returns the position of a definition's name, not of the description above it. */
export function locateNode(definition: ASTNode): SourceLocation {
  const node = 'name' in definition && definition.name ? definition.name : definition;
  if (!node.loc) return { file: '(derived)', line: 1, column: 1 };
  const { source, startToken } = node.loc;
  return { file: source.name, line: startToken.line, column: startToken.column };
}

/** Formats a position as file:line:column. */
export function formatLocation({ file, line, column }: SourceLocation): string {
  return `${file}:${line}:${column}`;
}
