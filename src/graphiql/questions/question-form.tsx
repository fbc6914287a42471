import type { FormEvent, ReactNode } from 'react';
import { useId, useState } from 'react';
import type { OpenInput } from '../../saved-queries/open-question.js';
import type { FieldValue, Values } from '../../saved-queries/values.js';
import { formatFieldValue, withoutNullValues, parseFieldValue, InvalidTextError } from '../../saved-queries/values.js';
import type { LocaleMessages } from '../../i18n/locale-messages.js';
import { useSettings } from '../common/settings.js';
import { InputField } from './input-field.js';

/** Form of a question. Submitting it passes the values of the variables to `onShow`. */
export function QuestionForm({
  inputs,
  values,
  onShow,
  onChange,
  children,
}: {
  inputs: readonly OpenInput[];
  values: Values;
  onShow: (values: Values) => void;
  /** Called after a change that can affect the choices of other inputs. */
  onChange?: (values: Values) => void;
  children?: ReactNode;
}) {
  const { messages } = useSettings();
  const id = useId();
  const visible = inputs.filter(({ form }) => form !== 'CURSOR');
  const [fields, setFields] = useState(() => fillFields(visible, values));
  // Values can also change from outside, for example by the back button.
  const [shown, setShown] = useState(values);
  if (shown !== values) {
    setShown(values);
    setFields(fillFields(visible, values));
  }
  const [wrong, setWrong] = useState<string | null>(null);

  const change = (input: OpenInput) => (value: FieldValue) => {
    const next = new Map(fields).set(input.name, value);
    setFields(next);
    const read = readFields(inputs, next, values, messages);
    if (input.form === 'ENTRY' && typeof read !== 'string') onChange?.(read);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const read = readFields(inputs, fields, values, messages);
    setWrong(typeof read === 'string' ? read : null);
    if (typeof read !== 'string') onShow(read);
  };

  return (
    <form className="question-form" onSubmit={onSubmit} aria-label={messages.form.form} noValidate>
      {visible.length > 0 && (
        <div className="fields">
          {visible.map((input) => (
            <InputField
              key={input.name}
              id={`${id}-${input.name}`}
              input={input}
              value={fields.get(input.name) ?? []}
              change={change(input)}
            />
          ))}
        </div>
      )}
      {wrong !== null && (
        <p role="alert" className="notice">
          {wrong}
        </p>
      )}
      <div className="buttons">
        <button type="submit" className="primary">
          {messages.form.show}
        </button>
        {children}
      </div>
    </form>
  );
}

function fillFields(inputs: readonly OpenInput[], values: Values): ReadonlyMap<string, FieldValue> {
  return new Map(inputs.map((input) => [input.name, formatFieldValue(values[input.name], input)]));
}

/** Parses the fields. Returns the values, or an error message. Inputs without a field keep their value. */
function readFields(
  inputs: readonly OpenInput[],
  fields: ReadonlyMap<string, FieldValue>,
  values: Values,
  { form: { wrong } }: LocaleMessages,
): Values | string {
  const read: Record<string, unknown> = {};
  for (const input of inputs) {
    const field = fields.get(input.name);
    const { name, title } = input;
    try {
      read[name] = field ? parseFieldValue(field, input) : values[name];
    } catch (error) {
      if (!(error instanceof InvalidTextError)) throw error;
      if (error.reason === 'JSON') return wrong.json({ name: title });
      return error.reason === 'NUMBER'
        ? wrong.number({ name: title, given: error.givenText })
        : wrong.choice({ name: title, given: error.givenText });
    }
    if (field && input.isRequired && read[name] === null) return wrong.missing({ name: title });
  }
  return withoutNullValues(read);
}
