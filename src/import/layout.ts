import { Refusal, type Where } from '../model/refusal.ts';
import { commentsBelow } from './comment-lines.ts';
import { type FileRow, firstRows, lastRows } from './file-rows.ts';
import { proposeFooter } from './footer.ts';
import { type HeaderPlace, headerTexts, proposeHeader } from './header.ts';
import { NAMES_DELIMITER, type OddRow, type RawTable } from './raw-table.ts';

/** Which rows of a file are what. */
export interface Layout {
  header: HeaderPlace;
  footer: number;
  /** Header text of each column; '' where there is none. */
  headers: readonly string[];
  /** Regular rows from `first` up to but not with `last` are data. */
  first: number;
  last: number;
  /** Rows above the header, and comment lines below it. */
  titleRows: readonly FileRow[];
  headerRows: readonly FileRow[];
  footerRows: readonly FileRow[];
  /** Odd rows among the data: quarantined. */
  ragged: readonly OddRow[];
}

/**
 * Divides a file into titles, header, data and footer, as decided or as proposed.
 * @throws Refusal `no-such-row`, `no-rows`, `header-too-wide`
 */
export function layOut(
  table: RawTable,
  decided: {
    header?: HeaderPlace | undefined;
    footer?: number | undefined;
    comments?: 'skip' | 'read' | undefined;
  },
  where: Where,
): Layout {
  const isSkipping = decided.comments !== 'read';
  const header = decided.header ?? proposeHeader(table, isSkipping);
  const top = topRows(table, header, where);
  const next = top.next;
  const firstData = next?.index ?? table.rows;
  const footer = decided.footer ?? proposeFooter(table, firstData);
  const footerRows = lastRows(table, footer)
    .filter((row) => next && row.number >= next.number)
    .reverse();
  const end = footerRows[0];
  const last = end ? end.index : table.rows;
  const isAmong = ({ number }: { number: number }) =>
    next !== undefined && number >= next.number && (!end || number < end.number);
  const comments = isSkipping ? commentsBelow(table).filter(isAmong) : [];
  const skipped = new Set(comments.map(({ number }) => number));
  const ragged = table.odd.filter((row) => isAmong(row) && !skipped.has(row.number));
  if (last <= firstData) throw noRows(header, ragged.length, where);
  return {
    header,
    footer,
    headers: headerTexts(table, top.header),
    first: firstData,
    last,
    titleRows: [...top.titles, ...comments],
    headerRows: top.header,
    footerRows,
    ragged,
  };
}

function topRows(table: RawTable, header: HeaderPlace, where: Where) {
  if (header.row === 0) {
    const rows = firstRows(table, 2);
    const isSep = table.odd[0]?.reason === NAMES_DELIMITER;
    return { titles: isSep ? rows.slice(0, 1) : [], header: [], next: rows[isSep ? 1 : 0] };
  }
  if (header.rows < 1 || header.rows > 3) {
    throw new Refusal('header-rows', `A header has 1 to 3 rows, not ${header.rows}.`, { where });
  }
  const rows = firstRows(table, header.row + header.rows + 1);
  const at = rows.findIndex(({ number }) => number === header.row);
  if (at < 0) {
    throw new Refusal(
      'no-such-row',
      `Row ${header.row} cannot be the header: it is blank or not there.`,
      {
        hint: 'Choose another header row.',
        where: { ...where, row: header.row },
      },
    );
  }
  const chosen = rows.slice(at, at + header.rows);
  const width = table.columns.length;
  const wide = chosen.find(({ cells }) => cells.slice(width).some((cell) => cell.trim() !== ''));
  if (wide) {
    throw new Refusal(
      'header-too-wide',
      `The header has ${wide.cells.length} fields, but most rows have ${width}.`,
      {
        hint: 'Check the delimiter, or the header for a name that holds one.',
        where: { ...where, row: wide.number },
      },
    );
  }
  return { titles: rows.slice(0, at), header: chosen, next: rows[at + header.rows] };
}

function noRows(header: HeaderPlace, ragged: number, where: Where): Refusal {
  if (ragged > 0) {
    return new Refusal('no-rows', `None of the ${ragged} rows has as many fields as the table.`, {
      hint: 'Check the delimiter and the header row.',
      where,
    });
  }
  return new Refusal(
    'no-rows',
    header.row > 0
      ? `There is no data: nothing stands below the header in row ${header.row}.`
      : 'There is no data in it.',
    { hint: 'Choose another sheet or header row, or ask for the extract again.', where },
  );
}
