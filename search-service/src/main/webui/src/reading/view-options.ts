/** What the reader wants to see of the texts, kept between visits. */
import { useState } from 'preact/hooks';
import { remembered } from '../interface/remembered';

export const viewOptionNames = ['together', 'annotations', 'furniture', 'doubt'] as const;
/**
 * Scroll together; show what editors put in; show what was set aside (folded); mark doubtful words
 * and links.
 */
export type ViewOption = (typeof viewOptionNames)[number];
export type ViewOptions = { readonly [option in ViewOption]: boolean };

const storageKey = 'cotejo.view-off';

/** All are on until the reader puts them off. */
export function useViewOptions(): [ViewOptions, (option: ViewOption) => void] {
  const [off, setOff] = useState<readonly string[]>(() =>
    (remembered.get(storageKey) ?? '').split(' '),
  );
  const options = Object.fromEntries(
    viewOptionNames.map((option) => [option, !off.includes(option)]),
  ) as ViewOptions;
  return [
    options,
    (option) => {
      const next = viewOptionNames.filter((name) =>
        name === option ? options[name] : !options[name],
      );
      remembered.set(storageKey, next.join(' '));
      setOff(next);
    },
  ];
}
