/** Returns the processor time that work takes, of all threads of this process, in microseconds. */
async function processorTimeOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/** How often a ratio is measured at most: what else the machine does may make any of them too large, but not all. */
const ROUNDS = 5;

/**
 * Returns how many times the processor time of the small work the large one takes: the first ratio below the bound,
 * or the least of five. What is compiled the first time is not counted.
 */
export async function growthBelow(bound: number, small: () => unknown, large: () => unknown): Promise<number> {
  await small();
  let least = Infinity;
  for (let round = 0; round < ROUNDS && least >= bound; round += 1) {
    const time = await processorTimeOf(small);
    least = Math.min(least, (await processorTimeOf(large)) / time);
  }
  return least;
}
