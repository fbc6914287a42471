import { useSettings } from './settings.js';

/** Form for an editor's token, which drafts require. The token is lost when the page is closed. */
export function TokenForm({ onGiven }: { onGiven(authorization: string): void }) {
  const { messages } = useSettings();
  return (
    <form
      className="token-form"
      onSubmit={(event) => {
        event.preventDefault();
        const token = String(new FormData(event.currentTarget).get('token')).trim();
        if (token !== '') onGiven(`Bearer ${token}`);
      }}
    >
      <label>
        {messages.screen.token} <input name="token" type="password" autoComplete="off" required />
      </label>
      <button className="plain">{messages.screen.useToken}</button>
    </form>
  );
}
