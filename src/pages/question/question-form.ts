import { AS_OF, EDITIONS } from '../../saved-queries/pin-as-of.js';
import { CHOICE_DEFAULTS, type InputChoice, type LoadedInput } from '../../saved-queries/loaded-question.js';
import type { Localisation } from '../../saved-queries/display-cell.js';
import { formatFieldValue } from '../../saved-queries/variable-values.js';
import { type Html, html } from '../../html/html.js';
import { localisedPartsHtml } from '../../html/page-writer.js';
import { localisedPagePath, type PageAddress, renderLangAttribute } from '../../html/page-shell.js';
import { inputLabelParts } from '../../i18n/column-labels.js';
import type { AnswerRequest, QuestionLinks } from './question-links.js';

/** Maximum number of form fields. If there are more, empty optional fields are collapsed. */
const MAX_FIELDS = 6;
/** Minimum and maximum number of visible rows of a multi-select. */
const VISIBLE_ROWS = { min: 5, max: 9 };

/** Renders the form of a question with its values; null if the question has no inputs. */
export function questionForm(
  { question, values, asOf, editions }: AnswerRequest,
  links: QuestionLinks,
  { localisation, address }: { localisation: Localisation; address: PageAddress },
): Html | null {
  const { form } = localisation.messages;
  const inputs = question.inputs.filter((input) => input.form !== 'CURSOR' && !input.isHidden);
  if (inputs.length === 0) return null;
  const fieldValue = (input: LoadedInput) => formatFieldValue((question.state ?? values)[input.name], input);
  const isCollapsed = (input: LoadedInput) => !input.isRequired && fieldValue(input).length === 0;
  const hiddenInputs = question.inputs.filter((input) => input.isHidden && fieldValue(input).length > 0);
  const collapsedInputs = inputs.length > MAX_FIELDS && question.path === undefined ? inputs.filter(isCollapsed) : [];
  const renderField = (input: LoadedInput) => questionField(input, fieldValue(input), localisation);
  const hasAsOfInput = inputs.some(({ name }) => name === AS_OF);
  return html`<form class="ask" action="${localisedPagePath(address, links.path)}" aria-labelledby="form">
    <h2 id="form">${form.form}</h2>
    <div class="fields">${inputs.filter((input) => !collapsedInputs.includes(input)).map(renderField)}</div>
    ${
      collapsedInputs.length > 0 &&
      html`<details>
        <summary>${form.more}</summary>
        <div class="fields">${collapsedInputs.map(renderField)}</div>
      </details>`
    }
    ${hiddenInputs.map((input) => html`<input type="hidden" name="${input.name}" value="${fieldValue(input).join(',')}" />`)}
    ${asOf !== null && !hasAsOfInput && html`<input type="hidden" name="${AS_OF}" value="${asOf}" />`}
    ${editions !== null && html`<input type="hidden" name="${EDITIONS}" value="${editions}" />`}
    <div class="acts">
      <button class="btn">${form.show}</button> <a href="${links.latest(question.defaults)}">${form.reset}</a>
    </div>
  </form> `;
}

function questionField(input: LoadedInput, value: readonly string[], localisation: Localisation): Html {
  const { form } = localisation.messages;
  const id = `f-${input.name}`;
  const hint = inputHint(input, localisation);
  const descriptionAttribute = hint === null ? null : html` aria-describedby="${id}-hint"`;
  const { title, titleLang } = input;
  const labelParts =
    titleLang === undefined ? inputLabelParts(localisation.messages, input) : [{ text: title, lang: titleLang }];
  return html`<div class="field${input.isList && input.choices.length > 0 ? ' wide' : ''}">
    <label for="${id}"
      >${localisedPartsHtml(labelParts)}${input.isRequired && html` <span class="vh">(${form.required})</span>`}</label
    >
    ${inputControl(input, value, { id, described: descriptionAttribute, localisation })}
    ${hint !== null && html`<p id="${id}-hint">${hint}</p>`}
  </div> `;
}

function inputHint({ form, isList, choices, covers }: LoadedInput, { messages, format }: Localisation): string | null {
  if (form === 'JSON') return messages.form.jsonHint;
  if (form === 'PERIOD' && covers?.from && covers.to) {
    return messages.form.covers({ from: format.period(covers.from), to: format.period(covers.to) });
  }
  return isList && choices.length > 0 ? messages.form.several : null;
}

interface ControlOptions {
  id: string;
  described: Html | null;
  localisation: Localisation;
}

function inputControl(
  input: LoadedInput,
  value: readonly string[],
  { id, described, localisation }: ControlOptions,
): Html {
  const { name, form, isRequired, isList } = input;
  const [first = ''] = value;
  const nameAttributes = html`id="${id}" name="${name}"${described}`;
  const required = isRequired && html` required`;
  if (form === 'YES_NO') {
    const { yes, no, any } = localisation.messages.form;
    const options = [...(isRequired ? [] : [['', any] as const]), ['true', yes] as const, ['false', no] as const];
    return html`<select ${nameAttributes}>
      ${options.map(([choice, title]) => optionHtml(choice, title, { isChosen: choice === first }))}
    </select>`;
  }
  if (input.choices.length > 0) return choiceSelect(input, value, { id, described, localisation });
  if (form === 'JSON') return html`<textarea ${nameAttributes} rows="3" spellcheck="false">${first}</textarea>`;
  if (form === 'MOMENT') return html`<input ${nameAttributes} type="date" value="${first.slice(0, 10)}" ${required} />`;
  if (form === 'NUMBER') return html`<input ${nameAttributes} type="number" step="any" value="${first}" ${required} />`;
  const mode = form === 'PERIOD' ? html` inputmode="numeric" autocomplete="off"` : html` autocomplete="off"`;
  const text = isList ? value.join(',') : first;
  return html`<input ${nameAttributes} type="text" maxlength="200" value="${text}" ${mode}${required} />`;
}

/** Renders a select with groups. A multi-select lists selected choices first. Choices without figures are disabled. */
function choiceSelect(
  input: LoadedInput,
  value: readonly string[],
  { id, described, localisation }: ControlOptions,
): Html {
  const { name, isList, isRequired, choices, emptyChoice } = input;
  const { any, chosen } = localisation.messages.form;
  const knownChoices = value.map(
    (text): InputChoice =>
      choices.find((one) => one.value === text) ?? { ...CHOICE_DEFAULTS, value: text, title: text },
  );
  const isListedFirst = (choice: InputChoice) => isList && knownChoices.includes(choice);
  const optionFor = (choice: InputChoice) => {
    const isChosen = knownChoices.includes(choice);
    return optionHtml(choice.value, choice.title, {
      isChosen,
      isOff: choice.hasFigures === false && !isChosen,
      lang: choice.fellBackTo,
    });
  };
  const grouped = [...knownChoices.filter((choice) => !isList && !choices.includes(choice)), ...choices];
  const groups = [...new Set(grouped.map(({ group }) => group))];
  const options = groups.map((group) => {
    const groupOptions = grouped.filter((choice) => choice.group === group && !isListedFirst(choice)).map(optionFor);
    if (group === null || groupOptions.length === 0) return groupOptions;
    const isMessage = Object.values(localisation.messages.form.lists).includes(group);
    const lang = isMessage ? null : langOfDimension(grouped.filter((choice) => choice.group === group));
    return html`<optgroup label="${group}" ${renderLangAttribute(lang)}>${groupOptions}</optgroup>`;
  });
  const selectedGroup =
    isList && knownChoices.length > 0 && html`<optgroup label="${chosen}">${knownChoices.map(optionFor)}</optgroup>`;
  const size = Math.min(VISIBLE_ROWS.max, Math.max(VISIBLE_ROWS.min, knownChoices.length + 3));
  const multiple = isList && html` multiple size="${size}"`;
  return html`<select id="${id}" name="${name}" ${described}${multiple}>
    ${!isRequired && optionHtml('', emptyChoice?.title ?? any, { isChosen: value.length === 0, lang: emptyChoice?.fellBackTo ?? null })}${selectedGroup}${options}
  </select>`;
}

/** Returns the language of a dimension's name, which is that of the titles of its codes. Null if these differ. */
function langOfDimension(choices: readonly InputChoice[]): string | null {
  const [lang = null, ...others] = [...new Set(choices.map(({ fellBackTo }) => fellBackTo))];
  return others.length === 0 ? lang : null;
}

/** Renders a choice of a select. */
export function optionHtml(
  value: string,
  title: string,
  { isChosen, isOff = false, lang = null }: { isChosen: boolean; isOff?: boolean; lang?: string | null },
): Html {
  const marks = html`${isChosen && html` selected`}${isOff && html` disabled`}${renderLangAttribute(lang)}`;
  return html`<option value="${value}" ${marks}>${title}</option>`;
}
