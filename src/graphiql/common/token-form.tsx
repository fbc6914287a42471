import { useSetting } from './setting.js';

/** Asks for an editor's token, for drafts. It is lost when the page is left. */
export function TokenForm({ onGiven }: { onGiven(authorization: string): void }) {
  const { messages } = useSetting();
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
