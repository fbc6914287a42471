import { useState } from 'react';
import { useAddress } from '../address';
import { ConflictForm } from './conflict-form';
import { type Draft, edited, type Edits, FIELDS, pathOf, textAt } from './draft';
import { LeafletField } from './leaflet-field';
import { type UserError, useSaving } from './use-saving';

/** The form of one leaflet; texts are edited in the language of the address. */
export function LeafletForm({ slug, read }: { slug: string; read: Draft }) {
  const { locale } = useAddress();
  // Not followed in the cache: edits belong to the revision from which they were made. Sent with a newer one, they
  // would undo what a colleague wrote and this person never saw.
  const [from, setFrom] = useState(read);
  const [edits, setEdits] = useState<Edits>(new Map());
  const { save, outcome, isSaving } = useSaving(slug);

  async function saveFrom(draft: Draft, kept: Edits, publish: boolean) {
    setFrom(draft);
    setEdits(kept);
    const reached = await save(draft, kept, publish);
    if (reached.is !== 'saved') return;
    setFrom(reached.draft);
    setEdits(new Map());
  }

  if (outcome?.is === 'conflict' && outcome.conflict.record !== null) {
    const { conflict, publish } = outcome;
    return (
      <ConflictForm
        key={conflict.revision}
        conflict={conflict}
        edits={edits}
        onResolved={(kept) => saveFrom(conflict, kept, publish)}
      />
    );
  }
  const paths = FIELDS.map((field) => pathOf(field, locale));
  const userErrors = outcome?.is === 'refused' ? outcome.userErrors : [];
  const elsewhere = userErrors.filter((error) => !paths.some((path) => isAt(error, path)));
  return (
    <form
      action={(given) => {
        void saveFrom(from, edits, given.get('publish') !== null);
      }}
    >
      <title>{textAt(from.record, `title.${locale}`)}</title>
      <h1>{slug}</h1>
      {FIELDS.map((field, index) => {
        const path = paths[index]!;
        return (
          <LeafletField
            key={path}
            field={field}
            lang={field.isLocalised ? locale : undefined}
            value={edits.get(path) ?? textAt(from.record, path)}
            userErrors={userErrors.filter((error) => isAt(error, path))}
            onChange={(text) => setEdits(edited(edits, from, path, text))}
          />
        );
      })}
      {elsewhere.map(({ path, message, tip }) => (
        <p role="alert" key={`${path.join('.')} ${message}`}>
          {path.join('.')}: {message} {tip && `(${tip})`}
        </p>
      ))}
      {outcome?.is === 'failed' && <p role="alert">{outcome.message}</p>}
      {outcome?.is === 'conflict' && <p role="alert">Somebody withdrew this leaflet meanwhile.</p>}
      <button disabled={isSaving || edits.size === 0}>Save draft</button>
      <button disabled={isSaving} name="publish">
        Publish
      </button>
      <p role="status">{outcome?.is === 'saved' && edits.size === 0 && `Saved as revision ${from.revision}.`}</p>
    </form>
  );
}

/** Whether an error is about the field at a path: about itself, what holds it, or what it holds. */
function isAt({ path }: UserError, field: string): boolean {
  const error = path.join('.');
  return error !== '' && (`${field}.`.startsWith(`${error}.`) || `${error}.`.startsWith(`${field}.`));
}
