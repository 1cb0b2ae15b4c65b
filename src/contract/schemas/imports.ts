import * as v from 'valibot';
import { KINDS } from '../../model/variable.ts';
import { count, name, names, shortText, valueLabel } from './plain.ts';

const kind = v.picklist(KINDS);

const missingCode = v.strictObject({ code: shortText, reason: shortText });

const encoding = v.picklist(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']);

const delimiter = v.picklist([',', ';', '\t', '|']);

const quoting = v.strictObject({
  quote: v.picklist(['"', "'"]),
  escape: v.picklist(['doubled', 'backslash']),
});

const comments = v.picklist(['skip', 'read']);

const header = v.strictObject({ row: count, rows: v.pipe(count, v.maxValue(3)) });

const columnParts = {
  header: shortText,
  name,
  keep: v.boolean(),
  kind,
  dateOrder: v.exactOptional(v.nullable(v.picklist(['dmy', 'mdy', 'ymd']))),
  decimal: v.exactOptional(v.picklist(['.', ','])),
  pivot: v.exactOptional(v.nullable(v.pipe(count, v.maxValue(100)))),
  serials: v.exactOptional(v.nullable(v.union([v.picklist([1900, 1904]), v.literal(false)]))),
  label: v.exactOptional(shortText),
  missing: v.pipe(v.array(missingCode), v.maxLength(100)),
  values: v.exactOptional(v.pipe(v.array(valueLabel), v.maxLength(10_000))),
  seen: v.exactOptional(v.pipe(v.array(shortText), v.maxLength(1_000))),
};

const columnChange = v.strictObject({
  position: count,
  header: v.exactOptional(columnParts.header),
  name: v.exactOptional(columnParts.name),
  keep: v.exactOptional(columnParts.keep),
  kind: v.exactOptional(columnParts.kind),
  dateOrder: columnParts.dateOrder,
  decimal: columnParts.decimal,
  pivot: columnParts.pivot,
  serials: columnParts.serials,
  label: columnParts.label,
  missing: v.exactOptional(columnParts.missing),
  values: columnParts.values,
  seen: columnParts.seen,
});

export const decisionChanges = v.strictObject({
  encoding: v.exactOptional(encoding),
  delimiter: v.exactOptional(delimiter),
  quoting: v.exactOptional(quoting),
  comments: v.exactOptional(comments),
  sheet: v.exactOptional(name),
  header: v.exactOptional(header),
  footer: v.exactOptional(count),
  columns: v.exactOptional(v.pipe(v.array(columnChange), v.maxLength(16_384))),
  required: v.exactOptional(names),
});

export const importDecisions = v.strictObject({
  format: v.literal('attune-import/1'),
  dialect: v.variant('kind', [
    v.strictObject({
      kind: v.literal('csv'),
      encoding,
      delimiter,
      quoting: v.exactOptional(quoting),
      comments: v.exactOptional(comments),
    }),
    v.strictObject({ kind: v.literal('xlsx'), sheet: name }),
  ]),
  header,
  footer: count,
  footerChosen: v.exactOptional(v.boolean()),
  columns: v.pipe(
    v.array(v.strictObject({ position: count, ...columnParts })),
    v.maxLength(16_384),
  ),
  required: names,
});

const file = v.pipe(v.string(), v.minLength(1), v.maxLength(4_096));

const stackPart = v.strictObject({
  file,
  changes: v.exactOptional(
    v.strictObject({
      encoding: v.exactOptional(encoding),
      delimiter: v.exactOptional(delimiter),
      sheet: v.exactOptional(name),
      header: v.exactOptional(header),
      footer: v.exactOptional(count),
    }),
  ),
});

export const fileReading = {
  file,
  contract: v.exactOptional(importDecisions),
  changes: v.exactOptional(decisionChanges),
  stack: v.exactOptional(v.pipe(v.array(stackPart), v.maxLength(1_000))),
};

export const importRequest = v.strictObject({
  ...fileReading,
  table: name,
  label: v.exactOptional(shortText),
  unit: v.exactOptional(shortText),
  mode: v.exactOptional(v.picklist(['new', 'replace', 'append', 'update'])),
  key: v.exactOptional(v.pipe(v.array(name), v.maxLength(20))),
  blanksOverwrite: v.exactOptional(v.boolean()),
  acceptDrift: v.exactOptional(v.boolean()),
  again: v.exactOptional(v.boolean()),
});

export const correctedRow = v.strictObject({
  row: count,
  cells: v.pipe(v.array(v.pipe(v.string(), v.maxLength(32_767))), v.maxLength(16_384)),
  file: v.exactOptional(v.pipe(v.string(), v.maxLength(4_096))),
});
