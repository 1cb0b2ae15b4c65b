import { useState } from 'react';
import { Button } from 'react-aria-components';
import { formatEstimate } from '../../src/model/format.ts';
import type { Result } from '../../src/model/result.ts';
import { plainText } from '../../src/model/rich.ts';
import { Pick } from './pick.tsx';
import { RichText } from './rich-text.tsx';

/** Numbers of results, ready to be put into the text; and those that could not be filled. */
export function LiveNumbers({
  results,
  missing,
  onInsert,
}: {
  results: readonly Result[];
  missing: readonly string[];
  onInsert: (mark: string) => void;
}) {
  const [id, setId] = useState<string | null>(null);
  const result = results.find((entry) => entry.id === id);
  return (
    <section className="livenumbers">
      {missing.length > 0 && (
        <p className="note caution">
          ! Not found: {missing.join(', ')}. Shown as [?…] until mended.
        </p>
      )}
      <Pick
        label="Put in a live number of"
        labelled
        placeholder="Choose a result"
        choices={results.map((entry) => ({ id: entry.id, label: plainText(entry.title) }))}
        value={id}
        onChange={setId}
      />
      {result !== undefined && (
        <ul>
          {(['plain', 'apa'] as const).map((key) => (
            <li key={key} className="line">
              <Button className="link" onPress={() => onInsert(`{{${result.id}:${key}}}`)}>
                {key === 'plain' ? 'The sentence' : 'The sentence in APA style'}
              </Button>
            </li>
          ))}
          {result.estimates.map((estimate) => (
            <li key={estimate.key} className="line">
              <Button
                className="link cut"
                onPress={() => onInsert(`{{${result.id}:${estimate.key}}}`)}
              >
                {estimate.label}
              </Button>
              <span className="note right">
                <RichText text={formatEstimate(estimate)} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
