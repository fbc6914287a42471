import { useSettings } from '../common/settings.js';
import { findChoice, Options } from './choices.js';
import type { FieldProps } from './field-props.js';
import { PeriodField } from './period-field.js';
import { ListField } from './list-field.js';

/** Form field of an input, with its label. */
export function InputField(props: FieldProps) {
  const { id, input } = props;
  const { messages } = useSettings();
  const isSeveral = input.isList && input.form !== 'JSON';
  return (
    <div className={`field ${isSeveral || input.form === 'JSON' ? 'wide' : ''} form-${input.form.toLowerCase()}`}>
      <label htmlFor={id}>
        {input.title}
        {input.isRequired && <span className="visually-hidden"> ({messages.form.required})</span>}
      </label>
      {isSeveral ? <ListField {...props} /> : <SingleField {...props} />}
    </div>
  );
}

function SingleField(props: FieldProps) {
  const { id, input, value, change } = props;
  const { messages } = useSettings();
  const text = value[0] ?? '';
  const plain = {
    id,
    value: text,
    'aria-required': input.isRequired,
    onChange: ({ target }: { target: { value: string } }) => change([target.value]),
  };
  const any = !input.isRequired && <option value="">{messages.form.any}</option>;
  switch (input.form) {
    case 'JSON':
      return <textarea {...plain} rows={4} spellCheck={false} />;
    case 'YES_NO':
      return (
        <select {...plain}>
          {any}
          <option value="true">{messages.form.yes}</option>
          <option value="false">{messages.form.no}</option>
        </select>
      );
    case 'NUMBER':
      return <input {...plain} type="number" inputMode="numeric" />;
    case 'MOMENT':
      return <input {...plain} value={text.slice(0, 10)} type="date" />;
    case 'PERIOD':
      return <PeriodField {...props} />;
    default: {
      if (input.choices.length === 0) return <input {...plain} type="text" />;
      const chosen = findChoice(input.choices, text);
      return (
        <select {...plain} value={chosen?.value ?? text}>
          {any}
          <Options choices={input.choices} />
          {text !== '' && !chosen && <option value={text}>{text}</option>}
        </select>
      );
    }
  }
}
