/** Numbers, ages and moments as people read them. */

const whole = new Intl.NumberFormat('en');
const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });
const dayAndClock = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });

export const count = (number) => whole.format(number);

export const time = (moment) => clock.format(moment);

/** One noun with its number. */
export const counted = (number, one, many) => `${count(number)} ${number === 1 ? one : many}`;

/** A duration with two units at most: 0.4 s, 12 s, 3 min 5 s, 2 h 10 min, 4 d 3 h. */
export function duration(seconds) {
  if (seconds < 10) {
    return `${Math.round(seconds * 10) / 10} s`;
  }
  const s = Math.round(seconds);
  if (s < 60) {
    return `${s} s`;
  }
  const steps = [
    [86_400, 'd', 3600, 'h'],
    [3600, 'h', 60, 'min'],
    [60, 'min', 1, 's'],
  ];
  const [size, unit, smaller, smallerUnit] = steps.find(([length]) => s >= length);
  const rest = Math.floor((s % size) / smaller);
  const whole = `${Math.floor(s / size)} ${unit}`;
  return rest === 0 ? whole : `${whole} ${rest} ${smallerUnit}`;
}

/** A moment of today by the clock, an older one with its day. */
export function moment(text) {
  const at = new Date(text);
  return at.toDateString() === new Date().toDateString() ? clock.format(at) : dayAndClock.format(at);
}

export const exact = (text) => dayAndClock.format(new Date(text));
