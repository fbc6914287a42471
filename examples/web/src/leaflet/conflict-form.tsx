import type { Edits } from './draft';
import type { Conflict } from './use-saving';

/**
 * Somebody was quicker and changed the same fields: asks field by field whose text is to stay. What only one of the two
 * changed stays without a question.
 */
export function ConflictForm({
  conflict,
  edits,
  onResolved,
}: {
  conflict: Conflict;
  edits: Edits;
  onResolved(kept: Edits): Promise<void>;
}) {
  const fields = conflict.fields.map((field) => ({ ...field, path: field.path.join('.') }));
  return (
    <form
      action={(given) => {
        const theirs = new Set(fields.filter(({ path }) => given.get(path) === 'theirs').map(({ path }) => path));
        void onResolved(new Map([...edits].filter(([path]) => !theirs.has(path))));
      }}
    >
      <h1>Somebody saved revision {conflict.revision} meanwhile</h1>
      <p role="alert">Nothing of yours is saved yet. Choose whose text is to stay.</p>
      {fields.map(({ path, base, yours, theirs }) => (
        <fieldset key={path}>
          <legend>{path}</legend>
          <p>It was: {shown(base)}</p>
          <label>
            <input type="radio" name={path} value="theirs" required /> Theirs: <q>{shown(theirs)}</q>
          </label>
          <label>
            <input type="radio" name={path} value="yours" required /> Yours: <q>{shown(yours)}</q>
          </label>
        </fieldset>
      ))}
      <button>Save what I chose</button>
    </form>
  );
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : value == null ? 'nothing' : JSON.stringify(value);
}
