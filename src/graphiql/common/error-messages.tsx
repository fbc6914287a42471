import { useSettings } from './settings.js';

/** Error message. Messages of the server are English, others are localised. */
export function ErrorMessage({ error: { message } }: { error: Error }) {
  const { messages } = useSettings();
  return message === messages.site.failed ? <>{message}</> : <span lang="en">{message}</span>;
}

/** Loading error, with a button to retry. */
export function LoadingError({ error, reload }: { error: Error; reload: () => void }) {
  const { messages } = useSettings();
  return (
    <p role="alert" className="notice">
      <ErrorMessage error={error} />{' '}
      <button type="button" className="plain" onClick={reload}>
        {messages.answer.tryAgain}
      </button>
    </p>
  );
}
