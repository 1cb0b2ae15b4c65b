import { useState } from 'react';
import type { Step } from '../../../src/model/table.ts';
import { CommittedText } from '../text-field.tsx';

/** A step as JSON, as it stands in an evaluation file. */
export function StepText({ step, onChange }: { step: Step; onChange: (step: Step) => void }) {
  const [error, setError] = useState<string>();
  const { op, off, ...parameters } = step;
  const commit = (text: string) => {
    try {
      const read = JSON.parse(text) as Record<string, unknown>;
      if (typeof read !== 'object' || read === null || Array.isArray(read)) throw new Error();
      setError(undefined);
      onChange({ ...read, op, ...(off === undefined ? {} : { off }) });
    } catch {
      setError('This is not JSON: names and texts stand in quotation marks.');
    }
  };
  return (
    <CommittedText
      label="Parameters"
      value={JSON.stringify(parameters, null, 2)}
      rows={12}
      onCommit={commit}
      error={error}
    />
  );
}
