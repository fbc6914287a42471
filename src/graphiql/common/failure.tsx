import { useSetting } from './setting.js';

/** Why something could not be loaded, with a button to try again. */
export function Failure({ error, again }: { error: Error; again: () => void }) {
  const { words } = useSetting();
  return (
    <p role="alert" className="notice">
      {error.message}{' '}
      <button type="button" className="plain" onClick={again}>
        {words.answer.tryAgain}
      </button>
    </p>
  );
}
