/** Options that are ours to choose, whatever an address says: what is read and written must be what the log says. */
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

/** An address of a database without the options that are not for it to decide. */
export function databaseAddress(uri: string): string {
  const [address, options] = uri.split(/\?(.*)/s, 2) as [string, string | undefined];
  if (options === undefined) return uri;
  const kept = options.split('&').filter((option) => !OURS.has(option.split('=', 1)[0]!.toLowerCase()));
  return kept.length === 0 ? address : `${address}?${kept.join('&')}`;
}
