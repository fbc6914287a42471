import { AppError } from '../errors.js';
import { withMeant } from '../model/nearest.js';

/** The action of a command that does several things. @throws AppError USAGE where it is none, with the nearest */
export function chooseAction<Action extends string>(word: string, actions: readonly Action[]): Action {
  const chosen = actions.find((known) => known === word);
  if (chosen) return chosen;
  throw new AppError('USAGE', withMeant(`"${word}" is none of ${actions.join(', ')}`, word, actions));
}
