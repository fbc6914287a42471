import type { ChangeEvent, KeyboardEvent } from 'react';
import { useState } from 'react';
import { useSettings } from '../common/settings.js';
import { findChoice, matchChoice } from './choices.js';
import type { FieldProps } from './field-props.js';

/** Field for a list: its values with buttons that remove them, and an input that adds one. */
export function ListField({ id, input, value, change }: FieldProps) {
  const { messages } = useSettings();
  const [typed, setTyped] = useState('');
  const findTitle = (text: string) => findChoice(input.choices, text)?.title ?? text;
  const chosen = new Set(value.map((text) => findChoice(input.choices, text)?.value ?? text));
  const left = input.choices.filter((choice) => !chosen.has(choice.value));

  const add = (text: string) => {
    const requested = text.trim();
    if (requested === '') return;
    const found = matchChoice(input.choices, requested)?.value ?? requested;
    if (!chosen.has(found)) change([...value, found]);
    setTyped('');
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter' && typed.trim() !== '') {
      event.preventDefault();
      add(typed);
    } else if (event.key === 'Backspace' && typed === '') change(value.slice(0, -1));
  };
  const onChange = ({ target, nativeEvent }: ChangeEvent<HTMLInputElement>) => {
    // A selected suggestion arrives as a whole, and is added at once.
    const { inputType } = nativeEvent as Partial<InputEvent>;
    const isTaken = inputType === undefined || inputType === 'insertReplacementText';
    if (isTaken && left.some(({ title }) => title === target.value)) add(target.value);
    else setTyped(target.value);
  };

  return (
    <div className="several">
      <ul className="chips" aria-label={input.title}>
        {value.map((text) => (
          <li key={text}>
            <button
              type="button"
              aria-label={messages.form.remove({ name: findTitle(text) })}
              onClick={() => change(value.filter((item) => item !== text))}
            >
              {findTitle(text)} <span aria-hidden="true">×</span>
            </button>
          </li>
        ))}
      </ul>
      <input
        id={id}
        type="text"
        list={`${id}-list`}
        autoComplete="off"
        placeholder={messages.form.add}
        value={typed}
        onKeyDown={onKeyDown}
        onBlur={() => add(typed)}
        onChange={onChange}
      />
      <datalist id={`${id}-list`}>
        {left.map(({ value: text, title }) => (
          <option key={text} value={title} />
        ))}
      </datalist>
    </div>
  );
}
