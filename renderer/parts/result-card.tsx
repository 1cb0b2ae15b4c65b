import { useState } from 'react';
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { basisSentence } from '../../src/model/basis.ts';
import type { Result } from '../../src/model/result.ts';
import { plainText } from '../../src/model/rich.ts';
import { followNumber } from '../follow.ts';
import { useSession } from '../use-session.ts';
import { CopyButton } from './copy-button.tsx';
import type { ToRows } from './number-link.tsx';
import { ResultCautions } from './result-cautions.tsx';
import { ResultCharts } from './result-charts.tsx';
import { ResultNotes } from './result-notes.tsx';
import { ResultTableView } from './result-table.tsx';
import { RichText } from './rich-text.tsx';
import { Scroll } from './scroll.tsx';

const PARTS = [
  { id: 'table', label: 'Table' },
  { id: 'chart', label: 'Chart' },
  { id: 'notes', label: 'Notes' },
] as const;

const FORMATS = [
  { id: 'docx', label: 'Word' },
  { id: 'xlsx', label: 'Excel' },
  { id: 'csv', label: 'CSV' },
] as const;

/** Longer APA wording waits behind its heading. */
const MOST_SHOWN = 500;

/** One result: the sentence first, then table, chart and notes, each shown or not. */
export function ResultCard({
  result,
  name,
  changed,
  isKept,
  isBusy,
}: {
  result: Result;
  /** What has changed since it was made; '' while it holds. */
  changed: string;
  /** What the analysis is called. */
  name: string;
  /** Exports are of results that the project keeps. */
  isKept: boolean;
  isBusy: boolean;
}) {
  const session = useSession();
  const [parts, setParts] = useState<ReadonlySet<string>>(new Set(['table', 'chart']));
  const { plain, apa } = result.sentences;
  const onRows: ToRows | undefined = isKept
    ? (rows) => followNumber(session, result, rows)
    : undefined;
  return (
    <section
      className="card flush result"
      aria-label={`Result: ${result.title}`}
      aria-busy={isBusy}
    >
      <header>
        <h2 className="cut">{name}</h2>
        <ToggleButtonGroup
          className="seg"
          aria-label="Show"
          selectionMode="multiple"
          selectedKeys={parts}
          onSelectionChange={(keys) => setParts(new Set([...keys].map(String)))}
        >
          {PARTS.map(({ id, label }) => (
            <ToggleButton key={id} id={id}>
              {label}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <span className="right exports">
          {(isKept ? FORMATS : []).map(({ id, label }) => (
            <Button
              key={id}
              className="btn small"
              aria-label={`Export to ${label}`}
              onPress={() =>
                session.deliver(`Exporting to ${label}`, () =>
                  session.client.exportResult({ id: result.id, format: id }),
                )
              }
            >
              {label}
            </Button>
          ))}
        </span>
      </header>
      <Scroll label="The result" className="body">
        <div className="say">
          <p>
            <RichText text={plain} />
          </p>
          <CopyButton label="Copy words" text={plainText(plain)} />
          {apa !== '' && (
            <>
              <details open={apa.length <= MOST_SHOWN}>
                <summary>APA wording</summary>
                <p className="note">
                  <RichText text={apa} />
                </p>
              </details>
              <CopyButton label="Copy APA" text={plainText(apa)} />
            </>
          )}
        </div>
        {parts.has('table') &&
          result.tables.map((table) => (
            <ResultTableView
              key={table.id}
              table={table}
              about={basisSentence(result, changed)}
              onRows={onRows}
              isSortable
            />
          ))}
        {parts.has('chart') && (
          <ResultCharts onRows={onRows} result={result} changed={changed} isKept={isKept} />
        )}
        {!parts.has('notes') && <ResultCautions result={result} />}
        {parts.has('notes') && <ResultNotes result={result} />}
      </Scroll>
    </section>
  );
}
