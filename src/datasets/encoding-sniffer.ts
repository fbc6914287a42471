import { datasetError } from './dataset-error.js';

/** Supported encodings, by their `TextDecoder` names. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'iso-8859-1';

/** Detects the encoding of a text: byte order mark, zero bytes (UTF-16), valid UTF-8, or else ISO-8859-1. */
export class EncodingSniffer {
  private bomEncoding: TextEncoding | null = null;
  private length = 0;
  private evenZeroCount = 0;
  private oddZeroCount = 0;
  private controlCount = 0;
  private isUtf8 = true;
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });

  observe(chunk: Buffer): void {
    if (this.length === 0) this.bomEncoding = detectMark(chunk);
    if (this.length < SAMPLE_SIZE) this.countZeros(chunk.subarray(0, SAMPLE_SIZE - this.length));
    if (this.isUtf8 && this.bomEncoding === null) this.checkUtf8(chunk);
    this.length += chunk.length;
  }

  /** Returns the encoding of the observed chunks. @throws AppError DATASET_INVALID if the data is binary */
  encoding(): TextEncoding {
    if (this.bomEncoding !== null) return this.bomEncoding;
    // In UTF-16, every other byte of Latin text is zero.
    const halfSampleSize = Math.min(this.length, SAMPLE_SIZE) / 2;
    if (this.evenZeroCount === 0 && this.oddZeroCount > halfSampleSize * 0.7) return 'utf-16le';
    if (this.oddZeroCount === 0 && this.evenZeroCount > halfSampleSize * 0.7) return 'utf-16be';
    // A few NUL characters do not make a file binary. They are reported later, with their line.
    if (this.zeroCount > Math.min(this.length, SAMPLE_SIZE) * 0.01 && this.zeroCount > 1) throw binaryFileError();
    if (this.controlCount > Math.min(this.length, SAMPLE_SIZE) * 0.01) throw binaryFileError();
    // The last character of the sample may be incomplete.
    if (this.isUtf8) this.checkUtf8();
    return this.isUtf8 ? 'utf-8' : 'iso-8859-1';
  }

  private get zeroCount(): number {
    return this.evenZeroCount + this.oddZeroCount;
  }

  private countZeros(chunk: Buffer): void {
    for (let index = 0; index < chunk.length; index += 1) {
      const byte = chunk[index]!;
      if (byte === 0) {
        if ((this.length + index) % 2 === 0) this.evenZeroCount += 1;
        else this.oddZeroCount += 1;
      } else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) this.controlCount += 1;
    }
  }

  /** Checks whether a chunk, or the end of the text, is valid UTF-8. */
  private checkUtf8(chunk?: Buffer): void {
    try {
      this.decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      this.isUtf8 = false;
    }
  }
}

const SAMPLE_SIZE = 1 << 16;

function detectMark(head: Buffer): TextEncoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return null;
}

function binaryFileError(): Error {
  return datasetError('The file is binary; text, ZIP, GZIP and XLSX are read.');
}
