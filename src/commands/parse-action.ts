import { AppError } from '../errors.js';
import { withSuggestion } from '../model/closest-match.js';

/** Parses the action of a command, such as `create` of `token create`. @throws AppError USAGE for an unknown action */
export function parseAction<Action extends string>(word: string, actions: readonly Action[]): Action {
  const chosen = actions.find((known) => known === word);
  if (chosen) return chosen;
  throw new AppError('USAGE', withSuggestion(`"${word}" is not one of ${actions.join(', ')}`, word, actions));
}
