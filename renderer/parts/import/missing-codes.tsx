import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import type { SuggestedMissing } from '../../../src/model/importing.ts';
import type { MissingCode } from '../../../src/model/variable.ts';
import { counted } from '../../words.ts';
import { CrossButton } from '../cross-button.tsx';
import { LiveText } from '../text-field.tsx';

/** Values that mean "not known", and why: accept what is suggested, add, remove. */
export function MissingCodes({
  codes,
  suggested,
  onAccept,
  onChange,
}: {
  codes: readonly MissingCode[];
  suggested: readonly SuggestedMissing[];
  onAccept: (code: MissingCode) => void;
  onChange: (codes: readonly MissingCode[]) => void;
}) {
  const [isAdding, setAdding] = useState(false);
  const [code, setCode] = useState('');
  const [reason, setReason] = useState('');
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() === '') return;
    onChange([
      ...codes.filter((entry) => entry.code !== code.trim()),
      { code: code.trim(), reason: reason.trim() || 'not known' },
    ]);
    setCode('');
    setReason('');
    setAdding(false);
  };
  return (
    <div className="codes">
      {codes.map((entry) => (
        <div key={entry.code} className="line">
          <span className="code">{entry.code}</span>
          <span className="cut">{entry.reason}</span>
          <CrossButton
            label={`Remove the missing code ${entry.code}`}
            onPress={() => onChange(codes.filter((other) => other !== entry))}
            right
          />
        </div>
      ))}
      {suggested.map(({ code: text, reason: why, n, why: apart }) => (
        <div key={text} className="line">
          <span className="code">{text}</span>
          <span className="note cut" title={`${why}: ${apart}`}>
            {counted(n, 'cell')}, {apart}
          </span>
          <Button
            className="btn small right"
            aria-label={`Accept ${text} as missing`}
            onPress={() => onAccept({ code: text, reason: why })}
          >
            Accept
          </Button>
        </div>
      ))}
      {isAdding ? (
        <form className="newcode" onSubmit={add}>
          <LiveText
            label="Code"
            hidden
            placeholder="99"
            value={code}
            onChange={setCode}
            autoFocus
          />
          <LiveText
            label="Reason"
            hidden
            placeholder="not recorded"
            value={reason}
            onChange={setReason}
          />
          <Button type="submit" className="btn small">
            Add
          </Button>
        </form>
      ) : (
        <div className="line">
          {codes.length + suggested.length === 0 && <span className="note">Empty cells only.</span>}
          <Button className="link note right" onPress={() => setAdding(true)}>
            Add a code
          </Button>
        </div>
      )}
    </div>
  );
}
