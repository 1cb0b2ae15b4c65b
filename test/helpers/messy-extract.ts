// Twelve people, before and after: t(11) = 3.684, p = .0036, d_av = 0.456 (checked in R 4.2.2).
const BEFORE = [24, 31, 18, 27, 35, 22, 29, 16, 33, 26, 20, 30];
const AFTER = [28, 33, 17, 31, 34, 27, 29, 21, 35, 30, 26, 31];

/**
 * An extract as services send them: title rows, Windows-1252, semicolons, leading zeros, a date order
 * that the file cannot prove, a quoted line break, an impossible date, a ragged row, a total.
 */
export function messyExtract(): Buffer {
  const lines = [
    'Harbour extract;;;;;',
    'Run on 29/02/2024;;;;;',
    ';;;;;',
    'Client ref;Site;Warmth before;Warmth after;Completed on;Comment',
    ...BEFORE.map((before, i) => {
      const comment = i === 2 ? '"said ""yes""\nand more"' : 'caf\xe9';
      const date = `0${(i % 9) + 1}/0${(i % 3) + 4}/2023`;
      return `00${String(i + 1).padStart(2, '0')};${i % 3 ? 'South' : 'North'};${before};${AFTER[i]};${date};${comment}`;
    }),
    '0013;North;20;;31/02/2023;NK',
    '0014;South;20;21',
    'Total;;26;28;;',
  ];
  return Buffer.from(lines.join('\r\n'), 'latin1');
}
