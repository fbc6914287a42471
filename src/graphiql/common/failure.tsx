import { useSetting } from './setting.js';

/** The message of an error: English from a server, localised without one. */
export function ErrorMessage({ error: { message } }: { error: Error }) {
  const { messages } = useSetting();
  return message === messages.site.failed ? <>{message}</> : <span lang="en">{message}</span>;
}

/** A loading error, with a button to retry. */
export function LoadingError({ error, again }: { error: Error; again: () => void }) {
  const { messages } = useSetting();
  return (
    <p role="alert" className="notice">
      <ErrorMessage error={error} />{' '}
      <button type="button" className="plain" onClick={again}>
        {messages.answer.tryAgain}
      </button>
    </p>
  );
}
