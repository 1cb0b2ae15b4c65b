import { Button } from 'react-aria-components';
import type { KIND } from '../../../src/model/variable.ts';
import { labelOf, modeOf } from '../../import-draft.ts';
import { useShownImport } from '../../use-import.ts';
import { useSelect } from '../../use-session.ts';
import { Pick } from '../pick.tsx';
import { LiveText } from '../text-field.tsx';
import { Tip } from '../tip.tsx';
import { CodebookButton } from './codebook-button.tsx';
import { ContractButton } from './contract-button.tsx';

const NEW = '\u0000new';

/** What is to be done with the file: undo, codebook, saved decisions, and the table it goes into. */
export function ImportHead() {
  const { draft, undo } = useShownImport();
  const last = draft.past.at(-1);
  const words = last === undefined ? 'Undo' : `Undo: ${last.label}`;
  return (
    <div className="head">
      <h1>Import</h1>
      <Tip text={words} keys="Ctrl Z">
        <Button
          className="btn small"
          isDisabled={last === undefined}
          onPress={undo}
          aria-label={words}
        >
          <span className="cut">{words}</span>
        </Button>
      </Tip>
      <CodebookButton />
      <ContractButton />
      <TargetFields />
    </div>
  );
}

function TargetFields() {
  const { unit, draft, preview, aim } = useShownImport();
  const project = useSelect((state) => state.project);
  const tables = project?.tables.filter(({ origin }) => origin.made === 'import') ?? [];
  const mode = modeOf(draft, preview);
  const { target } = draft;
  return (
    <span className="actions inline">
      {tables.length > 0 && (
        <Pick
          label="into"
          labelled
          choices={[
            { id: NEW, label: 'A new table' },
            ...tables.map(({ name, label }) => {
              const match = preview.matches.find(({ table }) => table === name);
              return {
                id: name,
                label,
                note: match && `${match.same} of ${match.of} headings`,
              };
            }),
          ]}
          value={mode === null ? null : (target.table ?? NEW)}
          placeholder="Say where"
          onChange={(id) =>
            id === NEW
              ? aim({ mode: 'new', table: null })
              : aim({ mode: 'append', table: id, key: proposedKey(tables, id) })
          }
        />
      )}
      {mode === 'new' && (
        <>
          <LiveText
            label={tables.length > 0 ? 'called' : 'into table'}
            value={target.label ?? labelOf(unit, draft, preview)}
            onChange={(label) => aim({ label })}
          />
          <LiveText
            label="rows are"
            value={target.unit}
            onChange={(words) => aim({ unit: words })}
            placeholder="people, visits"
          />
        </>
      )}
    </span>
  );
}

interface Keyed {
  name: string;
  variables: readonly { name: string; kind: keyof typeof KIND }[];
}

/** The first identifier: a proposal, whose effect the comparison shows. */
export function proposedKey(tables: readonly Keyed[], name: string): string[] {
  const table = tables.find((entry) => entry.name === name);
  const first = table?.variables.find(({ kind }) => kind === 'identifier');
  return first === undefined ? [] : [first.name];
}
