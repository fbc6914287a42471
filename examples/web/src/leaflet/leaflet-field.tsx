import { useId } from 'react';
import type { Field } from './draft';
import type { UserError } from './use-saving';

/** One field with what is wrong with it. */
export function LeafletField({
  field,
  lang,
  value,
  userErrors,
  onChange,
}: {
  field: Field;
  lang: string | undefined;
  value: string;
  userErrors: readonly UserError[];
  onChange(text: string): void;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>
        {field.label} {lang && `(${lang})`}
      </label>
      <textarea
        id={id}
        lang={lang}
        rows={field.isLocalised ? 3 : 1}
        value={value}
        aria-invalid={userErrors.length > 0}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-hint`}>
        {field.hint}
        {userErrors.map(({ message, tip }) => (
          <strong role="alert" key={message}>
            {message} {tip && `(${tip})`}
          </strong>
        ))}
      </p>
    </div>
  );
}
