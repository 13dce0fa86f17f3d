/** A day, month or year out of a date in EDTF; what is less certain than that is left as printed. */
export type Day = { year: number; month: number | null; day: number | null };

const plain = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/;

export function dayOf(edtf: string | null): Day | null {
  const match = plain.exec(edtf ?? '');
  return match === null
    ? null
    : {
        year: Number(match[1]),
        month: match[2] === undefined ? null : Number(match[2]),
        day: match[3] === undefined ? null : Number(match[3]),
      };
}

/** The first four digits of a date, of whatever certainty. */
export function yearOf(edtf: string | null): string | null {
  return /^\d{4}/.exec(edtf ?? '')?.[0] ?? null;
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
/** Abbreviated as the MLA does: the four short names stay whole. */
const shortMonths = [
  'Jan.',
  'Feb.',
  'Mar.',
  'Apr.',
  'May',
  'June',
  'July',
  'Aug.',
  'Sept.',
  'Oct.',
  'Nov.',
  'Dec.',
];

/** “November 22, 1932”. */
export function monthFirst({ year, month, day }: Day): string {
  const name = month === null ? '' : `${months[month - 1]} `;
  return `${name}${day === null ? '' : `${day}, `}${year}`;
}

/** “22 Nov. 1932”. */
export function dayFirst({ year, month, day }: Day): string {
  const name = month === null ? '' : `${shortMonths[month - 1]} `;
  return `${day === null ? '' : `${day} `}${name}${year}`;
}

/** “1932, November 22”. */
export function yearFirst({ year, month, day }: Day): string {
  const name = month === null ? '' : `, ${months[month - 1]}`;
  return `${year}${name}${day === null ? '' : ` ${day}`}`;
}

export function dayOfDate(date: Date): Day {
  return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
}
