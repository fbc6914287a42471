import { useSettings } from '../common/settings.js';
import type { Choice } from '../../saved-queries/open-question.js';

/** ISO 3166 codes by differing EU code. */
const ISO_CODES: Readonly<Record<string, string>> = { el: 'gr', uk: 'gb' };
const MIN_PREFIX_LENGTH = 3;

/** Finds the choice with a code or title. */
export function findChoice(choices: readonly Choice[], text: string): Choice | undefined {
  const requested = text.toLowerCase();
  return (
    choices.find(({ value }) => readCode(value) === readCode(requested)) ??
    choices.find(({ title }) => title.toLowerCase() === requested)
  );
}

function readCode(text: string): string {
  const code = text.toLowerCase();
  return ISO_CODES[code] ?? code;
}

/** Finds the choice that a text names: a code, a title, or the start of a title. */
export function matchChoice(choices: readonly Choice[], text: string): Choice | undefined {
  const requested = text.toLowerCase();
  const isBeginning = (title: string) =>
    requested.length >= MIN_PREFIX_LENGTH && title.toLowerCase().startsWith(requested);
  return findChoice(choices, text) ?? choices.find(({ title }) => isBeginning(title));
}

/** Options of a select, in groups. Choices without figures are last. */
export function Options({ choices }: { choices: readonly Choice[] }) {
  const { messages } = useSettings();
  const chooseGroup = ({ group, hasFigures }: Choice) => {
    if (hasFigures === false) return messages.form.withoutFigures;
    return group ?? (hasFigures === true ? messages.form.withFigures : null);
  };
  const groups = [...new Set(choices.map(chooseGroup))];
  return groups.map((name) => {
    const options = choices
      .filter((choice) => chooseGroup(choice) === name)
      .map(({ value, title }) => (
        <option key={value} value={value}>
          {title}
        </option>
      ));
    if (name === null) return options;
    return (
      <optgroup key={name} label={name}>
        {options}
      </optgroup>
    );
  });
}
