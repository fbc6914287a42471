import { MongoClient } from 'mongodb';

/** The failure of a command. */
export type CommandFault = { errorCode: number } | { closeConnection: true } | { writeConcernError: WriteConcernError };
type WriteConcernError = { code: number; errmsg: string };

/** Names of driver commands that read. */
export const READ_COMMANDS = ['find', 'getMore', 'aggregate', 'listIndexes', 'listCollections', 'ping'];
/** Names of driver commands that write. */
export const WRITE_COMMANDS = ['insert', 'update', 'delete', 'createIndexes', 'create', 'drop', 'dropIndexes'];

/** Makes commands of a database fail, through the proxy in front of it. */
export class Faults {
  private constructor(private readonly client: MongoClient) {}

  static async of(uri: string): Promise<Faults> {
    return new Faults(await MongoClient.connect(uri));
  }

  /** Makes the named commands fail: always, or a number of times after a number of successes. */
  async set(
    fault: CommandFault,
    failCommands: readonly string[],
    mode: 'alwaysOn' | { skip?: number; times: number } = 'alwaysOn',
  ): Promise<void> {
    await this.client
      .db('admin')
      .command({ configureFailPoint: 'failCommand', mode, data: { failCommands, ...fault } });
  }

  /** Ends all failures. Returns how many commands failed. */
  async end(): Promise<number> {
    const { count } = await this.client.db('admin').command({ configureFailPoint: 'failCommand', mode: 'off' });
    return Number(count);
  }

  async close(): Promise<void> {
    await this.client.close();
  }
}
