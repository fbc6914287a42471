import { createInterface } from 'node:readline';
import { styleText } from 'node:util';

type Style = 'bold' | 'dim' | 'green';

/** Sets a text off. */
export type Paint = (style: Style, text: string) => string;

/** Where a command prints. Results go to `out`; progress, warnings and errors to `err`. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Whether a person watches: only then is there a progress bar. */
  isInteractive: boolean;
  /** Sets a part of a result off by colour or weight. Absent where nobody sees that, or nobody wants to. */
  paint?: Paint;
  /** Asks a person and waits for the line that they answer; empty when they give none. Absent where nobody is asked. */
  ask?(question: string): Promise<string>;
}

/** The terminal of a process. */
export function processTerminal(process: Pick<NodeJS.Process, 'stdin' | 'stdout' | 'stderr'>): Terminal {
  const { stdin, stdout, stderr } = process;
  return {
    out: (text) => void stdout.write(`${text}\n`),
    err: (text) => void stderr.write(`${text}\n`),
    isInteractive: stderr.isTTY,
    // A terminal knows what it can show, and whether NO_COLOR forbids it.
    ...(stdout.isTTY &&
      stdout.hasColors() && {
        paint: (style: Style, text: string) => styleText(style, text, { validateStream: false }),
      }),
    ...(stdin.isTTY && stderr.isTTY && { ask: (question: string) => askOn(stdin, stderr, question) }),
  };
}

/** Resolves with one line; with the empty text when the input ends, or the question is broken off. */
function askOn(input: NodeJS.ReadStream, output: NodeJS.WriteStream, question: string): Promise<string> {
  const lines = createInterface({ input, output });
  return new Promise((resolve) => {
    lines.once('SIGINT', () => lines.close());
    lines.once('close', () => resolve(''));
    lines.question(question, (answer) => {
      resolve(answer);
      lines.close();
    });
  });
}

/** Prints a value as one line of JSON. */
export function printJson(terminal: Terminal, value: unknown): void {
  terminal.out(JSON.stringify(value));
}
