import { createElement, withoutThousandsSeparators, readFigures, announce, UI_TEXTS, findView } from './dom-helpers.js';

/** Pixels of the picture for each pixel of the chart. */
const PIXEL_RATIO = 2;

/** Adds buttons that copy the table, the citation and each code block, and a button that saves the chart as PNG. */
export function addDownloadButtons(): void {
  const files = findView().querySelector('.dl');
  if (!files || !findView().querySelector('.pivot')) return;
  files.append(createButton(UI_TEXTS.copy, copyTable));
  const picture = files.querySelector<HTMLAnchorElement>('a[href*=".svg"]');
  if (picture) files.append(createButton(UI_TEXTS.png, () => savePicture(picture.href)));
  for (const block of findView().querySelectorAll('.cite, pre')) {
    const name = block.matches('pre') ? UI_TEXTS.copyText : UI_TEXTS.copyCitation;
    const copy = createButton(name, () => copyText(block.textContent!, block));
    block.after(createElement('p', { class: 'dl' }, copy));
  }
}

function createButton(text: string, onClick: () => Promise<void>): HTMLButtonElement {
  const button = createElement('button', { type: 'button' }, text);
  button.addEventListener('click', () => void onClick());
  return button;
}

async function copyTable(): Promise<void> {
  const { periods, rows } = readFigures();
  const textOf = (selector: string) => findView().querySelector(selector)?.textContent?.trim() ?? '';
  const lines = [
    [textOf('#answer-h')],
    [textOf('.unit')],
    ['', ...periods],
    ...rows.map(({ name, texts }) => [name, ...texts.map(withoutThousandsSeparators)]),
    [textOf('.source').replace(/\s+/g, ' ')],
  ];
  await copyText(lines.map((cells) => cells.join('\t')).join('\n'), findView().querySelector('.pivot table')!);
}

/** Copies a text. If the browser refuses, selects its element, so that the reader can copy it. */
async function copyText(text: string, element: Element): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    announce(UI_TEXTS.copied);
  } catch {
    // The contents of closed details cannot be selected.
    element.closest('details')?.setAttribute('open', '');
    getSelection()!.selectAllChildren(element);
    announce(UI_TEXTS.copyFailed);
  }
}

/** Saves the chart as PNG: draws its SVG file, which includes the title, legend and source, on a canvas. */
async function savePicture(url: string): Promise<void> {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(response.statusText);
    const image = new Image();
    image.src = `data:image/svg+xml,${encodeURIComponent(await response.text())}`;
    await image.decode();
    const canvas = createElement('canvas', {
      width: String(image.naturalWidth * PIXEL_RATIO),
      height: String(image.naturalHeight * PIXEL_RATIO),
    });
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
    const link = createElement('a', {
      href: URL.createObjectURL(blob!),
      download: `${location.pathname.split('/').at(-1)}.png`,
    });
    link.click();
    URL.revokeObjectURL(link.href);
  } catch {
    announce(UI_TEXTS.failed);
  }
}
