import { Button } from 'react-aria-components';
import type { Variable } from '../../../../src/model/variable.ts';
import { nameFrom } from '../../../step-lines.ts';
import { timeColumns, timesStep } from '../../../time-columns.ts';
import { counted } from '../../../words.ts';
import { Icon } from '../../icon.tsx';
import { Pick } from '../../pick.tsx';
import { CommittedText } from '../../text-field.tsx';
import { VariablePicker } from '../../variable-picker.tsx';

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
      {values.length > 0 && (
        <div className="sideways">
          <table className="of-times">
            <thead>
              <tr>
                <th scope="col">New variable</th>
                {times.map((each) => (
                  <th key={each} scope="col">
                    At {each}
                  </th>
                ))}
                <th scope="col">
                  <span className="hidden-text">Remove</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {values.map(({ name, label, from }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: names change while they are written
                <tr key={at}>
                  <td>
                    <CommittedText
                      hidden
                      label={`New variable for value ${at + 1}`}
                      value={label}
                      onCommit={(words) => put(at, { label: words, name: nameFrom(words) })}
                    />
                  </td>
                  {times.map((each, place) => (
                    <td key={each}>
                      <VariablePicker
                        hidden
                        label={`${label || `Value ${at + 1}`} at ${each}`}
                        variables={variables}
                        value={from[place] || null}
                        onChange={(next) => put(at, { from: from.with(place, next ?? '') })}
                      />
                    </td>
                  ))}
                  <td>
                    <Button
                      className="btn small quiet icon"
                      aria-label={`Remove ${label || name || `value ${at + 1}`}`}
                      onPress={() => onChange({ ...value, values: values.toSpliced(at, 1) })}
                    >
                      <Icon name="close" />
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
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
