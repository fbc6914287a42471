import { useSetting } from './setting.js';

/** Asks for the token of an editor, which drafts are not shown without; it is kept until the page is left. */
export function TokenForm({ onGiven }: { onGiven(authorization: string): void }) {
  const { words } = useSetting();
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
        {words.screen.token} <input name="token" type="password" autoComplete="off" required />
      </label>
      <button className="plain">{words.screen.useToken}</button>
    </form>
  );
}
