/** Returns the number of A4 pages of a PDF; NaN if any page has another size. */
export function countA4Pages(pdf: Buffer): number {
  const text = pdf.toString('latin1');
  const mediaBoxes = [...text.matchAll(/\/MediaBox\s*\[\s*0 0 (\d+)\.\d+ (\d+)\.\d+/g)].map(([, ...size]) =>
    size.join(),
  );
  return mediaBoxes.every((size) => size === '594,841') ? mediaBoxes.length : Number.NaN;
}
