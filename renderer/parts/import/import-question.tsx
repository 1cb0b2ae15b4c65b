import { RadioGroup } from 'react-aria-components';
import type { ImportQuestion } from '../../../src/model/importing.ts';
import { Way } from '../check.tsx';

/** What the file cannot say by itself: nothing is preselected, every reading shows its outcome. */
export function QuestionCard({
  question,
  column,
  answer,
  onAnswer,
}: {
  question: ImportQuestion;
  /** Heading of the column it is about. */
  column: string;
  /** Index of the choice; null = not answered yet. */
  answer: number | null;
  onAnswer: (choice: number) => void;
}) {
  const words = question.question.includes(column)
    ? question.question
    : `${column}: ${lowerFirst(question.question)}`;
  return (
    <RadioGroup
      className="ask"
      aria-label={words}
      orientation="horizontal"
      value={answer === null ? null : String(answer)}
      onChange={(value) => onAnswer(Number(value))}
    >
      <p>
        <span className={answer === null ? 'tag caution' : 'tag good'}>
          {answer === null ? '? Question' : '✓ Answered'}
        </span>
        <b>{words}</b>
        <span className="why">{question.why}</span>
      </p>
      <div className="ways">
        {question.choices.map((choice, at) => (
          <Way key={choice.label} value={String(at)}>
            <span className="t">
              <b>{choice.label}</b>
              <span>{choice.example}</span>
            </span>
          </Way>
        ))}
      </div>
    </RadioGroup>
  );
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
