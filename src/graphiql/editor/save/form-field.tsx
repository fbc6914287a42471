import { type ReactNode, useId } from 'react';
import type { UserError } from './save-question.js';

/** Form field with its label and errors. */
export function FormField({
  name,
  label,
  errors,
  children,
}: {
  name: string;
  label: string;
  errors: readonly UserError[];
  children: (props: { id: string; name: string; 'aria-invalid': boolean; 'aria-describedby': string }) => ReactNode;
}) {
  const id = useId();
  const fieldErrors = errors.filter(({ path }) => path[0] === name);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, name, 'aria-invalid': fieldErrors.length > 0, 'aria-describedby': `${id}-wrong` })}
      <p id={`${id}-wrong`} className="wrong" lang="en">
        {fieldErrors.map(({ message, tip }) => (tip === null ? message : `${message} (${tip})`)).join(' ')}
      </p>
    </div>
  );
}
