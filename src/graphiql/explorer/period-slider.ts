import { createElement, UI_TEXTS, findView } from './dom-helpers.js';

const STEP_MS = 900;
const DEBOUNCE_MS = 120;

let isPlaying = false;
let timer = 0;

/** Adds a slider of the periods under a map or a ranking, and a button that plays them. */
export function addPeriodSlider(reload: () => Promise<void>): void {
  const select = findView().querySelector<HTMLSelectElement>('select#f-at');
  const figure = findView().querySelector('.fig');
  const { at: shownPeriod } = findView().dataset;
  const options = [...(select?.options ?? [])].filter(({ value }) => value !== '').reverse();
  const index = options.findIndex(({ value }) => value === shownPeriod);
  if (!select || !figure || index < 0 || options.length < 2) {
    isPlaying = false;
    return;
  }
  const lastIndex = options.length - 1;
  const play = createElement('button', { type: 'button', id: 'play' });
  const slider = createElement('input', {
    ...{ type: 'range', id: 'period', min: '0', max: String(lastIndex), value: String(index) },
    'aria-label': findView().querySelector('label[for=f-at]')!.textContent!.trim(),
  });
  const output = createElement('output', { for: 'period' });
  const updateLabels = () => {
    output.textContent = options[Number(slider.value)]!.text;
    slider.setAttribute('aria-valuetext', output.textContent);
    play.textContent = isPlaying ? '❚❚' : '▶';
    play.setAttribute('aria-label', isPlaying ? UI_TEXTS.pause : UI_TEXTS.play);
  };
  const showPeriod = async (index: number) => {
    select.value = options[index]!.value;
    slider.value = String(index);
    updateLabels();
    await reload();
  };
  const stop = () => {
    clearTimeout(timer);
    isPlaying = false;
    updateLabels();
  };
  slider.addEventListener('input', () => {
    stop();
    timer = window.setTimeout(() => void showPeriod(Number(slider.value)), DEBOUNCE_MS);
  });
  play.addEventListener('click', () => {
    if (isPlaying) return stop();
    isPlaying = true;
    void showPeriod(index === lastIndex ? 0 : index + 1);
  });
  figure.after(createElement('div', { class: 'play' }, play, slider, output));
  updateLabels();
  // The next step is scheduled after this step has been drawn.
  if (isPlaying && index === lastIndex) stop();
  else if (isPlaying) timer = window.setTimeout(() => void showPeriod(index + 1), STEP_MS);
}

/** Moves to the next or previous period; does nothing at the ends or without a slider. */
export function stepPeriod(steps: number): void {
  const slider = document.getElementById('period') as HTMLInputElement | null;
  if (!slider) return;
  slider.value = String(Number(slider.value) + steps);
  slider.dispatchEvent(new Event('input'));
}
