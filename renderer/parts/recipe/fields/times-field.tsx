import { Button } from 'react-aria-components';
import type { Variable } from '../../../../src/model/variable.ts';
import { nameFrom } from '../../../step-lines.ts';
import { timeColumns, timesStep } from '../../../time-columns.ts';
import { counted } from '../../../words.ts';
import { Pick } from '../../pick.tsx';
import { CommittedText } from '../../text-field.tsx';
import { VariablePicker } from '../../variable-picker.tsx';
import { LinesTable } from './lines-table.tsx';

interface Named {
  name: string;
  label: string;
}

export interface Times {
  times: readonly string[];
  time: Named;
  values: readonly (Named & { from: readonly string[] })[];
}

/** Which columns hold the same at which time: as the names say it, or put together by hand. */
export function TimesField({
  variables,
  value,
  onChange,
}: {
  variables: readonly Variable[];
  value: Times;
  onChange: (value: Times) => void;
}) {
  const { times, time, values } = value;
  const found = timeColumns(variables);
  const foundAt = found.findIndex(
    (each) => JSON.stringify(timesStep(each).values) === JSON.stringify(values),
  );
  const put = (at: number, part: Partial<Times['values'][number]>) =>
    onChange({
      ...value,
      values: values.map((each, i) => (i === at ? { ...each, ...part } : each)),
    });
  const calledAt = (at: number) => values[at]?.label || values[at]?.name || `value ${at + 1}`;
  const cells = (at: number) => {
    const { label, from } = values[at] as Times['values'][number];
    return [
      <CommittedText
        key="name"
        hidden
        label={`New variable for value ${at + 1}`}
        value={label}
        onCommit={(words) => put(at, { label: words, name: nameFrom(words) })}
      />,
      ...times.map((each, place) => (
        <VariablePicker
          key={each}
          hidden
          label={`${label || `Value ${at + 1}`} at ${each}`}
          variables={variables}
          value={from[place] || null}
          onChange={(next) => put(at, { from: from.with(place, next ?? '') })}
        />
      )),
    ];
  };
  const setTimes = (lines: string) => {
    const next = lines
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    const resized = (from: readonly string[]) => next.map((_, at) => from[at] ?? '');
    onChange({
      ...value,
      times: next,
      values: values.map((each) => ({ ...each, from: resized(each.from) })),
    });
  };
  return (
    <>
      {found.length > 0 && (
        <Pick
          label="Found in the names"
          labelled
          placeholder="Put together by hand"
          choices={found.map((each, at) => ({
            id: String(at),
            label: `${each.times.join(', ')}: ${each.variables.map(({ stem }) => stem).join(', ')}`,
            note: counted(each.times.length * each.variables.length, 'column'),
          }))}
          value={foundAt < 0 ? null : String(foundAt)}
          onChange={(id) => onChange({ ...timesStep(found[Number(id)]), time })}
        />
      )}
      <CommittedText
        label="Times, one a line"
        value={times.join('\n')}
        rows={3}
        onCommit={setTimes}
      />
      <CommittedText
        label="New variable for the time"
        value={time.label}
        onCommit={(label) => onChange({ ...value, time: { label, name: nameFrom(label) } })}
      />
      <LinesTable
        headings={['New variable', ...times.map((each) => `At ${each}`)]}
        lines={values.length}
        cells={cells}
        removal={(at) => `Remove ${calledAt(at)}`}
        onRemove={(at) => onChange({ ...value, values: values.toSpliced(at, 1) })}
      />
      <p>
        <Button
          className="btn small quiet"
          isDisabled={times.length < 2}
          onPress={() =>
            onChange({
              ...value,
              values: [...values, { name: '', label: '', from: times.map(() => '') }],
            })
          }
        >
          And another variable
        </Button>
      </p>
    </>
  );
}
