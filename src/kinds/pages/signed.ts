import { FILES_AUTHOR } from '../../model/files-author.js';

/** Who wrote something and why, as persons sign it; nothing for what came from files, of which each action says so. */
export function signed({ author, message }: { author: string; message: string }): readonly string[] {
  return author === FILES_AUTHOR ? [] : [author, message].filter((part) => part !== '');
}
