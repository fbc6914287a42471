import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { AppError } from '../errors.js';

export const MAX_BODY_BYTES = 256 * 1024;
/** Maximum nesting depth of a JSON body, because it is processed recursively. */
const MAX_JSON_DEPTH = 60;

/** Restricts bodies to JSON in UTF-8. Rejects compressed bodies, because their decompressed size is not limited. */
export function restrictToJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const { 'content-encoding': encoding = 'identity', 'content-type': type = '' } = request.headers;
    const charset = /charset\s*=\s*"?([\w-]+)/i.exec(type)?.[1] ?? 'utf-8';
    if (encoding !== 'identity' || !/^utf-?8$/i.test(charset)) return done(bodyError(415));
    if (!isUtf8(body as Buffer)) return done(bodyError(400));
    const text = body.toString();
    if (maxNestingDepth(text) > MAX_JSON_DEPTH) {
      return done(new AppError('TOO_DEEP', `The body is nested deeper than ${MAX_JSON_DEPTH} levels.`));
    }
    return parse(request, text, done);
  });
}

/** Returns the maximum nesting depth of brackets outside strings. */
function maxNestingDepth(json: string): number {
  let depth = 0;
  let maxDepth = 0;
  let inString = false;
  for (let index = 0; index < json.length; index += 1) {
    const charCode = json.charCodeAt(index);
    if (inString) {
      if (charCode === 0x5c) index += 1;
      else if (charCode === 0x22) inString = false;
    } else if (charCode === 0x22) inString = true;
    else if (charCode === 0x7b || charCode === 0x5b) maxDepth = Math.max(maxDepth, (depth += 1));
    else if (charCode === 0x7d || charCode === 0x5d) depth -= 1;
  }
  return maxDepth;
}

function bodyError(statusCode: number): Error {
  return Object.assign(new Error('refused'), { statusCode });
}
