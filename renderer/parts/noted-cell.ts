import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community';
import { cellSign, type GridRow, noteAt, noteWords } from '../grid-rows.ts';

/** A cell with a note: its sign, its text, and for those who do not see colours, the reason. */
export class NotedCell implements ICellRendererComp<GridRow> {
  readonly #cell = document.createElement('span');

  init(params: ICellRendererParams<GridRow>): void {
    this.#fill(params);
  }

  getGui(): HTMLElement {
    return this.#cell;
  }

  refresh(params: ICellRendererParams<GridRow>): boolean {
    this.#fill(params);
    return true;
  }

  #fill({ data, value, colDef, setTooltip }: ICellRendererParams<GridRow>): void {
    const note = noteAt(data, Number(colDef?.colId?.slice(1)));
    if (note !== undefined) setTooltip(`${note.raw}: ${noteWords(note)}`);
    const sign = part('mk', cellSign(note));
    sign.ariaHidden = 'true';
    const reason = part('unseen', note === undefined ? '' : ` (${noteWords(note)})`);
    this.#cell.replaceChildren(
      ...(sign.textContent === '' ? [] : [sign]),
      String(value ?? ''),
      reason,
    );
  }
}

function part(className: string, text: string): HTMLSpanElement {
  const span = document.createElement('span');
  span.className = className;
  span.textContent = text;
  return span;
}
