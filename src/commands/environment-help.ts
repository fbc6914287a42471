/** Help text of each environment variable, with its default. */
export const ENVIRONMENT_HELP: Readonly<Record<string, string>> = {
  PORT: 'port to listen on (default: 4000; 0 picks a free port)',
  HOST: 'address to listen on (default: 127.0.0.1, reachable from this machine only)',
  MONGODB_URI: 'MongoDB connection string (default: the embedded database)',
  MONGODB_DB: 'name of the database (default: signpost)',
  DATA_DIR: 'folder of the embedded database (default: .data)',
  CONTENT_DIR: 'content folder, or several separated by commas; later ones override (default: seed)',
  LOG_LEVEL: 'log level (default: info)',
  CORS_ORIGINS: 'origins that may read from a browser (default: * for all)',
  TRUST_PROXY: 'proxies trusted to forward client addresses (default: off)',
  PUBLIC_URL: 'public address of the server, used in permanent links',
  ALLOWED_HOSTS: 'host names accepted in links, if PUBLIC_URL is not set',
  CACHE_MB: 'size of the cache in MB (default: 96; 0 turns it off)',
  CHROMIUM_PATH: 'path of Chromium, used to print pages (default: search for it)',
  METRICS: 'who may read /metrics: public, loopback or off (default: loopback)',
};
