import { isNumeric, toDouble } from '../bson/numbers.js';
import type { Doc } from '../bson/values.js';
import { isDoc } from '../bson/values.js';
import { CommandError, unsupportedMessage } from '../command-error.js';

export interface InjectedFailure {
  /** Closes the connection after the command, or instead of it. */
  closeConnection: boolean;
  errorCode: number | undefined;
  errorLabels: string[] | undefined;
  writeConcernError: Doc | undefined;
  blockMs: number;
}

/**
 * MongoDB's `failCommand` for tests. Beyond MongoDB, `times` and `skip` can be combined, to fail one of many commands.
 */
export class FailPoint {
  private left = 0;
  private taken = 0;
  private skip = 0;
  private commands = new Set<string>();
  private failure: InjectedFailure | undefined;

  /** Configures it. Returns how many commands the previous configuration failed. */
  configure({ mode, data }: Doc): number {
    const { taken } = this;
    this.taken = 0;
    this.skip = 0;
    if (mode === 'off') this.left = 0;
    else if (mode === 'alwaysOn') this.left = Infinity;
    else if (isDoc(mode) && (isNumeric(mode.times) || isNumeric(mode.skip))) {
      this.left = isNumeric(mode.times) ? toDouble(mode.times) : Infinity;
      this.skip = isNumeric(mode.skip) ? toDouble(mode.skip) : 0;
    } else throw new CommandError('BadValue', 'the mode of a fail point is off, alwaysOn, { times } or { skip }');
    if (this.left === 0) return taken;
    if (!isDoc(data)) throw new CommandError('BadValue', 'failCommand needs data');
    this.commands = new Set(Array.isArray(data.failCommands) ? (data.failCommands as string[]) : []);
    this.failure = {
      closeConnection: data.closeConnection === true,
      errorCode: isNumeric(data.errorCode) ? toDouble(data.errorCode) : undefined,
      errorLabels: Array.isArray(data.errorLabels) ? (data.errorLabels as string[]) : undefined,
      writeConcernError: isDoc(data.writeConcernError) ? data.writeConcernError : undefined,
      blockMs: data.blockConnection === true && isNumeric(data.blockTimeMS) ? toDouble(data.blockTimeMS) : 0,
    };
    return taken;
  }

  /** The failure for a command, if any; counts it. */
  take(name: string): InjectedFailure | undefined {
    if (this.left <= 0 || !this.commands.has(name)) return undefined;
    if (this.skip > 0) {
      this.skip--;
      return undefined;
    }
    this.left--;
    this.taken++;
    return this.failure;
  }
}

export function configureFailPoint({ command, failPoint }: { command: Doc; failPoint: FailPoint }): object {
  if (command.configureFailPoint !== 'failCommand')
    throw new CommandError(
      'CommandNotSupported',
      unsupportedMessage(`Fail point ${String(command.configureFailPoint)}`),
    );
  return { count: failPoint.configure(command) };
}
