/** The goods desk: one question about one good, from the URL, and its answer. */
import { useMemo } from 'react';
import { useLogHead } from '../../api/client/logHead.js';
import { useClocks } from '../../api/url/useClocks.js';
import { useSearch } from '../../api/url/useLocation.js';
import { asOfFor } from '../../lib/view.js';
import { ErrorNotice, Loading } from '../../ui/loading/notice.js';
import { Answer } from './answer.js';
import { questionOf, textsOf } from './question.js';
import { QuestionForm } from './questionForm.js';
import './desk.css';

export function Desk() {
  const search = useSearch();
  const [clocks] = useClocks();
  const { head, problem, refresh } = useLogHead();
  const texts = useMemo(() => textsOf(search), [search]);
  const { question, problems } = useMemo(() => questionOf(texts), [texts]);
  const asOf = useMemo(() => head && asOfFor(clocks, head), [head, clocks]);
  return (
    <div className="page desk">
      <h1>What duty do these goods bear?</h1>
      <QuestionForm key={search} search={search} texts={texts} problems={problems} />
      {problem !== null && !head && (
        <ErrorNotice title="The record could not be read" onRetry={() => void refresh()}>
          {problem}
        </ErrorNotice>
      )}
      {question && !asOf && problem === null && <Loading />}
      {question && asOf && <Answer question={question} clocks={clocks} asOf={asOf} />}
      {!question && Object.keys(problems).length === 0 && (
        <p className="soft">
          Say where the goods come from and where they enter. The answer names every duty on record
          with its act, what is not on record, and what is to change.
        </p>
      )}
    </div>
  );
}
