import { createInterface } from 'node:readline';
import { styleText } from 'node:util';

type Style = 'bold' | 'dim' | 'green';

export type ApplyStyle = (style: Style, text: string) => string;

/** Output of a command. `out` is for results; `err` is for progress, warnings and errors. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Whether `err` writes to a terminal, so that a progress bar can be shown. */
  isInteractive: boolean;
  /** Returns the text with a terminal style. Absent without colour support. */
  paint?: ApplyStyle;
  /** Prompts the user for a line. Absent without a terminal. */
  prompt?(question: string): Promise<string>;
}

export function createProcessTerminal(process: Pick<NodeJS.Process, 'stdin' | 'stdout' | 'stderr'>): Terminal {
  const { stdin, stdout, stderr } = process;
  return {
    out: (text) => void stdout.write(`${text}\n`),
    err: (text) => void stderr.write(`${text}\n`),
    isInteractive: stderr.isTTY,
    // hasColors() respects NO_COLOR.
    ...(stdout.isTTY &&
      stdout.hasColors() && {
        paint: (style: Style, text: string) => styleText(style, text, { validateStream: false }),
      }),
    ...(stdin.isTTY && stderr.isTTY && { prompt: (question: string) => promptOn(stdin, stderr, question) }),
  };
}

/** Prompts for one line. Resolves with an empty text at the end of the input. */
function promptOn(input: NodeJS.ReadStream, output: NodeJS.WriteStream, question: string): Promise<string> {
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

export function printJson(terminal: Terminal, value: unknown): void {
  terminal.out(JSON.stringify(value));
}
