import type { IdentifierKind } from '../../src/quality/find-identifiers.ts';
import type { SpeltValue } from '../../src/quality/spelling.ts';
import { madeUpNhsNumber, spacedNhsNumber } from '../../src/sample/nhs-number.ts';
import { type Random, randomOf } from '../../src/sample/random.ts';

/** Sentences as workers write them, with capitals, times, money, rooms, doses and dates, and nobody in them. */
const PLAIN: readonly ((random: Random) => string)[] = [
  () => 'Came with grandmother, stayed for 20 minutes',
  () => 'Met at the Café Soleil drop-in, moved to Room B2 on the 3rd floor',
  (r) =>
    `Travel paid: £${r.whole(2, 30)}.${r.whole(10, 99)} return, receipt ${r.whole(1000, 99999)}`,
  (r) =>
    `Seen ${r.whole(1, 28)}/${r.whole(1, 12)}/20${r.whole(15, 23)} at ${r.whole(9, 17)}:30 in the Children's Centre`,
  (r) => `Next appointment ${r.whole(1, 28)} May 20${r.whole(20, 23)}, weekly until July`,
  (r) =>
    `EPDS ${r.whole(0, 30)}, PHQ-9 ${r.whole(0, 27)}; see letter ref HV/${r.whole(100, 999)}/${r.whole(10, 99)}`,
  () => 'Health Visitor will ring South London and Maudsley about the Mother and Baby Unit',
  (r) =>
    `Weight ${r.whole(2, 9)}.${r.whole(10, 99)} kg on the 25th centile; feeds every ${r.whole(2, 4)} hrs`,
  () => 'Grace period agreed; hope is that April or May will be calmer. May need Rose Ward.',
  (r) =>
    `Order no. ${r.whole(1_000_000, 9_999_999)}, version 2.${r.whole(0, 9)} of the plan, form T${r.whole(1, 3)}`,
  () => 'Spoke about sleep. Christmas was hard. Easter at the Harbour Trust group on Tuesday.',
  (r) =>
    `Scored ${r.whole(1, 7)} on items 3 and 11; Level ${r.whole(1, 4)} 2nd rating at week ${r.whole(1, 40)}`,
];

const NAMES = [
  'Abena',
  'Aisha',
  'Claire',
  'Fiona',
  'Hannah',
  'Imran',
  'Kwame',
  'Leila',
  'Maryam',
  'Naomi',
  'Olivia',
  'Priya',
  'Rachel',
  'Samira',
  'Tariq',
  'Yasmin',
  'Zara',
  'Joshua',
  'Megan',
  'Thomas',
];
const SURNAMES = [
  'Ahmed',
  'Bello',
  'Fenwick',
  'Kamara',
  'Mahoney',
  'Okonjo',
  'Osei',
  'Rooke',
  'Sandhu',
  'Thorne',
  'O’Neill',
  'Vasquez',
];
const AREAS = ['SE5', 'SW1A', 'M1', 'B33', 'LS6', 'E17', 'EC1A', 'DN55', 'CF10', 'N1'];
const INWARD = ['8AZ', '1AA', '2PT', '4TW', '7BB', '0AX', '3HJ', '9QS'];

/** One way and another of writing each kind; numbers from the ranges that are never given out. */
const IDENTIFYING: Readonly<Record<IdentifierKind, readonly ((random: Random) => string)[]>> = {
  'nhs-number': [
    (r) => `NHS no. ${spacedNhsNumber(madeUpNhsNumber(r))}`,
    (r) => `Infant registered as ${madeUpNhsNumber(r)}`,
    (r) => `(NHS ${spacedNhsNumber(madeUpNhsNumber(r)).replaceAll(' ', '-')})`,
  ],
  phone: [
    (r) => `call 07700 900${r.whole(100, 999)}`,
    (r) => `mobile 07700900${r.whole(100, 999)}`,
    (r) => `ring +44 7700 900 ${r.whole(100, 999)}`,
    (r) => `landline 020 7946 0${r.whole(100, 999)}`,
    (r) => `tel (01632) 960${r.whole(100, 999)}`,
    (r) => `07700-900-${r.whole(100, 999)} after six`,
  ],
  email: [
    (r) => `write to ${r.pick(NAMES).toLowerCase()}.x${r.whole(1, 99)}@example.org`,
    (r) => `${r.pick(SURNAMES).replace('’', '').toLowerCase()}+baby@mail.example.co.uk`,
  ],
  postcode: [
    (r) => `moved to ${r.pick(AREAS)} ${r.pick(INWARD)}`,
    (r) => `now at flat 2, ${r.pick(AREAS)}${r.pick(INWARD)}`,
    (r) => `lives in ${r.pick(AREAS).toLowerCase()} ${r.pick(INWARD).toLowerCase()}`,
  ],
  'birth-date': [
    (r) => `DOB ${r.whole(1, 28)}/${r.whole(1, 12)}/19${r.whole(80, 99)}`,
    (r) => `baby born on ${r.whole(1, 28)} March 20${r.whole(15, 23)}`,
    (r) => `d.o.b. ${r.whole(10, 28)}.0${r.whole(1, 9)}.${r.whole(80, 99)}`,
    (r) => `date of birth: 20${r.whole(15, 23)}-0${r.whole(1, 9)}-1${r.whole(0, 9)}`,
  ],
  name: [
    (r) => `spoke to ${r.pick(NAMES)} about sleep`,
    (r) => `${r.pick(NAMES)} ${r.pick(SURNAMES)} collected the baby`,
    (r) => `letter to Dr ${r.pick(SURNAMES)}`,
    (r) => `Mrs ${r.pick(SURNAMES)} rang`,
    (r) => `${r.pick(NAMES)}’s partner came too`,
  ],
};

export interface GeneratedNote {
  text: string;
  kind: IdentifierKind | null;
}

/** Notes of which every second identifies somebody, in one of the ways. */
export function generatedNotes(n: number): GeneratedNote[] {
  const random = randomOf('notes');
  const kinds = Object.keys(IDENTIFYING) as IdentifierKind[];
  return Array.from({ length: n }, (_, i): GeneratedNote => {
    const plain = () => random.pick(PLAIN)(random);
    if (i % 2 === 0) return { text: `${plain()}. ${plain()}`, kind: null };
    const kind = random.pick(kinds);
    const said = random.pick(IDENTIFYING[kind])(random);
    const text = random.pick([
      `${said}`,
      `${plain()}; ${said}`,
      `${said}. ${plain()}`,
      `${plain()}\n${said}, ${plain()}`,
    ]);
    return { text, kind };
  });
}

export interface GeneratedColumn {
  name: string;
  kind: 'text' | 'category' | 'identifier';
  values: SpeltValue[];
}

/** Columns that identify nobody, though they are full of digits, capitals and codes. */
export function innocentColumns(n: number): GeneratedColumn[] {
  const random = randomOf('innocent columns');
  const makers: readonly [string, GeneratedColumn['kind'], (r: Random) => string][] = [
    ['note', 'text', (r) => r.pick(PLAIN)(r)],
    ['reference', 'identifier', (r) => String(r.whole(1_000_000_000, 9_999_999_999))],
    ['order_number', 'text', (r) => String(r.whole(4_000_000_000, 4_999_999_999))],
    ['ticket', 'text', (r) => `Ticket ${r.whole(1_000_000_000, 9_999_999_999)} closed`],
    [
      'activity',
      'category',
      (r) => r.pick(['PIP', 'Together Time', 'Health visitor', 'GP', 'CoC midwifery']),
    ],
    ['team', 'category', (r) => r.pick(['Olivia House', 'Ruth Centre', 'Harbour', 'St Thomas'])],
    ['amount', 'text', (r) => `£${r.whole(1, 9999)}.${r.whole(10, 99)}`],
    ['client', 'identifier', (r) => String(r.whole(1, 99999)).padStart(5, '0')],
    ['code', 'category', (r) => `${r.pick(['A', 'B', 'T'])}${r.whole(1, 9)}`],
    [
      'time',
      'text',
      (r) => `${r.whole(9, 17)}.${r.pick(['00', '15', '30'])} to ${r.whole(10, 18)}.00`,
    ],
    [
      'version',
      'text',
      (r) => `v${r.whole(1, 9)}.${r.whole(0, 20)}.${r.whole(0, 99)} of 2${r.whole(100, 999)}`,
    ],
  ];
  return Array.from({ length: n }, (_, i) => {
    const [name, kind, make] = makers[i % makers.length] as (typeof makers)[number];
    const counts = new Map<string, number>();
    const rows = random.whole(3, 400);
    for (let row = 0; row < rows; row++) {
      const text = make(random);
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    return { name, kind, values: [...counts].map(([text, times]) => ({ text, n: times })) };
  });
}
