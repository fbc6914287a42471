import { useSetting } from './setting.js';

/** The message of an error: English from a server, localised without one. */
export function ErrorMessage({ error: { message } }: { error: Error }) {
  const { words } = useSetting();
  return message === words.site.failed ? <>{message}</> : <span lang="en">{message}</span>;
}

/** A loading error, with a button to retry. */
export function LoadingError({ error, again }: { error: Error; again: () => void }) {
  const { words } = useSetting();
  return (
    <p role="alert" className="notice">
      <ErrorMessage error={error} />{' '}
      <button type="button" className="plain" onClick={again}>
        {words.answer.tryAgain}
      </button>
    </p>
  );
}
