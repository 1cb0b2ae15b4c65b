import { RadioGroup } from 'react-aria-components';
import type { ImportQuestion } from '../../src/model/importing.ts';
import { Way } from './check.tsx';

/** What the file cannot say by itself: nothing is preselected, every reading shows its outcome. */
export function QuestionCard({
  question,
  answer,
  onAnswer,
}: {
  question: ImportQuestion;
  /** Index of the choice; null = not answered yet. */
  answer: number | null;
  onAnswer: (choice: number) => void;
}) {
  return (
    <RadioGroup
      className="ask"
      aria-label={question.question}
      orientation="horizontal"
      value={answer === null ? null : String(answer)}
      onChange={(value) => onAnswer(Number(value))}
    >
      <p>
        <span className={answer === null ? 'tag caution' : 'tag good'}>
          {answer === null ? '? Question' : '✓ Answered'}
        </span>
        <b>{question.question}</b>
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
