/** Options that an address must not override: reads and writes have to match the log. */
const OURS = new Set([
  'readpreference',
  'readpreferencetags',
  'maxstalenessseconds',
  'readconcernlevel',
  'w',
  'journal',
  'wtimeout',
  'wtimeoutms',
  'retrywrites',
  'retryreads',
  'sockettimeoutms',
  'timeoutms',
]);

/** Removes these options from an address. */
export function databaseAddress(uri: string): string {
  const [address, options] = uri.split(/\?(.*)/s, 2) as [string, string | undefined];
  if (options === undefined) return uri;
  const kept = options.split('&').filter((option) => !OURS.has(option.split('=', 1)[0]!.toLowerCase()));
  return kept.length === 0 ? address : `${address}?${kept.join('&')}`;
}
