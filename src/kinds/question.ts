import { GraphQLError, parse } from 'graphql';
import { SERIES_SLUG } from '../saved-queries/loaded-question.js';
import { inputSizes, servedInputs } from './question-inputs.js';
import type { ModuleOf } from './module-types.js';

/** Module of saved questions. A question needs a valid document and variables. */
export const question: ModuleOf<'Question'> = {
  computed: {
    inputs: ({ record: { document, variables } }, { values }, context) =>
      document === undefined ? [] : servedInputs(document, [variables, values], context),
  },
  needs: { inputs: ['document', 'variables'] },
  sizes: { inputs: inputSizes },
  rules: [
    {
      name: 'the page of a series is not a question',
      check({ path }, { submission, report }) {
        if (path.length > 0 || submission.slug !== SERIES_SLUG) return;
        report.add('SLUG_RESERVED', ['slug'], `/q/${SERIES_SLUG} is the page of a series`, 'choose another slug');
      },
    },
    {
      name: 'a saved query can be read',
      check({ value }, { report }) {
        const { document, variables } = value;
        if (typeof document === 'string') {
          try {
            parse(document);
          } catch (error) {
            if (!(error instanceof GraphQLError)) throw error;
            const line = error.locations?.[0]?.line ?? 1;
            report.add('DOCUMENT_INVALID', ['document'], `in its line ${line}: ${error.message}`);
          }
        }
        if (typeof variables === 'string' && !isJsonObject(variables)) {
          const tip = 'write {"name": value}, every name in double quotes';
          report.add('DOCUMENT_INVALID', ['variables'], 'is not a JSON object', tip);
        }
      },
    },
  ],
};

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
