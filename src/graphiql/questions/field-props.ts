import type { OpenInput } from '../../bench/open-question.js';
import type { FieldValue } from '../../bench/values.js';

/** A field of a form: what it is for, what it holds, and how that is changed. */
export interface FieldProps {
  id: string;
  input: OpenInput;
  value: FieldValue;
  change: (value: FieldValue) => void;
}
