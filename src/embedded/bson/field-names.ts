/**
 * Names of fields inside decoded documents.
 *
 * A JavaScript object moves integer-like keys to the front and treats `__proto__` and the members of
 * `Object.prototype` specially. BSON names cannot hold NUL, so a leading NUL marks such a name inside the house:
 * order survives, and reading an absent `constructor` gives nothing.
 */
const MARK = '\0';
const INHERITED = new Set(Object.getOwnPropertyNames(Object.prototype));

/** The name of a field inside a decoded document. */
export function toStoredName(name: string): string {
  const first = name.charCodeAt(0);
  // digits, '_' (of __proto__ and the accessors), and lower-case letters that begin an inherited member
  if (first >= 48 && first <= 57) return MARK + name;
  if (INHERITED.has(name)) return MARK + name;
  return name;
}

/** The name that clients know the field by. */
export function toClientName(name: string): string {
  return name.charCodeAt(0) === 0 ? name.slice(1) : name;
}

/** Whether a name can be an array index: digits without a leading zero. */
export function isArrayIndex(name: string): boolean {
  const length = name.length;
  if (length === 0 || length > 9) return false;
  for (let i = 0; i < length; i++) {
    const c = name.charCodeAt(i);
    if (c < 48 || c > 57) return false;
  }
  return length === 1 || name.charCodeAt(0) !== 48;
}
