// mongosh runs this on one member. Creates the replica set if necessary, and waits for its primary.
/* global db, print, quit, rs, sleep */
const members = ['mongo1', 'mongo2', 'mongo3'].map((host, _id) => ({ _id, host: `${host}:27017` }));
try {
  rs.initiate({ _id: 'signpost', members });
} catch (error) {
  if (error.codeName !== 'AlreadyInitialized') throw error;
}
for (let tries = 0; !db.hello().primary; tries += 1) {
  if (tries === 60) quit(1);
  sleep(1000);
}
print(`The primary is ${db.hello().primary}.`);
