import type { ColumnDecision } from '../../../src/model/importing.ts';
import { DATE_ORDERS } from '../../date-orders.ts';
import { NumberBox } from '../number-box.tsx';
import { Segments } from '../segments.tsx';

const SERIALS = [
  { id: '1900', label: 'From 1900' },
  { id: '1904', label: 'From 1904' },
  { id: 'no', label: 'No dates' },
] as const;

const MARKS = [
  { id: '.', label: 'Point 1.5' },
  { id: ',', label: 'Comma 1,5' },
] as const;

/** How dates and numbers of a column are written, where its kind has such a question. */
export function ReadingOptions({
  column,
  onChange,
}: {
  column: ColumnDecision;
  onChange: (label: string, part: Partial<ColumnDecision>) => void;
}) {
  const { kind, dateOrder, pivot, serials, decimal } = column;
  if (kind === 'date' || kind === 'datetime') {
    return (
      <section className="options-of">
        <h3>Written</h3>
        <Segments
          label="Order of day, month and year"
          choices={DATE_ORDERS}
          value={dateOrder ?? null}
          onChange={(order) => onChange('order of dates', { kind, dateOrder: order })}
        />
        {pivot !== undefined && (
          <NumberBox
            label={
              pivot === null
                ? 'Two-digit years of this century: below'
                : `Two-digit years: 00 to ${twoDigits(pivot - 1)} are 20.., the others 19..; from`
            }
            value={pivot ?? 50}
            min={1}
            max={100}
            onChange={(year) => onChange('two-digit years', { kind, pivot: year })}
          />
        )}
        {serials !== undefined && (
          <>
            <span className="note">Numbers as Excel counts days</span>
            <Segments
              label="Numbers as Excel counts days"
              choices={SERIALS}
              value={serials === null ? null : serials === false ? 'no' : (`${serials}` as const)}
              onChange={(from) =>
                onChange('day numbers', {
                  kind,
                  serials: from === 'no' ? false : from === '1900' ? 1900 : 1904,
                })
              }
            />
          </>
        )}
      </section>
    );
  }
  if (kind === 'decimal' || (kind === 'integer' && decimal !== undefined)) {
    return (
      <section className="options-of">
        <h3>Decimal mark</h3>
        <Segments
          label="Decimal mark"
          choices={MARKS}
          value={decimal ?? '.'}
          onChange={(mark) => onChange('decimal mark', { kind, decimal: mark })}
        />
      </section>
    );
  }
  return null;
}

function twoDigits(year: number): string {
  return String(year).padStart(2, '0');
}
