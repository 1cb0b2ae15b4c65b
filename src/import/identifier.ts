import type { ColumnTally } from './column-tally.ts';

const NAMED =
  /\b(ids?|identifier|refs?|reference|nhs|postcode|post code|uprn|urn|mrn|guid|uuid|chi)\b/i;
const PHONE = /\b(phone|mobile|telephone|tel)\b/i;
const MAYBE_NAMED = /\b(code|number|no|num|account|record|case|key)\b/i;

/**
 * Why a column holds identifiers rather than numbers or words; undefined when it does not.
 * `most` says whether a count is nearly all of the column's cells.
 */
export function identifierReason(
  tally: ColumnTally,
  header: string,
  most: (n: number) => boolean,
): string | undefined {
  const { codes, judged, distinct } = tally;
  const fixedWidth = codes.shortest === codes.longest;
  const unique = distinct >= judged * 0.9 && judged >= 5;
  const title = words(header);
  if (most(codes.digits)) {
    if (codes.long > 0) return 'more than 15 digits, of which a number would lose the last';
    if (codes.leadingZero > 0 && fixedWidth && codes.longest > 2) {
      return `leading zeros: ${codes.example} as a number would be ${Number(codes.example)}`;
    }
  }
  if (codes.exponent > 0 && most(codes.digits + codes.exponent + codes.mixed)) {
    return `${codes.example} is a code, though some programs read it as a number`;
  }
  if (!most(codes.codeLike)) return undefined;
  if (NAMED.test(title) || (PHONE.test(title) && codes.longest > 5)) {
    return `the heading “${header}” names an identifier`;
  }
  if (MAYBE_NAMED.test(title) && unique && fixedWidth && codes.longest >= 4) {
    return `the heading “${header}” and ${distinct} different codes`;
  }
  if (!most(codes.mixed)) return undefined;
  const { shape, n } = codes.shape ?? { shape: '', n: 0 };
  const digits = shape.split('9').length - 1;
  if (n >= judged * 0.9 && digits >= 3 && distinct > 1) return `all written like ${pattern(shape)}`;
  return unique && judged >= 20 ? 'codes of letters and digits, nearly all different' : undefined;
}

/** `PersonID`, `person_id` and `Person ID` as words. */
function words(header: string): string {
  return header.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_.-]+/g, ' ');
}

function pattern(shape: string): string {
  return shape.replaceAll('9', '0').replaceAll('a', 'A');
}
