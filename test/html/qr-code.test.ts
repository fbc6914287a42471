import { expect, it } from '@jest/globals';
import jsQR from 'jsqr';
import { qrCode } from '../../src/html/qr-code.js';

const PIXELS = 6;

/** Returns the image of a code as pixels. */
function pictureOf(svg: string): { data: Uint8ClampedArray; width: number } {
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)![1]);
  const width = size * PIXELS;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  let [x, y] = [0, 0];
  for (const [, pathCommand, one, other] of / d="([^"]*)"/.exec(svg)![1]!.matchAll(/([Mmh])(\d+)(?: ([\d.]+))?/g)) {
    if (pathCommand === 'M') [x, y] = [Number(one), Math.floor(Number(other))];
    else if (pathCommand === 'm') x += Number(one);
    else {
      for (let row = y * PIXELS; row < (y + 1) * PIXELS; row += 1) {
        for (let column = x * PIXELS; column < (x + Number(one)) * PIXELS; column += 1) {
          data.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
        }
      }
      x += Number(one);
    }
  }
  return { data, width };
}

it.each([
  'https://www.example.org/',
  'https://www.eurojust.europa.eu/sites/default/files/assets/a-long-path/with-many-parts.pdf?language=fr&edition=2#page=12',
  'https://example.org/dépliant/où',
])('a QR decoder reads %s from the generated QR code', (address) => {
  const { data, width } = pictureOf(qrCode(address, 'a code').text);
  expect(jsQR.default(data, width, width)?.data).toBe(new URL(address).href);
});

it('a QR code has its escaped label as text alternative', () => {
  expect(qrCode('https://example.org', 'code of "x"').text).toContain('role="img" aria-label="code of &quot;x&quot;"');
});
