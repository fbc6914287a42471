/** A buffer that grows while bytes are appended. */
export class GrowingBuffer {
  bytes: Buffer;
  position = 0;

  constructor(size: number) {
    this.bytes = Buffer.allocUnsafe(size);
  }

  ensureCapacity(length: number): void {
    if (this.position + length <= this.bytes.length) return;
    const largerBuffer = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.position + length));
    this.bytes.copy(largerBuffer, 0, 0, this.position);
    this.bytes = largerBuffer;
  }

  byte(value: number): void {
    this.ensureCapacity(1);
    this.bytes[this.position++] = value;
  }

  raw(value: Uint8Array): void {
    this.ensureCapacity(value.length);
    this.bytes.set(value, this.position);
    this.position += value.length;
  }
}
