/**
 * Prefix of certain field names in decoded documents. A JavaScript object moves integer-like keys to the front, and
 * treats `__proto__` and the members of `Object.prototype` specially. BSON names cannot contain NUL.
 */
const NAME_MARKER = '\0';
const INHERITED_NAMES = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Converts a BSON field name to its name in a decoded document. */
export function toDecodedName(name: string): string {
  const firstCode = name.charCodeAt(0);
  // A name with a leading digit may be an integer-like key, which JavaScript objects would reorder.
  if (firstCode >= 48 && firstCode <= 57) return NAME_MARKER + name;
  if (INHERITED_NAMES.has(name)) return NAME_MARKER + name;
  return name;
}

/** Converts a field name in a decoded document to its BSON name. */
export function toBsonName(name: string): string {
  return name.charCodeAt(0) === 0 ? name.slice(1) : name;
}

/** Whether a name can be an array index: digits without a leading zero. */
export function isArrayIndex(name: string): boolean {
  const length = name.length;
  if (length === 0 || length > 9) return false;
  for (let i = 0; i < length; i++) {
    const charCode = name.charCodeAt(i);
    if (charCode < 48 || charCode > 57) return false;
  }
  return length === 1 || name.charCodeAt(0) !== 48;
}
