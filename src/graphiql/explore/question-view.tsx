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
import { useSetting } from '../common/setting.js';
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
  const setting = useSetting();
  const { messages } = setting;
  const load = useMemo(
    () => (signal: AbortSignal) => openQuestion(slug, currentAddress(), setting, signal),
    [slug, setting],
  );
  const { loaded, again } = useLoaded(load);
  if (loaded.state === 'LOADING') return <p className="soft">{messages.answer.asking}</p>;
  if (loaded.state === 'FAILED') return <LoadingError error={loaded.error} again={again} />;
  if (loaded.value === null) return <p className="notice">{messages.question.notThere({ slug })}</p>;
  return <OpenQuestion {...loaded.value} {...props} />;
}

function OpenQuestion({ question, tables, fixed, search, go }: Props & OpeningAnswer) {
  const { messages } = useSetting();
  const heading = useRef<HTMLHeadingElement>(null);
  const { own } = question;
  const [inputs, onChange] = useInputs(question);
  const valuesText = JSON.stringify(withoutNullValues({ ...own, ...parseValues(search, question.inputs).values }));
  const values = useMemo(() => JSON.parse(valuesText) as Values, [valuesText]);
  const request = useMemo((): QueryRequest => ({ query: question.document, variables: values }), [question, values]);
  // The answer was loaded with the question.
  const opened = useRef(request);
  const initial = tables && request === opened.current ? { request, tables, fixed } : null;
  const look = readViewState(search, question);
  const show = (next: Values) => go(addressFor(next, look), false);
  const helpContext = { inputs, values, show };

  // A layout effect runs before the user can focus a field.
  useLayoutEffect(() => {
    document.title = `${question.title} – Signpost`;
    heading.current?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }, [question]);

  const addressFor = (nextValues: Values, nextLook: AnswerViewState) => {
    const next = withSettings({ question: question.slug }, search);
    writeValues(next, nextValues, own, question.inputs);
    writeViewState(next, nextLook, question);
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
        <a className="plain" href={`/graphiql?${addressFor(values, look)}`}>
          {messages.answer.editQuery}
        </a>
      </QuestionForm>
      <AnswerView
        request={request}
        initial={initial}
        look={look}
        onLook={(next) => go(addressFor(values, next), false)}
        title={question.title}
        address={(ofAnswer) => permanentAddress(question, values, ofAnswer)}
        helpContext={helpContext}
      />
    </article>
  );
}
