import type { FormEvent, ReactNode } from 'react';
import { useId, useState } from 'react';
import { useSetting } from '../common/setting.js';
import { InputField } from './input-field.js';
import type { Input, Values } from './question.js';
import type { FieldValue } from './values.js';
import { fieldOf, given, valueOf } from './values.js';

/** A form for what a question asks for; what it gives back are the values of the variables. */
export function QuestionForm({
  inputs,
  values,
  onShow,
  onChange,
  children,
}: {
  inputs: readonly Input[];
  values: Values;
  onShow: (values: Values) => void;
  /** Called when a value was chosen that other choices may depend on. */
  onChange?: (values: Values) => void;
  children?: ReactNode;
}) {
  const { words } = useSetting();
  const id = useId();
  const asked = inputs.filter(({ form }) => form !== 'CURSOR');
  const [fields, setFields] = useState<ReadonlyMap<string, FieldValue>>(
    () => new Map(asked.map((input) => [input.name, fieldOf(values[input.name], input)])),
  );
  const [wrong, setWrong] = useState<string | null>(null);

  const read = (from: ReadonlyMap<string, FieldValue>): Values =>
    given(
      Object.fromEntries(
        inputs.map((input) => {
          const field = from.get(input.name);
          return [input.name, field ? valueOf(field, input) : values[input.name]];
        }),
      ),
    );
  const change = (input: Input) => (value: FieldValue) => {
    const next = new Map(fields).set(input.name, value);
    setFields(next);
    if (input.form === 'ENTRY') onChange?.(read(next));
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const missing = asked.find(
      (input) => input.isRequired && !(fields.get(input.name) ?? []).some((text) => text !== ''),
    );
    if (missing) return setWrong(words.form.wrong.missing(missing.title));
    try {
      const next = read(fields);
      setWrong(null);
      onShow(next);
    } catch {
      setWrong(words.form.wrong.json(asked.find(({ form }) => form === 'JSON')?.title ?? ''));
    }
  };

  return (
    <form className="question-form" onSubmit={onSubmit} aria-label={words.form.form} noValidate>
      {asked.length > 0 && (
        <div className="fields">
          {asked.map((input) => (
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
          {words.form.show}
        </button>
        {children}
      </div>
    </form>
  );
}
