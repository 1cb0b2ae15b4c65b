import type { IHeaderParams, IInnerHeaderComponent } from 'ag-grid-community';
import type { Kind } from '../../src/model/variable.ts';
import { KIND_ICON } from './icon.tsx';
import { iconElement } from './icon-element.ts';

type HeadParams = IHeaderParams & { kind: Kind };

/** The inside of a column's head: its kind as a sign, its label. */
export class GridHead implements IInnerHeaderComponent<unknown, unknown, HeadParams> {
  readonly #head = document.createElement('span');

  init(params: HeadParams): void {
    this.#head.className = 'grid-head';
    this.#fill(params);
  }

  getGui(): HTMLElement {
    return this.#head;
  }

  refresh(params: HeadParams): boolean {
    this.#fill(params);
    return true;
  }

  #fill({ displayName, kind }: HeadParams): void {
    const label = document.createElement('span');
    label.className = 'cut';
    label.textContent = displayName;
    this.#head.replaceChildren(iconElement(KIND_ICON[kind]), label);
  }
}
