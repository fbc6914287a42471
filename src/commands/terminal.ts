import { createInterface } from 'node:readline';

/** Where a command prints. Results go to `out`; progress, warnings and errors to `err`. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Whether a person watches: only then is there a progress bar. */
  isInteractive: boolean;
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
