/** The help for each environment variable, with its default. */
export const ENVIRONMENT: Readonly<Record<string, string>> = {
  PORT: 'where to listen; 4000 unless given, 0 for any port that is free',
  HOST: 'where to listen; 127.0.0.1 unless given, which only this machine reaches',
  MONGODB_URI: 'the MongoDB to use; the embedded database unless given',
  MONGODB_DB: 'the database in it; signpost unless given',
  DATA_DIR: 'where the embedded database keeps its files; .data unless given',
  SEED_DIR: 'the content folder; seed unless given',
  LOG_LEVEL: 'how much is logged; info unless given',
  CORS_ORIGINS: 'who may read from a browser; * for all unless given',
  TRUST_PROXY: 'the proxies that say who a client is; off unless given',
  PUBLIC_URL: 'where people reach the server; permanent links begin with it',
  ALLOWED_HOSTS: 'without it, the names by which the server may be asked so that links begin with them',
  CACHE_MB: 'size of the cache of responses, entries and figures, in MB; default 96, 0 turns it off',
  CHROMIUM_PATH: 'where Chromium is, which prints pages; looked for unless given',
  METRICS: 'who may read /metrics: public, loopback or off; loopback unless given',
};
