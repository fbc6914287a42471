/** Asks for the token of an editor. */
export function SignIn({ onToken }: { onToken(token: string): void }) {
  return (
    <form
      action={(given) => {
        onToken(String(given.get('token')).trim());
      }}
    >
      <title>Sign in</title>
      <label>
        Editor’s token
        <input name="token" type="password" autoComplete="off" required />
      </label>
      <button>Open</button>
    </form>
  );
}
