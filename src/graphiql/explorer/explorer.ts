import { addDownloadButtons } from './download-buttons.js';
import { addTooltip, hideTooltip } from './value-tooltip.js';
import { addPeriodSlider } from './period-slider.js';
import { addChoicePicker } from './choice-picker.js';
import { announce, UI_TEXTS, findView } from './dom-helpers.js';

/** Number of the last request. Responses to earlier ones are ignored. */
let lastRequestNumber = 0;

/**
 * Loads the parts of the page that depend on its URL, and replaces the displayed parts.
 *
 * @param pageUrl the new URL of the page; default: its shortest URL, which the response contains
 */
async function load(url: URL, pageUrl?: URL): Promise<void> {
  // The span and the number of areas in the heading depend on the edition.
  if (url.searchParams.get('edition') !== new URL(location.href).searchParams.get('edition'))
    return location.assign(url);
  lastRequestNumber += 1;
  const requestNumber = lastRequestNumber;
  const partUrl = new URL(url);
  partUrl.hash = '';
  partUrl.searchParams.set('for', 'part');
  findView().setAttribute('aria-busy', 'true');
  try {
    const response = await fetch(partUrl);
    const text = await response.text();
    if (requestNumber !== lastRequestNumber) return;
    // The complete page of this URL contains an explanation of the error.
    if (!response.ok) return location.assign(url);
    replaceView(text, pageUrl);
  } catch {
    if (requestNumber === lastRequestNumber) announce(UI_TEXTS.failed);
  } finally {
    findView().removeAttribute('aria-busy');
  }
}

function replaceView(text: string, pageUrl: URL | undefined): void {
  const oldView = findView();
  const part = new DOMParser().parseFromString(text, 'text/html');
  const newView = part.getElementById('view');
  if (!newView) throw new Error('The response has no view.');
  const focusedElement = document.activeElement;
  const isInside = oldView.contains(focusedElement);
  const isTab = focusedElement?.closest('.tabs') != null;
  const openDetails = new Set([...oldView.querySelectorAll('details[open] > summary')].map(textOf));
  hideTooltip();
  oldView.replaceWith(newView);
  findEditions(document)?.replaceWith(findEditions(part) ?? '');
  for (const summary of newView.querySelectorAll('details > summary'))
    if (openDetails.has(textOf(summary))) summary.parentElement!.setAttribute('open', '');
  addControls();
  history.replaceState(null, '', pageUrl ?? newView.dataset['path']);
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.langs a')) link.search = location.search;
  if (isInside) {
    const elementToFocus = isTab
      ? newView.querySelector('.tabs [aria-current]')
      : focusedElement?.id && document.getElementById(focusedElement.id);
    const heading = document.getElementById('answer-h');
    heading?.setAttribute('tabindex', '-1');
    ((elementToFocus || heading) as HTMLElement | null)?.focus({ preventScroll: true });
  }
  announce([...newView.querySelectorAll('#answer-h, .unit, .scope, .notice')].map(textOf).join('. '));
}

/** Returns the page section that compares editions. It depends on the chosen areas. */
function findEditions(page: Document): Element | null | undefined {
  return page.getElementById('editions')?.closest('section');
}

function textOf(element: Element): string {
  return (element.textContent ?? '').trim();
}

/** Loads the view with the values of the form. */
function loadChoices(): Promise<void> {
  const form = findView().querySelector<HTMLFormElement>('form.ask')!;
  const url = new URL(form.action);
  const values = new Map<string, string[]>();
  for (const [name, value] of new FormData(form)) {
    if (value !== '') values.set(name, [...(values.get(name) ?? []), String(value)]);
  }
  for (const [name, nameValues] of values) url.searchParams.set(name, nameValues.join(','));
  return load(url);
}

function addControls(): void {
  findView().classList.add('live');
  for (const select of findView().querySelectorAll<HTMLSelectElement>('select[multiple]'))
    addChoicePicker(select, loadChoices);
  addPeriodSlider(loadChoices);
  addTooltip();
  addDownloadButtons();
}

document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('#view a[href]');
  const isPlainClick = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (!link || !isPlainClick || link.origin !== location.origin || link.pathname !== location.pathname) return;
  event.preventDefault();
  const url = new URL(link.href);
  void load(url, url);
});
document.addEventListener('change', (event) => {
  if ((event.target as Element).closest('form.ask')) void loadChoices();
});
document.addEventListener('submit', (event) => {
  if (!(event.target as Element).matches('form.ask')) return;
  event.preventDefault();
  void loadChoices();
});
addControls();
