import { messagesFor } from '../i18n/messages-for.js';
import type { ComputedContext } from '../reading/computed-context.js';
import { questionInputsSize, inputsOfQuery } from './question-inputs.js';
import type { KindModuleOf } from './kind-module-types.js';

const RECIPE = ['frequency', 'transform', 'base', 'window', 'shareOf'].map((name) => `${name}: $${name}`).join(', ');
const SHARED_ARGUMENTS = `      breakdown: $breakdown
      from: $from
      to: $to
      recipe: { ${RECIPE} }
      asOf: $asOf
`;

/** Query of a series permalink. It selects no editorial texts, so that the response depends only on the vintage. */
const DOCUMENT = `query Series(
  $indicator: Slug!
  $area: AreaCode!
  $breakdown: [BreakdownInput!]
  $from: Period
  $to: Period
  $frequency: Frequency
  $transform: Transform
  $base: Period
  $window: Int
  $shareOf: AreaCode
  $total: Boolean = false
  $fixedAt: Period
  $asOf: DateTime
) {
  indicator(slug: $indicator) {
    slug
    series(
      areas: [$area]
${SHARED_ARGUMENTS}    ) @skip(if: $total) {
      ...figures
    }
    groupTotal(
      group: $area
      fixedAt: $fixedAt
${SHARED_ARGUMENTS}    ) @include(if: $total) {
      ...figures
    }
  }
}

fragment figures on Series {
  area {
    code
  }
  breakdown {
    dimension
    code
  }
  unit
  frequency
  transform
  vintage {
    number
    at
    digest
  }
  points {
    period
    value
    state
    flags
    lower
    upper
    note
    inputs
    missing
    sources {
      slug
    }
    dividedBy {
      period
      value
    }
  }
}
`;

/** Field resolver of `SeriesQuestion`, the question to which a series permalink leads. */
export const seriesQuestionModule: KindModuleOf<'SeriesQuestion'> = {
  fields: {
    inputs: (_question, { values }, context) => inputsOfQuery(DOCUMENT, [values], context),
  },
  sizes: { inputs: questionInputsSize },
};

/** Returns the question to which a series permalink leads, in the requested language. */
export function createPermalinkQuestion({ locales }: ComputedContext) {
  return { ...messagesFor(locales).question.series, document: DOCUMENT };
}
