import { Session } from 'node:inspector/promises';

/** Records which files and functions of src/ are called, from the coverage data of V8. */
export class CodeCoverage {
  private constructor(private readonly profiler: Session) {}

  static async start(): Promise<CodeCoverage> {
    const profiler = new Session();
    profiler.connect();
    await profiler.post('Profiler.enable');
    return new CodeCoverage(profiler);
  }

  /** Returns the files and functions of src/ that an action calls, as `file.ts` and `file.ts function`. */
  async during(action: () => Promise<unknown>): Promise<Set<string>> {
    await this.profiler.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
    await action();
    const { result } = await this.profiler.post('Profiler.takePreciseCoverage');
    await this.profiler.post('Profiler.stopPreciseCoverage');
    const called = new Set<string>();
    for (const { url, functions } of result) {
      const [, name] = /\/src\/(.*)\.js$/.exec(url) ?? [];
      if (!name) continue;
      const file = `${name}.ts`;
      for (const { functionName, ranges } of functions) {
        if (ranges.some(({ count }) => count > 0)) called.add(file).add(`${file} ${functionName}`);
      }
    }
    return called;
  }

  close(): void {
    this.profiler.disconnect();
  }
}
