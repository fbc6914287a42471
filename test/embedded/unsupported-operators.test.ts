import type { Document } from 'mongodb';
import { commandError, scratchDatabase, type ScratchDatabase } from './scratch-database.js';

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await scratchDatabase();
  await scratch.db.collection('t').insertOne({ a: 1 });
});
afterAll(() => scratch.stop());

const c = () => scratch.db.collection('t');
const words = (text: string) => text.split(/\s+/);

/**
 * Operators of MongoDB that this database does not support. They are rejected like unknown names, whatever the operand.
 */
const EXPRESSIONS = words(`$abs $add $and $avg $cmp $concatArrays $cond $const $eq $first $gt $gte $in $isArray $last $lt $lte
$map $max $mergeObjects $min $ne $not $or $rand $setField $size $sum $type $acos $acosh $allElementsTrue $anyElementTrue $arrayToObject $asin $asinh $atan $atan2 $atanh
$binarySize $bitAnd $bitNot $bitOr $bitXor $bsonSize $ceil $convert $cos $cosh $dateAdd $dateDiff $dateFromParts
$dateFromString $dateSubtract $dateToParts $dateToString $dateTrunc $dayOfMonth $dayOfWeek $dayOfYear $degreesToRadians
$divide $exp $filter $firstN $floor $function $hour $indexOfArray $indexOfBytes $indexOfCP $isNumber $isoDayOfWeek $isoWeek $isoWeekYear $lastN $let
$ln $log $log10 $ltrim $maxN $median $millisecond $minN $minute $mod $month $multiply $objectToArray $percentile $pow $radiansToDegrees $range
$reduce $regexFind $regexFindAll $regexMatch $replaceAll $replaceOne $reverseArray $round $rtrim $sampleRate $second
$setDifference $setEquals $setIntersection $setIsSubset $sin $sinh $sortArray $split $sqrt $stdDevPop $stdDevSamp $strLenBytes
$strLenCP $strcasecmp $substr $substrBytes $substrCP $subtract $switch $tan $tanh $toBool $toDate $toDecimal $toDouble $toInt $toLong
$toLower $toObjectId $toString $toUpper $trim $trunc $tsIncrement $tsSecond $unsetField $week $year $zip`); // prettier-ignore
const STAGES = words(`$changeStream $collStats $currentOp $documents $indexStats $listLocalSessions $replaceWith $sample $skip $sortByCount
$unset $bucket $bucketAuto $densify $facet $fill $geoNear $graphLookup $lookup $merge $out $planCacheStats $redact
$search $setWindowFields`); // prettier-ignore
const ACCUMULATORS = words(
  '$addToSet $avg $count $last $max $mergeObjects $min $push $accumulator $bottom $bottomN $firstN $lastN $maxN $minN $stdDevPop $stdDevSamp $top',
);
const QUERIES = words(
  '$all $mod $options $size $bitsAllClear $bitsAllSet $bitsAnyClear $bitsAnySet $geoIntersects $geoWithin $near',
);
const TOP_QUERIES = words('$alwaysFalse $alwaysTrue $comment $expr $jsonSchema $not $text $where');
const VARIABLES = words('$$CLUSTER_TIME $$CURRENT $$NOW $$REMOVE $$USER_ROLES $$mine');
const COMMANDS =
  words(`collMod collStats connectionStatus dbStats distinct getCmdLineOpts getLog getParameter hostInfo killSessions
listCommands mapReduce refreshSessions renameCollection serverStatus usersInfo whatsmyuri`);

test.each<[what: string, names: string[], code: number, ask: (name: string) => Promise<unknown>]>([
  [
    'expressions',
    EXPRESSIONS,
    168,
    (name) =>
      c()
        .aggregate([{ $project: { x: { [name]: 1 } } }])
        .toArray(),
  ],
  [
    'expressions of a find',
    EXPRESSIONS,
    31325,
    (name) =>
      c()
        .find({}, { projection: { x: { [name]: 1 } } })
        .toArray(),
  ],
  [
    'stages',
    STAGES,
    40324,
    (name) =>
      c()
        .aggregate([{ [name]: {} }])
        .toArray(),
  ],
  [
    'accumulators',
    ACCUMULATORS,
    15952,
    (name) =>
      c()
        .aggregate([{ $group: { _id: 1, x: { [name]: 1 } } }])
        .toArray(),
  ],
  ['query operators', QUERIES, 2, (name) => c().findOne({ a: { [name]: 1 } })],
  ['query operators of a whole document', TOP_QUERIES, 2, (name) => c().findOne({ [name]: 1 })],
  [
    'variables',
    VARIABLES,
    17276,
    (name) =>
      c()
        .aggregate([{ $project: { x: name } }])
        .toArray(),
  ],
  ['commands', COMMANDS, 59, (name) => scratch.client.db('admin').command({ [name]: 1 })],
  [
    'options of a find',
    words('collation let max min returnKey showRecordId tailable'),
    40415,
    (name) => scratch.db.command({ find: 't', [name]: {} }),
  ],
  ['types of indexes', words('2d 2dsphere hashed text'), 67, (name) => c().createIndex({ a: name as never })],
  [
    'options of an index',
    words('expireAfterSeconds partialFilterExpression'),
    67,
    (name) => scratch.db.command({ createIndexes: 't', indexes: [{ key: { a: 1 }, name: 'a', [name]: {} }] }),
  ],
  [
    'options of an update',
    words('arrayFilters collation c'),
    40415,
    (name) => scratch.db.command({ update: 't', updates: [{ q: {}, u: {}, [name]: {} }] }),
  ],
  [
    'options of a new collection',
    words('capped collation expireAfterSeconds timeseries validator viewOn'),
    40415,
    (name) => scratch.db.command({ create: 'new', [name]: {} }),
  ],
  [
    'positions in paths of updates',
    words('a.$ a.$[] a.$[x].b'),
    2,
    (name) => c().updateOne({ a: 1 }, { $set: { [name]: 1 } }),
  ],
  [
    'update operators',
    words('$bit $currentDate $min $mul $pop $pull $pullAll $rename'),
    9,
    (name) => c().updateOne({}, { [name]: { a: { or: 1 } } } as Document),
  ],
])('unsupported %s are rejected, and the errors name them', async (_, names, code, runCommand) => {
  const answers = await Promise.all(
    names.map(async (name) => ({ name, answer: await commandError(runCommand(name)) })),
  );
  for (const { name, answer } of answers) {
    expect({ name, answer }).toEqual({
      name,
      answer: [code, expect.stringContaining('it is not offered by the embedded database')],
    });
    expect(answer[1]).toContain(name.replace(/^\$\$/, ''));
  }
});
