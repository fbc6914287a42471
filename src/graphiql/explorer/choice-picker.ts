import { foldText } from '../../model/fold-text.js';
import { createElement, UI_TEXTS, findView } from './dom-helpers.js';

const MAX_OPTIONS = 8;

/** Replaces a multiple select by a text field with suggestions, and shows each selected option as a chip. */
export function addChoicePicker(select: HTMLSelectElement, reload: () => Promise<void>): void {
  const field = select.closest('.field')!;
  const label = field.querySelector('label')!;
  const id = `${select.id}-add`;
  const input = createElement('input', {
    ...{ id, type: 'text', role: 'combobox', autocomplete: 'off', placeholder: `${UI_TEXTS.add}…` },
    ...{ 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': `${id}-list` },
  });
  const list = createElement('ul', {
    id: `${id}-list`,
    role: 'listbox',
    class: 'found',
    'aria-label': label.textContent!,
  });
  const isLine = findView().dataset['view'] === 'line';
  const chosenOptions = [...select.selectedOptions].filter(({ value }) => value !== '');
  const chips = chosenOptions.map((option, index) => {
    const remove = createElement('button', { type: 'button', 'aria-label': `${UI_TEXTS.remove} ${option.text}` }, '×');
    remove.addEventListener('click', () => {
      option.selected = false;
      input.focus();
      void reload();
    });
    return createElement(
      'li',
      isLine ? { class: `d${index + 1}` } : {},
      createElement('span', {}, option.text),
      remove,
    );
  });
  let active = -1;
  let matches: HTMLOptionElement[] = [];
  const showOptions = (options: HTMLOptionElement[], activeIndex: number) => {
    matches = options;
    active = Math.min(activeIndex, options.length - 1);
    list.replaceChildren(
      ...options.map((option, index) =>
        createElement(
          'li',
          { role: 'option', id: `${id}-${index}`, 'aria-selected': String(index === active) },
          option.text,
        ),
      ),
    );
    list.hidden = options.length === 0;
    input.setAttribute('aria-expanded', String(options.length > 0));
    if (active < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', `${id}-${active}`);
  };
  const pick = (option: HTMLOptionElement | undefined) => {
    if (!option) return;
    option.selected = true;
    showOptions([], -1);
    input.value = '';
    void reload();
  };
  input.addEventListener('input', () => showOptions(matchingOptions(select, input.value), 0));
  input.addEventListener('blur', () => showOptions([], -1));
  // The form must not reload when the field loses the focus.
  input.addEventListener('change', (event) => event.stopPropagation());
  input.addEventListener('keydown', (event) => {
    const { key } = event;
    if (key === 'ArrowDown')
      showOptions(matches.length > 0 ? matches : matchingOptions(select, input.value), active + 1);
    else if (key === 'ArrowUp') showOptions(matches, Math.max(0, active - 1));
    else if (key === 'Escape') showOptions([], -1);
    else if (key === 'Enter') pick(matches[active] ?? addTypedOption(select, input.value));
    else return;
    event.preventDefault();
  });
  // `pointerdown` is fired before the field loses the focus.
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    pick(matches[[...list.children].indexOf((event.target as Element).closest('li')!)]);
  });
  showOptions([], -1);
  select.hidden = true;
  for (const hint of field.querySelectorAll('p')) hint.hidden = true;
  label.htmlFor = id;
  select.after(input, list, ...(chips.length > 0 ? [createElement('ul', { class: 'chips chart' }, ...chips)] : []));
}

/** Returns up to `MAX_OPTIONS` unselected options with a word that begins with a text, or with the text as value. */
function matchingOptions({ options }: HTMLSelectElement, text: string): HTMLOptionElement[] {
  const wanted = foldText(text.trim());
  const isMatch = ({ text: name, value, selected }: HTMLOptionElement) =>
    value !== '' && !selected && (` ${foldText(name.trim())}`.includes(` ${wanted}`) || foldText(value) === wanted);
  return [...options].filter(isMatch).slice(0, MAX_OPTIONS);
}

/** Adds a text as an option. The server also accepts codes and names in other languages, and rejects other texts. */
function addTypedOption(select: HTMLSelectElement, text: string): HTMLOptionElement | undefined {
  if (text.trim() === '') return undefined;
  const option = new Option(text.trim(), text.trim());
  select.append(option);
  return option;
}
