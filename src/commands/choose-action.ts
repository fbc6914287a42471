import { AppError } from '../errors.js';
import { nearest } from '../model/nearest.js';

/** The action of a command that does several things. @throws AppError USAGE where it is none, with the nearest */
export function chooseAction<Action extends string>(word: string, actions: readonly Action[]): Action {
  const chosen = actions.find((known) => known === word);
  if (chosen) return chosen;
  const near = nearest(word, actions);
  const tip = near ? `; did you mean ${near}?` : '.';
  throw new AppError('USAGE', `"${word}" is none of ${actions.join(', ')}${tip}`);
}
