import { pick, useGraphiQL } from '@graphiql/react';
import { type FormEvent, useState } from 'react';
import { useSettings } from '../../common/settings.js';
import { deriveSlug } from '../../common/derive-slug.js';
import type { EditorQuestion } from '../../questions/fetch-question.js';
import { findOperation } from '../find-operation.js';
import { FormField } from './form-field.js';
import { saveQuestion, type UserError } from './save-question.js';

type Outcome = { is: 'SAVED' | 'FAILED'; text: string } | { is: 'WRONG'; userErrors: readonly UserError[] };

/** Fields that show their own errors. Other errors are shown above the button. */
const FIELDS = ['slug', 'title', 'summary', 'task', 'role'];

/** Form that saves the current query as a new question, or as the next revision of the open one. */
export function SaveForm({ opened, close }: { opened: EditorQuestion | null; close(): void }) {
  const { tabs, activeTabIndex } = useGraphiQL(pick('tabs', 'activeTabIndex'));
  const { query, variables } = tabs[activeTabIndex]!;
  const [document, name] = [query ?? '', findOperation(query ?? '')?.name?.value];
  const question = opened && name === findOperation(opened.document)?.name?.value ? opened : null;
  return <SaveFields key={question?.slug} {...{ question, document, close }} variables={variables ?? ''} />;
}

interface Props {
  question: EditorQuestion | null;
  document: string;
  variables: string;
  close(): void;
}

function SaveFields({ question, document, variables, close }: Props) {
  const settings = useSettings();
  const { question: labels, screen } = settings.messages;
  const { saving } = screen;
  const [title, setTitle] = useState(question?.title ?? '');
  const [slug, setSlug] = useState(question?.slug ?? '');
  const [revision, setRevision] = useState(question?.revision ?? 0);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const save = async (formData: FormData): Promise<Outcome> => {
    const text = (name: string) => String(formData.get(name) ?? '');
    const [role, publish] = [text('role'), formData.has('publish')];
    // With another slug than the open question, the form saves a new question.
    const baseRevision = slug === question?.slug ? revision : 0;
    const values = { slug, title, summary: text('summary'), task: text('task'), role, publish };
    const draft = { ...values, document, variables };
    const { revision: next, obstacle, userErrors } = await saveQuestion(draft, baseRevision, settings);
    if (userErrors.length > 0) return { is: 'WRONG', userErrors };
    if (obstacle) return { is: 'FAILED', text: baseRevision === 0 ? saving.taken : saving.changed };
    if (slug === question?.slug && next !== null) setRevision(next);
    return { is: 'SAVED', text: publish ? saving.published : saving.saved };
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    save(new FormData(event.currentTarget)).then(setOutcome, ({ message }: Error) =>
      setOutcome({ is: 'FAILED', text: message }),
    );
  };

  const errors = outcome?.is === 'WRONG' ? outcome.userErrors : [];
  const otherErrors = errors.filter(({ path }) => !FIELDS.includes(path[0] ?? ''));
  return (
    <form className="question-form save-form" aria-label={saving.heading} onSubmit={onSubmit} noValidate>
      <h2>{saving.heading}</h2>
      <FormField name="title" label={saving.title} errors={errors}>
        {(props) => (
          <input
            {...props}
            value={title}
            onChange={({ target }) => {
              setTitle(target.value);
              // The slug of a new question follows the title, unless the user has edited the slug.
              if (!question && slug === deriveSlug(title)) setSlug(deriveSlug(target.value));
            }}
          />
        )}
      </FormField>
      <FormField name="slug" label={saving.slug} errors={errors}>
        {(props) => <input {...props} value={slug} onChange={({ target }) => setSlug(target.value)} />}
      </FormField>
      <FormField name="summary" label={saving.summary} errors={errors}>
        {(props) => <textarea {...props} rows={3} defaultValue={question?.summary ?? ''} />}
      </FormField>
      <FormField name="task" label={saving.task} errors={errors}>
        {(props) => <input {...props} defaultValue={question?.task ?? ''} />}
      </FormField>
      <FormField name="role" label={saving.role} errors={errors}>
        {(props) => (
          <select {...props} defaultValue={question?.role}>
            {Object.entries(labels.roles).map(([role, name]) => (
              <option key={role} value={role}>
                {name}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <label className="tick">
        <input type="checkbox" name="publish" /> {saving.publish}
      </label>
      {otherErrors.map(({ path, message }) => (
        <p key={`${path.join('.')} ${message}`} role="alert" className="notice">
          {path.join('.')}: <span lang="en">{message}</span>
        </p>
      ))}
      {outcome?.is === 'FAILED' && (
        <p role="alert" className="notice">
          {outcome.text}
        </p>
      )}
      <p role="status">{outcome?.is === 'SAVED' ? outcome.text : outcome?.is === 'WRONG' && saving.notSaved}</p>
      <div className="buttons">
        <button className="primary">{saving.save}</button>
        <button type="button" className="plain" onClick={close}>
          {saving.back}
        </button>
      </div>
    </form>
  );
}
