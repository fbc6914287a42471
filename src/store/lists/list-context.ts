import type { Model } from '../../model/model.js';
import type { Database } from '../connection/database.js';
import type { KindPlans } from '../documents/kind-plan.js';

export interface ListContext {
  database: Database;
  model: Model;
  plans: KindPlans;
}
