import { createElement, UI_TEXTS, findView } from './dom-helpers.js';

const STEP_MS = 900;
const DEBOUNCE_MS = 120;

let isPlaying = false;
let timer = 0;

/** Adds a slider of the periods under a map or a ranking, and a button that plays them. */
export function addPeriodSlider(reload: () => Promise<void>): void {
  const select = findView().querySelector<HTMLSelectElement>('select#f-at');
  const figure = findView().querySelector('.fig');
  const { at } = findView().dataset;
  const options = [...(select?.options ?? [])].filter(({ value }) => value !== '').reverse();
  const index = options.findIndex(({ value }) => value === at);
  if (!select || !figure || index < 0 || options.length < 2) {
    isPlaying = false;
    return;
  }
  const last = options.length - 1;
  const play = createElement('button', { type: 'button', id: 'play' });
  const slider = createElement('input', {
    ...{ type: 'range', id: 'period', min: '0', max: String(last), value: String(index) },
    'aria-label': findView().querySelector('label[for=f-at]')!.textContent!.trim(),
  });
  const output = createElement('output', { for: 'period' });
  const updateLabels = () => {
    output.textContent = options[Number(slider.value)]!.text;
    slider.setAttribute('aria-valuetext', output.textContent);
    play.textContent = isPlaying ? '❚❚' : '▶';
    play.setAttribute('aria-label', isPlaying ? UI_TEXTS.pause : UI_TEXTS.play);
  };
  const showPeriod = async (to: number) => {
    select.value = options[to]!.value;
    slider.value = String(to);
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
    void showPeriod(index === last ? 0 : index + 1);
  });
  figure.after(createElement('div', { class: 'play' }, play, slider, output));
  updateLabels();
  // The next step is scheduled after this step has been drawn.
  if (isPlaying && index === last) stop();
  else if (isPlaying) timer = window.setTimeout(() => void showPeriod(index + 1), STEP_MS);
}

/** Moves to the next or previous period; does nothing at the ends or without a slider. */
export function stepPeriod(by: number): void {
  const slider = document.getElementById('period') as HTMLInputElement | null;
  if (!slider) return;
  slider.value = String(Number(slider.value) + by);
  slider.dispatchEvent(new Event('input'));
}
