import { loadModel } from '../../src/model/load.js';

/** The model of `schema/`. Jest loads this file once in a worker, so that what is made of the model is made once too. */
export const schemaModel = loadModel('schema');
