import type { Op, Operators } from './operator.ts';
import { DATE_OPERATORS } from './operators/dates.ts';
import { GAP_OPERATORS } from './operators/gaps.ts';
import { ORDER_OPERATORS } from './operators/order.ts';
import { TEXT_OPERATORS } from './operators/texts.ts';
import { VALUE_OPERATORS } from './operators/values.ts';

/** Every operator, in the order in which lists show them. */
export const OPERATORS: Operators<Op> = {
  ...VALUE_OPERATORS,
  ...ORDER_OPERATORS,
  ...DATE_OPERATORS,
  ...TEXT_OPERATORS,
  ...GAP_OPERATORS,
};
