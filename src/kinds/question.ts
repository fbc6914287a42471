import { GraphQLError, Kind, parse } from 'graphql';
import { EXPLORER_PARAMETERS } from '../model/explorer-url.js';
import { asRecord } from '../reading/typed-entry.js';
import { VARIABLE_PATTERN } from '../saved-queries/explorer-path.js';
import { SERIES_SLUG } from '../saved-queries/loaded-question.js';
import { questionInputsSize, inputsOfQuery } from './question-inputs.js';
import type { KindModuleOf } from './kind-module-types.js';

/** Computed field and rules of `Question`. A question needs a valid document and variables. */
export const questionModule: KindModuleOf<'Question'> = {
  computed: {
    inputs: ({ record: { document, variables } }, { values }, context) =>
      document === undefined ? [] : inputsOfQuery(document, [variables, values], context),
  },
  needs: { inputs: ['document', 'variables'] },
  sizes: { inputs: questionInputsSize },
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
    {
      name: 'a view of an indicator has known parameters',
      check({ value, path }, { lookup, report }) {
        const { explorer, document } = asRecord<'Question'>(value);
        if (path.length > 0 || !explorer?.parameters) return;
        const { dimensions = [] } = asRecord<'Indicator'>(lookup.find('Indicator', explorer.indicator)?.record ?? {});
        const names = [...EXPLORER_PARAMETERS, ...dimensions.map(({ name }) => name)];
        const variables = variablesOf(document ?? '');
        const reportUnknown = (problem: string, tip: string) =>
          report.add('EXPLORER_PARAMETER_UNKNOWN', ['explorer', 'parameters'], problem, tip);
        for (const [name, text] of new URLSearchParams(explorer.parameters)) {
          if (!names.includes(name))
            reportUnknown(`"${name}" is not a parameter of ${explorer.indicator}`, `use ${names.join(', ')}`);
          for (const part of text.split(',')) {
            const variable = VARIABLE_PATTERN.exec(part)?.[1];
            if (variable !== undefined && !variables.includes(variable))
              reportUnknown(
                `"$${variable}" is not a variable of the query`,
                `use ${variables.map((one) => `$${one}`).join(', ')}`,
              );
          }
        }
      },
    },
  ],
};

/** Returns the names of the variables of a query; empty if it cannot be parsed. */
function variablesOf(document: string): readonly string[] {
  try {
    return parse(document).definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION
        ? (definition.variableDefinitions ?? []).map(({ variable }) => variable.name.value)
        : [],
    );
  } catch {
    return [];
  }
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
