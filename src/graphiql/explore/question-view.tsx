import { useLayoutEffect, useMemo, useRef } from 'react';
import type { OpeningAnswer } from '../../saved-queries/open-question.js';
import type { Values } from '../../saved-queries/values.js';
import { withoutNullValues, parseValues, writeValues } from '../../saved-queries/values.js';
import type { AnswerViewState } from '../answer/answer-tabs.js';
import { readViewState, writeViewState } from '../answer/answer-tabs.js';
import { AnswerView } from '../answer/answer-view.js';
import { currentAddress, withSettings } from '../common/address.js';
import { LoadingError } from '../common/failure.js';
import type { QueryRequest } from '../common/request.js';
import { ShareButton } from '../common/share-button.js';
import { useSettings } from '../common/settings.js';
import { useLoaded } from '../common/use-loaded.js';
import { openQuestion } from '../questions/question.js';
import { permanentAddress } from '../questions/permanent-address.js';
import { QuestionForm } from '../questions/question-form.js';
import { useInputs } from '../questions/use-inputs.js';

interface Props {
  search: URLSearchParams;
  go: (search: URLSearchParams, isStep: boolean) => void;
}

/** A saved question, with its form and answer. */
export function QuestionView({ slug, ...props }: Props & { slug: string }) {
  const settings = useSettings();
  const { messages } = settings;
  const load = useMemo(
    () => (signal: AbortSignal) => openQuestion(slug, currentAddress(), settings, signal),
    [slug, settings],
  );
  const { loaded, reload } = useLoaded(load);
  if (loaded.state === 'LOADING') return <p className="soft">{messages.answer.asking}</p>;
  if (loaded.state === 'FAILED') return <LoadingError error={loaded.error} reload={reload} />;
  if (loaded.value === null) return <p className="notice">{messages.question.notThere({ slug })}</p>;
  return <OpenQuestion {...loaded.value} {...props} />;
}

function OpenQuestion({ question, tables, fixed, search, go }: Props & OpeningAnswer) {
  const { messages } = useSettings();
  const heading = useRef<HTMLHeadingElement>(null);
  const { own } = question;
  const [inputs, onChange] = useInputs(question);
  const valuesText = JSON.stringify(withoutNullValues({ ...own, ...parseValues(search, question.inputs).values }));
  const values = useMemo(() => JSON.parse(valuesText) as Values, [valuesText]);
  const request = useMemo((): QueryRequest => ({ query: question.document, variables: values }), [question, values]);
  // The answer was loaded with the question.
  const opened = useRef(request);
  const initial = tables && request === opened.current ? { request, tables, fixed } : null;
  const viewState = readViewState(search, question);
  const show = (next: Values) => go(addressFor(next, viewState), false);
  const helpContext = { inputs, values, show };

  // A layout effect runs before the user can focus a field.
  useLayoutEffect(() => {
    document.title = `${question.title} – Signpost`;
    heading.current?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }, [question]);

  const addressFor = (nextValues: Values, nextViewState: AnswerViewState) => {
    const next = withSettings({ question: question.slug }, search);
    writeValues(next, nextValues, own, question.inputs);
    writeViewState(next, nextViewState, question);
    return next;
  };

  return (
    <article>
      <h1 ref={heading} tabIndex={-1}>
        {question.title}
      </h1>
      {question.summary !== null && <p className="lead">{question.summary}</p>}
      <QuestionForm inputs={inputs} values={values} onShow={show} onChange={onChange}>
        <ShareButton />
        <a className="plain" href={`/graphiql?${addressFor(values, viewState)}`}>
          {messages.answer.editQuery}
        </a>
      </QuestionForm>
      <AnswerView
        request={request}
        initial={initial}
        viewState={viewState}
        onViewChange={(next) => go(addressFor(values, next), false)}
        title={question.title}
        address={(ofAnswer) => permanentAddress(question, values, ofAnswer)}
        helpContext={helpContext}
      />
    </article>
  );
}
