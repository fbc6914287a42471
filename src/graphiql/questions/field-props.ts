import type { OpenInput } from '../../bench/open-question.js';
import type { FieldValue } from '../../bench/values.js';

export interface FieldProps {
  id: string;
  input: OpenInput;
  value: FieldValue;
  change: (value: FieldValue) => void;
}
