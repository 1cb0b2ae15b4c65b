import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import { type RefusalRecord, refusalSentence, type Where } from '../../src/model/refusal.ts';

const PLACES: readonly { key: keyof Where; label: string }[] = [
  { key: 'file', label: 'File' },
  { key: 'sheet', label: 'Sheet' },
  { key: 'table', label: 'Table' },
  { key: 'row', label: 'Row' },
  { key: 'column', label: 'Column' },
  { key: 'option', label: 'Option' },
];

/** What was refused, where, why, and what to do about it. */
export function RefusalCard({
  refusal,
  onClose,
  children,
}: {
  refusal: RefusalRecord;
  onClose?: () => void;
  /** What can be done about it. */
  children?: ReactNode;
}) {
  const [copied, setCopied] = useState(false);
  const places = PLACES.filter(({ key }) => refusal.where[key] !== undefined);
  const copy = async () => {
    await navigator.clipboard.writeText(`${refusalSentence(refusal)}\n[${refusal.code}]`);
    setCopied(true);
  };
  return (
    <div className="refused">
      <h2>
        <span className="bad" aria-hidden="true">
          ✕{' '}
        </span>
        {refusal.message}
      </h2>
      {places.length > 0 && (
        <dl>
          {places.map(({ key, label }) => (
            <div key={key} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>{refusal.where[key]}</dd>
            </div>
          ))}
        </dl>
      )}
      {refusal.hint !== '' && <p>{refusal.hint}</p>}
      <div className="do">
        {children}
        <Button className="btn small" onPress={copy}>
          {copied ? 'Copied' : 'Copy details'}
        </Button>
        {onClose !== undefined && (
          <Button className="btn small" onPress={onClose} autoFocus>
            Close
          </Button>
        )}
      </div>
    </div>
  );
}
