import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { ColumnDecision } from '../../../src/model/importing.ts';
import type { ValueLabel } from '../../../src/model/variable.ts';
import { ValueLabels } from '../value-labels.tsx';

/** What the values of a column stand for: from a codebook, or written here. */
export function ColumnValueLabels({
  column,
  top,
  onChange,
}: {
  column: ColumnDecision;
  /** The most frequent values. */
  top: readonly string[];
  onChange: (values: readonly ValueLabel[]) => void;
}) {
  const [isNew, setNew] = useState(false);
  const given = column.values ?? [];
  if (given.length === 0 && !isNew) {
    return canBeLabelled(column) && top.length > 0 ? (
      <Button className="link note" onPress={() => setNew(true)}>
        Say what the values stand for
      </Button>
    ) : null;
  }
  const values = given.length > 0 ? given : top.map((value) => ({ value, label: value }));
  return <ValueLabels values={values} onChange={onChange} isOpen={isNew} />;
}

export function canBeLabelled({ kind }: ColumnDecision): boolean {
  return ['category', 'integer', 'yesno', 'text'].includes(kind);
}
