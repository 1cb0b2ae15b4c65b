import type { ImportQuestion } from '../../../src/model/importing.ts';
import { changeColumn } from '../../import-changes.ts';
import { type Answer, nextExtractOf } from '../../import-draft.ts';
import { useShownImport } from '../../use-import.ts';
import { DriftCard } from './drift-card.tsx';
import { QuestionCard } from './import-question.tsx';
import { KnownFile } from './known-file.tsx';
import { RefusedChange } from './refused-change.tsx';
import { TargetCard } from './target-card.tsx';

/** Everything that waits for a person, in the order in which it should be settled. */
export function ImportAsks({ onColumn }: { onColumn: (position: number) => void }) {
  const { draft, preview, refusal, decide } = useShownImport();
  const { questions, drift, known } = preview;
  const { answers, changes, target } = draft;
  const open = questions.filter(
    (question) => !answers.some((one) => isSame(one.question, question)),
  );
  const isAimed = target.table !== null || nextExtractOf(preview) !== undefined;
  const isIdle = open.length + answers.length === 0 && !isAimed && refusal === null;
  if (isIdle && known === null && drift === null) return null;
  const answer = (question: ImportQuestion, choice: number) => {
    const change = question.choices[choice]?.change;
    if (change === undefined) return;
    const others = answers.filter((one) => !isSame(one.question, question));
    decide(`the answer about ${headerOf(preview, question)}`, {
      answers: [...others, { question, choice }],
      changes: changeColumn(changes, change),
    });
    onColumn(question.position);
  };
  const card = ({
    question,
    choice,
  }: {
    question: ImportQuestion;
    choice: Answer['choice'] | null;
  }) => (
    <QuestionCard
      key={`${question.position} ${question.question}`}
      question={question}
      column={headerOf(preview, question)}
      answer={choice}
      onAnswer={(next) => answer(question, next)}
    />
  );
  return (
    <section className="asks" aria-label="Questions">
      {refusal !== null && <RefusedChange />}
      {known !== null && <KnownFile known={known} />}
      {isAimed && <TargetCard />}
      {drift !== null && <DriftCard drift={drift} />}
      {open.map((question) => card({ question, choice: null }))}
      {answers.map(card)}
    </section>
  );
}

function headerOf(
  {
    decisions,
  }: { decisions: { columns: readonly { position: number; header: string; name: string }[] } },
  { position }: ImportQuestion,
): string {
  const column = decisions.columns.find((entry) => entry.position === position);
  return column?.header || column?.name || `Column ${position + 1}`;
}

function isSame(a: ImportQuestion, b: ImportQuestion): boolean {
  return a.position === b.position && a.question === b.question;
}
