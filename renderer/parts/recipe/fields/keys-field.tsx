import { useEffect, useEffectEvent } from 'react';
import { Button } from 'react-aria-components';
import type { TableInfo } from '../../../../src/model/table.ts';
import { replyValue, useReply } from '../../../use-reply.ts';
import { useSession } from '../../../use-session.ts';
import { CrossButton } from '../../cross-button.tsx';
import { VariablePicker } from '../../variable-picker.tsx';

/** The key by which rows of two tables belong together: pairs of variables, of which all have to agree. */
export function KeysField({
  table,
  other,
  keys,
  onChange,
}: {
  table: TableInfo;
  other: TableInfo | undefined;
  keys: readonly (readonly [string, string])[];
  onChange: (keys: readonly (readonly [string, string])[]) => void;
}) {
  const session = useSession();
  const suggested = useReply(
    other === undefined || keys.length > 0 ? null : `${table.name} ${other.name} ${other.version}`,
    (options) => session.client.suggestLinks({ table: table.name, to: other?.name ?? '' }, options),
  );
  const [best] = replyValue(suggested, []);
  const guess = best === undefined ? '' : JSON.stringify([best.link.key, best.link.foreignKey]);
  const take = useEffectEvent((pair: readonly [string, string]) => {
    if (keys.length === 0) onChange([pair]);
  });
  useEffect(() => {
    if (guess !== '') take(JSON.parse(guess) as [string, string]);
  }, [guess]);
  const shown: readonly (readonly [string, string])[] = keys.length > 0 ? keys : [['', '']];
  const put = (at: number, pair: readonly [string, string]) =>
    onChange(shown.toSpliced(at, 1, pair));
  return (
    <fieldset className="keys">
      <legend>Rows belong together by</legend>
      {shown.map(([here, there], at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a pair has no other name than its place
        <div key={at} className="key-pair">
          <VariablePicker
            label={at === 0 ? 'Key here' : `Key here, part ${at + 1}`}
            variables={table.variables}
            value={here || null}
            onChange={(name) => put(at, [name ?? '', there])}
          />
          <span aria-hidden="true">=</span>
          <VariablePicker
            label={at === 0 ? 'Key there' : `Key there, part ${at + 1}`}
            variables={other?.variables ?? []}
            value={there || null}
            onChange={(name) => put(at, [here, name ?? ''])}
          />
          {shown.length > 1 && (
            <CrossButton
              label={`Remove part ${at + 1} of the key`}
              onPress={() => onChange(shown.toSpliced(at, 1))}
            />
          )}
        </div>
      ))}
      <p>
        <Button
          className="btn small quiet"
          isDisabled={other === undefined}
          onPress={() => onChange([...shown, ['', '']])}
        >
          And another part of the key
        </Button>
      </p>
    </fieldset>
  );
}
