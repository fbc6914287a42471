import { useSetting } from './setting.js';

/** Error message. Messages of the server are English, others are localised. */
export function ErrorMessage({ error: { message } }: { error: Error }) {
  const { messages } = useSetting();
  return message === messages.site.failed ? <>{message}</> : <span lang="en">{message}</span>;
}

/** Loading error, with a button to retry. */
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
