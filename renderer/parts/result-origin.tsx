import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { type Condition, EVERYONE } from '../../src/model/condition.ts';
import { formatShare } from '../../src/model/format.ts';
import type { AnalysisDescription } from '../../src/model/option.ts';
import { originTables } from '../../src/model/origin-tables.ts';
import type { Result } from '../../src/model/result.ts';
import type { StaleResult } from '../../src/model/stale-result.ts';
import { followNumber } from '../follow.ts';
import { optionWords } from '../option-values.ts';
import { howMade } from '../origin-of.ts';
import { useSelect, useSession } from '../use-session.ts';
import { count, dayOf, timeOf } from '../words.ts';
import { NumberLink, type ToRows } from './number-link.tsx';
import { RichText } from './rich-text.tsx';
import { Scroll } from './scroll.tsx';
import { WhatChanged } from './what-changed.tsx';

/** Where a result comes from: who, how many, which files, which method, which choices. */
export function ResultOrigin({
  result,
  description,
  isKept,
  stale,
  onRerun,
}: {
  result: Result;
  description: AnalysisDescription | undefined;
  isKept: boolean;
  /** What has changed since; undefined while it holds. */
  stale: StaleResult | undefined;
  onRerun: () => void;
}) {
  const session = useSession();
  const tables = useSelect((state) => state.project)?.tables ?? [];
  const chain = originTables(
    tables.find(({ name }) => name === result.table),
    tables,
  );
  const [table] = chain;
  const missingIn = (result.missingIn ?? []).filter((each) => each.n > 0);
  const onRows: ToRows | undefined = isKept
    ? (rows) => followNumber(session, result, rows)
    : undefined;
  const files = chain.flatMap(({ origin }) => (origin.made === 'import' ? origin.files : []));
  const { n, cohort, method } = result;
  return (
    <aside className="card flush from" aria-label="Where does this come from" data-pane="panel">
      <header>
        <h2>Where does this come from</h2>
      </header>
      <Scroll label="Origin of the result">
        <div className="fresh">
          {stale !== undefined ? (
            <WhatChanged stale={stale} onRerun={onRerun} />
          ) : (
            <span className={isKept ? 'tag good' : 'tag'}>
              {isKept ? '✓ kept, up to date' : 'not kept yet'}
            </span>
          )}
        </div>
        <Part title="Cohort" note={cohort.name === null ? '' : `version ${cohort.version}`}>
          {cohort.sentence}: {formatShare(cohort.n, cohort.of)}.
        </Part>
        {result.compared?.cohorts.map((each) => (
          <Part key={each.label} title={`Compared: ${each.label}`} note={`version ${each.version}`}>
            {each.sentence}: {formatShare(each.n, each.of)}.
          </Part>
        ))}
        <Part title="Used" note={`n = ${count(n.used)}`}>
          <NumberLink
            onRows={onRows}
            rows={usedRows(result)}
            words={`${formatShare(n.used, n.total)} of the cohort.`}
          >
            {formatShare(n.used, n.total)} of the cohort.
          </NumberLink>
          {n.missing.map(({ reason, n: left, rows }) => (
            <span className="row" key={reason}>
              <span>{reason}</span>
              <NumberLink onRows={onRows} rows={rows} words={`Missing, ${reason}: ${count(left)}`}>
                {count(left)}
              </NumberLink>
            </span>
          ))}
        </Part>
        {missingIn.length > 0 && (
          <Part title="Missing, by variable">
            {missingIn.map(({ variable, label, n: left }) => (
              <span className="row" key={variable}>
                <span>{label}</span>
                <NumberLink
                  onRows={onRows}
                  rows={{ op: 'missing', variable }}
                  words={`${label} is missing: ${formatShare(left, n.total)}`}
                >
                  {formatShare(left, n.total)}
                </NumberLink>
              </span>
            ))}
          </Part>
        )}
        <Part title="Method" note={method.variant}>
          {method.name}
          {method.citations.map((citation) => (
            <span className="row" key={citation}>
              <RichText text={citation} />
            </span>
          ))}
        </Part>
        <Part title="Options">
          {(description?.options ?? []).map((option) => (
            <span className="row" key={option.key}>
              <span>{option.label}</span>
              <span>{optionWords(option, result.options[option.key], table)}</span>
            </span>
          ))}
        </Part>
        <Part title="Table" note={`version ${result.tableVersion}`}>
          <Button
            className="link"
            onPress={() => session.set({ view: 'data', table: result.table, draft: [] })}
          >
            {table?.label ?? result.table}
          </Button>
          {chain.flatMap(howMade).map((sentence) => (
            <span className="row" key={sentence}>
              {sentence}
            </span>
          ))}
        </Part>
        {files.length > 0 && (
          <Part title="Source files" note="SHA-256">
            {files.map((file) => (
              <span className="row" key={`${file.name} ${file.sheet}`}>
                <span>
                  {file.name}
                  {file.sheet !== null && `, sheet ${file.sheet}`}
                </span>
                <code>{file.sha256.slice(0, 8)}</code>
              </span>
            ))}
          </Part>
        )}
        <Part title="Computed by" {...(isKept ? { note: result.id } : {})}>
          {result.madeWith}, {dayOf(result.madeAt)} {timeOf(result.madeAt)}
        </Part>
      </Scroll>
    </aside>
  );
}

/** All of the cohort, or those that the analysis names. */
function usedRows({ n }: Result): Condition | undefined {
  return n.rows ?? (n.used === n.total ? EVERYONE : undefined);
}

function Part({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <section>
      <h3>
        {title}
        {note !== undefined && (
          <span className="note">
            <RichText text={note} />
          </span>
        )}
      </h3>
      <div className="note">{children}</div>
    </section>
  );
}
