import { useSetting } from './setting.js';

/** What an error says: a server speaks English, and where none could be reached, the page speaks. */
export function Reason({ error: { message } }: { error: Error }) {
  const { words } = useSetting();
  return message === words.site.failed ? <>{message}</> : <span lang="en">{message}</span>;
}

/** Why something could not be loaded, with a button to try again. */
export function Failure({ error, again }: { error: Error; again: () => void }) {
  const { words } = useSetting();
  return (
    <p role="alert" className="notice">
      <Reason error={error} />{' '}
      <button type="button" className="plain" onClick={again}>
        {words.answer.tryAgain}
      </button>
    </p>
  );
}
