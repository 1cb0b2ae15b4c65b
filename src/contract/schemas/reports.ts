import * as v from 'valibot';
import type { Block } from '../../model/report.ts';
import { count, longText, name, shortText } from './plain.ts';

const block: v.GenericSchema<Block> = v.variant('type', [
  v.strictObject({ type: v.literal('heading'), level: v.picklist([1, 2]), text: shortText }),
  v.strictObject({ type: v.literal('text'), text: longText }),
  v.strictObject({ type: v.literal('list'), items: v.array(longText) }),
  v.strictObject({
    type: v.literal('table'),
    result: name,
    table: v.exactOptional(name),
    title: v.exactOptional(shortText),
  }),
  v.strictObject({
    type: v.literal('figure'),
    result: name,
    figure: v.exactOptional(count),
    title: v.exactOptional(shortText),
  }),
  v.strictObject({ type: v.literal('page-break') }),
]);

export const reportDocument = v.strictObject({
  title: shortText,
  subtitle: shortText,
  authors: shortText,
  date: shortText,
  blocks: v.pipe(v.array(block), v.maxLength(2_000)),
});
