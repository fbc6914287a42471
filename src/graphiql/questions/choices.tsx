import { useSetting } from '../common/setting.js';
import type { Choice } from '../../bench/open-question.js';

/** Codes that institutions of the Union write for those of ISO. */
const OTHER_CODES: Readonly<Record<string, string>> = { el: 'gr', uk: 'gb' };
/** Fewer letters are no beginning of a name. */
const FEWEST_LETTERS = 3;

/** The choice that a code or a name means; undefined where it is none. */
export function findChoice(choices: readonly Choice[], text: string): Choice | undefined {
  const wanted = text.toLowerCase();
  return (
    choices.find(({ value }) => readCode(value) === readCode(wanted)) ??
    choices.find(({ title }) => title.toLowerCase() === wanted)
  );
}

/** One code of those that mean the same. */
function readCode(text: string): string {
  const code = text.toLowerCase();
  return OTHER_CODES[code] ?? code;
}

/** The choice that somebody means who types: its code, its name, or the beginning of one. */
export function typedChoice(choices: readonly Choice[], text: string): Choice | undefined {
  const wanted = text.toLowerCase();
  const isBeginning = (title: string) => wanted.length >= FEWEST_LETTERS && title.toLowerCase().startsWith(wanted);
  return findChoice(choices, text) ?? choices.find(({ title }) => isBeginning(title));
}

/** Options for a list: choices under what they are, those without figures last. */
export function Options({ choices }: { choices: readonly Choice[] }) {
  const { words } = useSetting();
  const chooseGroup = ({ group, hasFigures }: Choice) => {
    if (hasFigures === false) return words.form.withoutFigures;
    return group ?? (hasFigures === true ? words.form.withFigures : null);
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
