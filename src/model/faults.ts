import type { ASTNode } from 'graphql';
import { AppError } from '../errors.js';
import type { SourceLocation } from './model.js';

/** A mistake in the SDL and its correction. */
export interface SchemaFault extends SourceLocation {
  message: string;
  tip: string;
}

/** Collects mistakes in the SDL. */
export class SchemaFaults {
  readonly list: SchemaFault[] = [];

  at(node: ASTNode | SourceLocation, message: string, tip: string): void {
    this.list.push({ ...('kind' in node ? locateNode(node) : node), message, tip });
  }

  /** @throws AppError MODEL_INVALID for any fault; `details.faults` has all, in the order of the files */
  throwIfAny(): void {
    if (this.list.length === 0) return;
    const faults = [...this.list].sort(
      (a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line || a.column - b.column,
    );
    throw new AppError('MODEL_INVALID', faults.map(printFault).join('\n'), { faults });
  }
}

/** The place of a definition: of its name, not of the description above it. */
export function locateNode(definition: ASTNode): SourceLocation {
  const node = 'name' in definition && definition.name ? definition.name : definition;
  if (!node.loc) return { file: '(derived)', line: 1, column: 1 };
  const { source, startToken } = node.loc;
  return { file: source.name, line: startToken.line, column: startToken.column };
}

/** As file:line:column. */
export function formatLocation({ file, line, column }: SourceLocation): string {
  return `${file}:${line}:${column}`;
}

function printFault(fault: SchemaFault): string {
  return `${formatLocation(fault)}  ${fault.message}  ${fault.tip}`;
}
