import type { OpenInput } from '../../saved-queries/open-question.js';
import type { FieldValue } from '../../saved-queries/values.js';

export interface FieldProps {
  id: string;
  input: OpenInput;
  value: FieldValue;
  change: (value: FieldValue) => void;
}
