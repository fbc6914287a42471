/** Returns the CPU time of a function over all threads of this process, in microseconds. */
async function cpuTimeOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/** Maximum number of measurements of a ratio. Other load can inflate some of them, but not all. */
const ROUNDS = 5;

/**
 * Returns the ratio of the CPU times of the large and the small work: the first one below the bound, or the minimum of
 * five. A warm-up run is not counted.
 */
export async function growthBelow(bound: number, small: () => unknown, large: () => unknown): Promise<number> {
  await small();
  let minimum = Infinity;
  for (let round = 0; round < ROUNDS && minimum >= bound; round += 1) {
    const time = await cpuTimeOf(small);
    minimum = Math.min(minimum, (await cpuTimeOf(large)) / time);
  }
  return minimum;
}
