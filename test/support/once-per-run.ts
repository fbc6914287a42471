import { access, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Creates a resource that all files of a Jest run share. The first caller creates it and the others wait.
 *
 * @param make creates a file or a folder at the given path
 * @returns its path
 */
export async function oncePerRun(name: string, make: (path: string) => Promise<void>): Promise<string> {
  const sharedPath = join(process.env.TEST_RUN_FOLDER!, name);
  const failed = `${sharedPath}.failed`;
  const isFirst = await mkdir(`${sharedPath}.claim`).then(
    () => true,
    () => false,
  );
  if (isFirst) {
    await make(`${sharedPath}.making`).catch(async (error: unknown) => {
      await writeFile(failed, '');
      throw error;
    });
    await rename(`${sharedPath}.making`, sharedPath);
  }
  while (!(await exists(sharedPath))) {
    if (await exists(failed)) throw new Error(`another test file failed to create the shared resource "${name}"`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return sharedPath;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
