import { Button, Disclosure, DisclosurePanel } from 'react-aria-components';
import type { ValueLabel } from '../../src/model/variable.ts';
import { CommittedText } from './text-field.tsx';

/** What each value stands for, changed in place. */
export function ValueLabels({
  values,
  onChange,
  isOpen = false,
}: {
  values: readonly ValueLabel[];
  onChange: (values: readonly ValueLabel[]) => void;
  /** From the beginning. */
  isOpen?: boolean;
}) {
  return (
    <Disclosure className="labels" defaultExpanded={isOpen}>
      <h3>
        <Button slot="trigger" className="link note">
          Change the labels of values
        </Button>
      </h3>
      <DisclosurePanel>
        {values.map((entry) => (
          <div key={entry.value} className="label-row">
            <span className="code cut">{entry.value}</span>
            <CommittedText
              label={`Label of ${entry.value}`}
              hidden
              value={entry.label}
              onCommit={(label) =>
                onChange(values.map((one) => (one.value === entry.value ? { ...one, label } : one)))
              }
            />
          </div>
        ))}
      </DisclosurePanel>
    </Disclosure>
  );
}
