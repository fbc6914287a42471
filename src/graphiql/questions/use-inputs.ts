import { useCallback, useState } from 'react';
import type { Values } from '../../saved-queries/values.js';
import type { OpenQuestion } from '../../saved-queries/open-question.js';
import { useSettings } from '../common/settings.js';
import { fetchQuestion } from './question.js';

/** Returns the inputs of a question, and a function that reloads them, because choices can depend on values. */
export function useInputs(question: OpenQuestion): [OpenQuestion['inputs'], (values: Values) => void] {
  const settings = useSettings();
  const [inputs, setInputs] = useState(question.inputs);
  const reload = useCallback(
    (values: Values) => {
      fetchQuestion(question.slug, values, settings).then(
        (found) => found && setInputs(found.inputs),
        () => {},
      );
    },
    [question, settings],
  );
  return [inputs, reload];
}
