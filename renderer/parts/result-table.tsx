import { useState } from 'react';
import { cellMarkup } from '../../src/model/format.ts';
import type { ResultTable, TableColumn } from '../../src/model/result.ts';
import { plainText } from '../../src/model/rich.ts';
import { canSort, type RowOrder, sortRows } from '../sort-rows.ts';
import { splitCell } from '../split-cell.ts';
import { CopyTable } from './copy-table.tsx';
import { NumberLink, type ToRows } from './number-link.tsx';
import { RichText } from './rich-text.tsx';
import { Scroll } from './scroll.tsx';
import { SortHead, sortWord } from './sort-head.tsx';

/** A table as APA sets it: rules above and below, spanners, notes under it. */
export function ResultTableView({
  table,
  caption,
  basis,
  about,
  onRows,
  isSortable = false,
}: {
  table: ResultTable;
  /** "Table 3"; left out where the table is not numbered. */
  caption?: string;
  /** Who, n, missing: first in the note. */
  basis?: string;
  /** The same for a copy of the table, which leaves without its surroundings. */
  about?: string;
  /** Leads to the rows behind a number. */
  onRows?: ToRows | undefined;
  /** Headings sort the rows, and the table can be copied. */
  isSortable?: boolean;
}) {
  const spans = spanners(table.columns);
  const [order, setOrder] = useState<RowOrder | null>(null);
  const sorts = isSortable && canSort(table);
  const rows = sortRows(table.rows, sorts ? order : null);
  return (
    <figure className="apa-figure">
      <Scroll label={table.title} className="apa-scroll">
        <table className={table.columns.length > MOST_IN_ONE_LINE ? 'apa two-lines' : 'apa'}>
          <caption>
            {caption !== undefined && <b>{caption}</b>}
            <em>
              <RichText text={table.title} />
            </em>
          </caption>
          <thead>
            {spans.some(({ name }) => name !== undefined) && (
              <tr className="spans">
                {spans.map(({ name, from, width }) =>
                  name === undefined ? (
                    <td key={from} colSpan={width} />
                  ) : (
                    <th key={from} colSpan={width} scope="colgroup">
                      <span>
                        <RichText text={name} />
                      </span>
                    </th>
                  ),
                )}
              </tr>
            )}
            <tr>
              {table.columns.map((column, place) => (
                <th
                  key={column.key}
                  scope="col"
                  className={headClass(column)}
                  {...(sorts ? { 'aria-sort': sortWord(order, place) } : {})}
                >
                  <SortHead order={sorts ? order : undefined} column={place} onSort={setOrder}>
                    {column.align === 'right' ? (
                      <Pieces text={column.header} />
                    ) : (
                      <RichText text={column.header} />
                    )}
                  </SortHead>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
              <tr key={at} className={row.role ?? ''}>
                {table.columns.map((column, place) => {
                  const cell = row.cells[place];
                  const text = cell === undefined ? '' : cellMarkup(cell, column.format);
                  const className = column.align === 'right' ? 'num' : '';
                  return place === 0 ? (
                    <th key={column.key} scope="row" className={className}>
                      <RichText text={text} />
                    </th>
                  ) : (
                    <td key={column.key} className={className}>
                      <NumberLink
                        rows={cell?.rows}
                        words={`${plainText(cellMarkup(row.cells[0] ?? { value: '' }, 'text'))}, ${plainText(column.header)}: ${plainText(text)}`}
                        onRows={onRows}
                      >
                        {column.align === 'right' ? (
                          <Pieces text={text} />
                        ) : (
                          <RichText text={text} />
                        )}
                      </NumberLink>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {isSortable && <CopyTable table={{ ...table, rows }} about={about} />}
      {(basis !== undefined || table.notes.length > 0) && (
        <figcaption className="apa-note">
          <em>Note.</em>{' '}
          <RichText text={[basis, ...table.notes].filter((part) => part !== undefined).join(' ')} />
        </figcaption>
      )}
    </figure>
  );
}

/** Tables with more columns set what stands in brackets on a line of its own. */
const MOST_IN_ONE_LINE = 6;

/** A long heading over short numbers would break after every word. */
function headClass({ align, header }: TableColumn): string {
  if (align !== 'right') return '';
  return header.length > LONG_HEADING ? 'num long' : 'num';
}

const LONG_HEADING = 30;

/** A number and its bracket: never broken inside, one above the other where there is little room. */
function Pieces({ text }: { text: string }) {
  const pieces = splitCell(text);
  if (pieces === null) return <RichText text={text} />;
  return (
    <>
      <span className="lead">
        <RichText text={pieces.lead} />
      </span>{' '}
      <span className="tail">
        <RichText text={pieces.tail} />
      </span>
    </>
  );
}

/** Neighbouring columns that share a spanner, in one cell each. */
function spanners(
  columns: readonly TableColumn[],
): { name: string | undefined; from: number; width: number }[] {
  const spans: { name: string | undefined; from: number; width: number }[] = [];
  columns.forEach(({ spanner }, at) => {
    const last = spans.at(-1);
    if (last !== undefined && last.name === spanner) last.width += 1;
    else spans.push({ name: spanner, from: at, width: 1 });
  });
  return spans;
}
