import { MongoClient } from 'mongodb';

/** How a command goes wrong. */
export type Fault = { errorCode: number } | { closeConnection: true } | { writeConcernError: WriteConcernError };
type WriteConcernError = { code: number; errmsg: string };

/** Commands of the driver that read, and those that write. */
export const READS = ['find', 'getMore', 'aggregate', 'listIndexes', 'listCollections', 'ping'];
export const WRITES = ['insert', 'update', 'delete', 'createIndexes', 'create', 'drop', 'dropIndexes'];

/** Makes commands of a database fail, by the port in front of it. */
export class Faults {
  private constructor(private readonly client: MongoClient) {}

  static async of(uri: string): Promise<Faults> {
    return new Faults(await MongoClient.connect(uri));
  }

  /** Makes the named commands fail: always, or so many after so many that go well. */
  async set(
    fault: Fault,
    failCommands: readonly string[],
    mode: 'alwaysOn' | { skip?: number; times: number } = 'alwaysOn',
  ): Promise<void> {
    await this.client
      .db('admin')
      .command({ configureFailPoint: 'failCommand', mode, data: { failCommands, ...fault } });
  }

  /** Lets all commands go well again; returns how many failed. */
  async end(): Promise<number> {
    const { count } = await this.client.db('admin').command({ configureFailPoint: 'failCommand', mode: 'off' });
    return Number(count);
  }

  async close(): Promise<void> {
    await this.client.close();
  }
}
