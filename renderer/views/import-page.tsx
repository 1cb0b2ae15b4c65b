import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import type { DecisionChanges, FilePreview, ImportQuestion } from '../../src/model/importing.ts';
import { changeColumn, changeReading, changeSheet } from '../import-changes.ts';
import { Blank } from '../parts/blank.tsx';
import { ColumnPanel } from '../parts/column-panel.tsx';
import { Divider } from '../parts/divider.tsx';
import { ImportBar } from '../parts/import-bar.tsx';
import { ImportHead } from '../parts/import-head.tsx';
import { QuestionCard } from '../parts/import-question.tsx';
import { ImportSum } from '../parts/import-sum.tsx';
import { PreviewGrid } from '../parts/preview-grid.tsx';
import { RefusalCard } from '../parts/refusal-card.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { SheetTabs } from '../parts/sheet-tabs.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { leaveFileOut } from '../project-actions.ts';
import type { Incoming } from '../session.ts';
import { useDebounced } from '../use-debounced.ts';
import { useReply } from '../use-reply.ts';
import { useSession } from '../use-session.ts';

interface Answer {
  question: ImportQuestion;
  choice: number;
}

/** What was decided about files that wait while another page is shown. */
const kept = new WeakMap<Incoming, { changes: DecisionChanges; answers: readonly Answer[] }>();

/** One file on one page: what it was taken for, what it cannot say, and what will be loaded. */
export function ImportPage({ file }: { file: Incoming }) {
  const session = useSession();
  const before = kept.get(file);
  const [changes, setChanges] = useState<DecisionChanges>(
    before?.changes ?? (file.sheet === undefined ? {} : changeSheet(file.sheet)),
  );
  const [answers, setAnswers] = useState<readonly Answer[]>(before?.answers ?? []);
  useEffect(() => {
    kept.set(file, { changes, answers });
  }, [file, changes, answers]);
  const [column, setColumn] = useState<number | null>(null);
  const rested = useDebounced(changes, 200);
  const asked = useReply(JSON.stringify([file.token, rested]), ({ signal }) =>
    session.follow(
      `Looking at ${file.name}`,
      (options) => session.client.previewFile({ file: file.token, changes: rested }, options),
      signal,
    ),
  );
  const preview = asked.state === 'ok' ? asked.value : null;
  const isFresh = asked.state === 'ok' && !asked.stale && rested === changes;
  const cancel = () => void leaveFileOut(session);
  const read = (next: DecisionChanges) => {
    setAnswers([]);
    setChanges(next);
  };
  const answer = (question: ImportQuestion, choice: number) => {
    const change = question.choices[choice]?.change;
    if (change === undefined) return;
    setAnswers([...answers.filter((one) => !same(one.question, question)), { question, choice }]);
    setChanges(changeColumn(changes, change));
    setColumn(question.position);
  };
  return (
    <>
      <ImportBar name={file.name} preview={preview} changes={changes} onChange={read} />
      <main className="work import" data-pane="work">
        {asked.state === 'refused' && (
          <div className="refusal">
            <RefusalCard refusal={asked.refusal} />
            <div className="do">
              <Button className="btn" onPress={cancel}>
                Leave this file out
              </Button>
              {Object.keys(changes).length > 0 && (
                <Button className="btn" onPress={() => read({})}>
                  Read it as proposed
                </Button>
              )}
            </div>
          </div>
        )}
        {asked.state === 'waiting' && <Skeleton lines={12} />}
        {preview !== null && (
          <ImportHead key={preview.receipt.sheet} file={file} preview={preview}>
            {(target) => (
              <>
                <Questions preview={preview} answers={answers} onAnswer={answer} />
                <section className="card flush sheetcard" aria-label="First rows and problems">
                  <SheetTabs preview={preview} onSheet={(sheet) => read(changeSheet(sheet))} />
                  <Scroll label="Rows of the file">
                    {preview.decisions.columns.length === 0 ? (
                      <Blank title="No columns" text="There is nothing to read in this sheet." />
                    ) : (
                      <PreviewGrid
                        preview={preview}
                        selected={selectedColumn(preview, column)}
                        onSelect={setColumn}
                        onHeader={(row) =>
                          read(changeReading(changes, { header: { row, rows: 1 } }))
                        }
                      />
                    )}
                  </Scroll>
                </section>
                <Divider
                  name="import-right"
                  label="the panel"
                  pane="right"
                  wide={304}
                  slim={280}
                  min={240}
                />
                <aside className="card colpanel" aria-label="Selected column" data-pane="panel">
                  <ColumnPanel
                    key={selectedColumn(preview, column)}
                    preview={preview}
                    position={selectedColumn(preview, column)}
                    changes={changes}
                    onChange={setChanges}
                  />
                </aside>
                <ImportSum
                  file={file}
                  preview={preview}
                  changes={changes}
                  target={target}
                  isFresh={isFresh}
                  onCancel={cancel}
                />
              </>
            )}
          </ImportHead>
        )}
      </main>
    </>
  );
}

/** Open questions first, then the answered ones: an answer can be changed. */
function Questions({
  preview,
  answers,
  onAnswer,
}: {
  preview: FilePreview;
  answers: readonly Answer[];
  onAnswer: (question: ImportQuestion, choice: number) => void;
}) {
  const open = preview.questions.filter(
    (question) => !answers.some((one) => same(one.question, question)),
  );
  if (open.length + answers.length === 0) return null;
  return (
    <section className="asks" aria-label="Questions">
      {open.map((question) => (
        <QuestionCard
          key={`${question.position} ${question.question}`}
          question={question}
          column={headerOf(preview, question)}
          answer={null}
          onAnswer={(choice) => onAnswer(question, choice)}
        />
      ))}
      {answers.map(({ question, choice }) => (
        <QuestionCard
          key={`${question.position} ${question.question}`}
          question={question}
          column={headerOf(preview, question)}
          answer={choice}
          onAnswer={(next) => onAnswer(question, next)}
        />
      ))}
    </section>
  );
}

function headerOf(preview: FilePreview, { position }: ImportQuestion): string {
  const column = preview.decisions.columns.find((entry) => entry.position === position);
  return column?.header || column?.name || `Column ${position + 1}`;
}

function same(a: ImportQuestion, b: ImportQuestion): boolean {
  return a.position === b.position && a.question === b.question;
}

/** The chosen column, else the first with a question or a problem, else the first. */
function selectedColumn(preview: FilePreview, chosen: number | null): number {
  const { columns } = preview.decisions;
  if (chosen !== null && columns.some(({ position }) => position === chosen)) return chosen;
  const asked = preview.questions[0]?.position;
  const wrong = preview.columns.find(({ problems }) => problems.length > 0)?.position;
  return asked ?? wrong ?? columns[0]?.position ?? 0;
}
