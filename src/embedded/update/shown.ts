import { shellForm } from '../bson/shell-form.js';
import type { Value } from '../bson/values.js';

/** A field with its value, as MongoDB writes it in its messages: `a: 1`. */
export function shownField(name: string, value: Value): string {
  return `${name}: ${shellForm(value)}`;
}
