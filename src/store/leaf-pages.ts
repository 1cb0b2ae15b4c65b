import { writeSync } from 'node:fs';
import type { RecordWriter } from './record-writer.ts';
import { putVarint, varintLength } from './varint.ts';

export const PAGE = 1 << 16;
/** SQLite locks bytes here: the page that holds them is never used. */
const LOCKED_PAGE = 0x4000_0000 / PAGE + 1;
const ROOT = 2;
const LEAF = 0x0d;
const INTERIOR = 0x05;
const LEAF_HEADER = 8;
const INTERIOR_HEADER = 12;

interface Child {
  page: number;
  /** The highest row in it. */
  row: number;
}

/**
 * Writes the rows of an empty table, in order of their numbers, as the pages of its b-tree
 * (https://sqlite.org/fileformat2.html#b_tree_pages): leaves as they fill, then what leads to them. The
 * table's root is page 2.
 */
export class LeafPages {
  readonly #file: number;
  readonly #page = Buffer.alloc(PAGE);
  #cells = 0;
  #free = PAGE;
  #row = 0;
  #next = ROOT + 1;
  #leaves: Child[] = [];

  constructor(file: number) {
    this.#file = file;
  }

  add(row: number, record: RecordWriter): void {
    const { length } = record;
    const size = varintLength(length) + varintLength(row) + length;
    if (LEAF_HEADER + 2 * (this.#cells + 1) + size > this.#free) this.#endLeaf();
    const at = this.#free - size;
    this.#page.writeUInt16BE(at, LEAF_HEADER + 2 * this.#cells++);
    record.copy(this.#page, putVarint(this.#page, putVarint(this.#page, at, length), row));
    this.#free = at;
    this.#row = row;
  }

  /** Writes what is left, and the root; gives the number of pages. */
  finish(): number {
    if (this.#leaves.length === 0) {
      this.#writeLeaf(ROOT);
      return ROOT;
    }
    if (this.#cells > 0) this.#endLeaf();
    let level = this.#leaves;
    for (;;) {
      const parents = groups(level);
      if (parents.length === 1) break;
      level = parents.map((children) => {
        const page = this.#take();
        this.#writeInterior(page, children);
        return { page, row: (children.at(-1) as Child).row };
      });
    }
    this.#writeInterior(ROOT, level);
    return this.#next - 1;
  }

  #endLeaf(): void {
    const page = this.#take();
    this.#writeLeaf(page);
    this.#leaves.push({ page, row: this.#row });
    this.#cells = 0;
    this.#free = PAGE;
  }

  #take(): number {
    if (this.#next === LOCKED_PAGE) this.#next++;
    return this.#next++;
  }

  #writeLeaf(page: number): void {
    this.#page[0] = LEAF;
    this.#page.writeUInt16BE(0, 1);
    this.#page.writeUInt16BE(this.#cells, 3);
    // 0 stands for 65,536.
    this.#page.writeUInt16BE(this.#free % PAGE, 5);
    this.#page[7] = 0;
    this.#write(page);
  }

  #writeInterior(page: number, children: readonly Child[]): void {
    const buffer = this.#page;
    let free = PAGE;
    const last = children.at(-1) as Child;
    for (const [nth, child] of children.slice(0, -1).entries()) {
      free -= 4 + varintLength(child.row);
      buffer.writeUInt32BE(child.page, free);
      putVarint(buffer, free + 4, child.row);
      buffer.writeUInt16BE(free, INTERIOR_HEADER + 2 * nth);
    }
    buffer[0] = INTERIOR;
    buffer.writeUInt16BE(0, 1);
    buffer.writeUInt16BE(children.length - 1, 3);
    buffer.writeUInt16BE(free % PAGE, 5);
    buffer[7] = 0;
    buffer.writeUInt32BE(last.page, 8);
    this.#write(page);
  }

  #write(page: number): void {
    const place = (page - 1) * PAGE;
    for (let done = 0; done < PAGE; ) {
      done += writeSync(this.#file, this.#page, done, PAGE - done, place + done);
    }
  }
}

/** Children by the page that leads to them: of 4 + 9 bytes each at most, and a place of 2. */
function groups(children: readonly Child[]): Child[][] {
  const most = Math.floor((PAGE - INTERIOR_HEADER) / 15);
  const parents: Child[][] = [];
  for (let at = 0; at < children.length; at += most) parents.push(children.slice(at, at + most));
  // An interior page has two children at least.
  const [before, last] = parents.slice(-2);
  if (before && last?.length === 1) last.unshift(before.pop() as Child);
  return parents;
}
