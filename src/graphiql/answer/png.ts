import type { Chart } from '../../charts/chart.js';

/** Scale factor, for a resolution suitable for print. */
const SCALE = 2;

/**
 * Renders a chart as PNG.
 * @throws Error if the browser cannot encode the image
 */
export async function renderPng({ svg }: Extract<Chart, { svg: string }>): Promise<Blob> {
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = picture.naturalWidth * SCALE;
  canvas.height = picture.naturalHeight * SCALE;
  canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
  });
}
