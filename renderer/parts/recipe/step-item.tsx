import { Button } from 'react-aria-components';
import type { CheckedStep } from '../../../src/model/recipe.ts';
import type { Step } from '../../../src/model/table.ts';
import { focusSoon } from '../../focus-soon.ts';
import { moved } from '../../option-values.ts';
import { Check } from '../check.tsx';
import { CrossButton } from '../cross-button.tsx';
import { Icon } from '../icon.tsx';
import { Tip } from '../tip.tsx';

/** One step: what it did, whether it is on, and where it stands. */
export function StepItem({
  step,
  at,
  count,
  checked,
  onChange,
  onEdit,
  onQuality,
}: {
  step: Step;
  at: number;
  count: number;
  checked: CheckedStep | undefined;
  onChange: (next: (steps: readonly Step[]) => readonly Step[]) => void;
  onEdit: () => void;
  /** Shows what the step did to quality; left out while the step is not kept. */
  onQuality?: () => void;
}) {
  const words = checked?.sentence ?? step.op;
  const isOn = step.off !== true;
  const turn = (on: boolean) =>
    onChange((steps) => {
      const { off: _, ...rest } = step;
      return steps.with(at, on ? (rest as Step) : { ...rest, op: step.op, off: true });
    });
  /** The focus goes with the step: pressed again, the button moves the same one on. */
  const move = (to: number) => {
    onChange((steps) => moved(steps, at, to));
    const wanted = to < at ? 'up' : 'down';
    const isEnd = to === 0 || to === count - 1;
    const other = wanted === 'up' ? 'down' : 'up';
    focusSoon(`.steps li:nth-child(${to + 1}) [data-move="${isEnd ? other : wanted}"]`);
  };
  return (
    <li className={isOn ? '' : 'off'}>
      <Check
        label={<span className="hidden-text">Step {at + 1} is on</span>}
        isSelected={isOn}
        onChange={turn}
      />
      <span className="number">{at + 1}</span>
      <Button className="said" aria-label={`Change step ${at + 1}: ${words}`} onPress={onEdit}>
        {words}
      </Button>
      <span className="tools">
        {onQuality && isOn && (
          <Tip text="What did this do to quality?">
            <Button
              className="btn small quiet icon"
              aria-label={`What did step ${at + 1} do to quality?`}
              onPress={onQuality}
            >
              <Icon name="quality" />
            </Button>
          </Tip>
        )}
        <Button
          className="btn small quiet icon"
          aria-label={`Move step ${at + 1} up`}
          data-move="up"
          isDisabled={at === 0}
          onPress={() => move(at - 1)}
        >
          <Icon name="up" />
        </Button>
        <Button
          className="btn small quiet icon"
          aria-label={`Move step ${at + 1} down`}
          data-move="down"
          isDisabled={at === count - 1}
          onPress={() => move(at + 1)}
        >
          <Icon name="down" />
        </Button>
        <CrossButton
          label={`Take step ${at + 1} out`}
          onPress={() => onChange((steps) => steps.toSpliced(at, 1))}
        />
      </span>
      {checked?.conflict && (
        <p className="conflict">
          ✕ It needs {checked.conflict.variable}, which step {checked.conflict.madeBy + 1}{' '}
          {WHY[checked.conflict.why]}.
        </p>
      )}
      {checked?.refused && !checked.conflict && (
        <p className="conflict">✕ {checked.refused.hint}</p>
      )}
      {checked?.notes?.map((note) => (
        <p key={note} className="conflict caution">
          ! {note}
        </p>
      ))}
    </li>
  );
}

const WHY = {
  later: 'makes, after it',
  off: 'makes, and is switched off',
  refused: 'makes, and cannot run',
  gone: 'renames or takes out, before it',
} as const;
