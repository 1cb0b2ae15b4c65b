import type { MergeSuggestion } from '../../../../src/model/recipe.ts';
import type { TableInfo } from '../../../../src/model/table.ts';
import { useTableState } from '../../../table-state.ts';
import { replyValue, useReply } from '../../../use-reply.ts';
import { useSession } from '../../../use-session.ts';
import { count } from '../../../words.ts';
import { Check } from '../../check.tsx';
import { CommittedText } from '../../text-field.tsx';

/** Spellings to be merged: those that are alike are offered, and any can be written. */
export function MergeField({
  table,
  variable,
  map,
  onChange,
}: {
  table: TableInfo;
  variable: string;
  map: Readonly<Record<string, string>>;
  onChange: (map: Record<string, string>) => void;
}) {
  const session = useSession();
  const state = useTableState(table.name);
  const asked = useReply(
    variable === '' ? null : JSON.stringify([table.name, table.version, state, variable]),
    (options) => session.client.suggestMerges({ table: table.name, variable, ...state }, options),
  );
  const found = replyValue(asked, []);
  const merge = ({ to, spellings }: MergeSuggestion, on: boolean) => {
    const entries = spellings.filter(({ text }) => text !== to).map(({ text }) => [text, to]);
    const texts = new Set(spellings.map(({ text }) => text));
    const others = Object.entries(map).filter(([text]) => !texts.has(text));
    onChange(Object.fromEntries(on ? [...others, ...entries] : others));
  };
  return (
    <>
      {variable !== '' && (
        <fieldset className="merges">
          <legend>Similar spellings</legend>
          {asked.state === 'ok' && found.length === 0 && <p className="note">None are alike.</p>}
          {asked.state === 'refused' && <p className="note">{asked.refusal.message}</p>}
          {found.length > 1 && (
            <Check
              label="All of them"
              isSelected={found.every((each) => isMerged(each, map))}
              onChange={(on) =>
                onChange(
                  on
                    ? {
                        ...map,
                        ...Object.fromEntries(
                          found.flatMap(({ to, spellings }) =>
                            spellings
                              .filter(({ text }) => text !== to)
                              .map(({ text }) => [text, to]),
                          ),
                        ),
                      }
                    : {},
                )
              }
            />
          )}
          {found.map((each) => (
            <Check
              key={each.to}
              label={
                <>
                  <b>{each.to}</b> ←{' '}
                  {each.spellings
                    .filter(({ text }) => text !== each.to)
                    .map(({ text, n }) => `${text} (${count(n)})`)
                    .join(', ')}
                </>
              }
              isSelected={isMerged(each, map)}
              onChange={(on) => merge(each, on)}
            />
          ))}
        </fieldset>
      )}
      <CommittedText
        label="Old → new, one a line"
        value={Object.entries(map)
          .map(([from, to]) => `${from} → ${to}`)
          .join('\n')}
        rows={5}
        onCommit={(lines) => onChange(readMap(lines))}
      />
    </>
  );
}

function isMerged(
  { to, spellings }: MergeSuggestion,
  map: Readonly<Record<string, string>>,
): boolean {
  return spellings.every(({ text }) => text === to || map[text] !== undefined);
}

function readMap(lines: string): Record<string, string> {
  const entries = lines.split('\n').flatMap((line) => {
    const at = line.search(/→|->/);
    if (at < 0) return [];
    const from = line.slice(0, at).replace(/ $/, '');
    return [
      [
        from,
        line
          .slice(at)
          .replace(/^(→|->)/, '')
          .trim(),
      ] as const,
    ];
  });
  return Object.fromEntries(entries.filter(([from]) => from !== ''));
}
