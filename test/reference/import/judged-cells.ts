/** A cell as LibreOffice has it: 1-based row, 0-based column, type and value. */
export type JudgedCell = [row: number, column: number, type: string, value: string];

/** The filled cells of each sheet of a flat OpenDocument file, in order. */
export function judgedCells(fods: string): Record<string, JudgedCell[]> {
  const sheets: Record<string, JudgedCell[]> = {};
  for (const [, name = '', body = ''] of fods.matchAll(
    /<table:table table:name="([^"]*)"[^>]*>(.*?)<\/table:table>/gs,
  )) {
    const cells: JudgedCell[] = [];
    let row = 0;
    for (const [whole] of body.matchAll(/<table:table-row\b[^>]*?(?:\/>|>.*?<\/table:table-row>)/gs)) {
      const repeated = attribute(/^<[^>]*>/.exec(whole)?.[0] ?? '', 'table:number-rows-repeated');
      row++;
      let column = 0;
      for (const [cell, tag = ''] of whole.matchAll(
        /(<table:(?:covered-)?table-cell\b[^>]*?)(?:\/>|>(.*?)<\/table:(?:covered-)?table-cell>)/gs,
      )) {
        const value = valueOf(cell, tag);
        if (value) cells.push([row, column, ...value]);
        column += Number(attribute(tag, 'table:number-columns-repeated') ?? 1);
      }
      row += Number(repeated ?? 1) - 1;
    }
    sheets[text(name)] = cells;
  }
  return sheets;
}

function valueOf(cell: string, tag: string): [string, string] | undefined {
  const type = attribute(tag, 'calcext:value-type') ?? attribute(tag, 'office:value-type');
  const shown = cell.replace(/<office:annotation.*?<\/office:annotation>/gs, '');
  const lines = [...shown.matchAll(/<text:p\b[^>]*?(?:\/>|>(.*?)<\/text:p>)/gs)].map(([, inner = '']) =>
    text(
      inner
        .replace(/<text:s(?: text:c="(\d+)")?\/>/g, (_, n) => ' '.repeat(Number(n ?? 1)))
        .replace(/<text:line-break\/>/g, '\n')
        .replace(/<[^>]*>/g, ''),
    ),
  );
  switch (type) {
    case undefined:
      return undefined;
    case 'date':
      return ['date', attribute(tag, 'office:date-value') ?? ''];
    case 'time':
      return ['time', attribute(tag, 'office:time-value') ?? ''];
    case 'boolean':
      return ['boolean', attribute(tag, 'office:boolean-value') ?? ''];
    case 'float':
    case 'percentage':
    case 'currency':
      return ['number', attribute(tag, 'office:value') ?? ''];
    default:
      return [type, lines.join('\n')];
  }
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : text(found);
}

function text(xml: string): string {
  return xml
    .replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, (_, hex, ten) =>
      String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(ten)),
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
