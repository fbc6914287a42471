import { loadModel } from '../../src/model/load-model.js';

/** The model of `schema/`. Jest loads this file once per worker, so that values memoised by model are computed once. */
export const schemaModel = loadModel('schema');
