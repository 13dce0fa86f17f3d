import { Icon } from '../interface/Icon';
import { Popover } from '../interface/Popover';
import { useStrings } from '../interface/strings';
import type { Panes } from './panes';
import { viewOptionNames, type ViewOption, type ViewOptions } from './view-options';

/** Order of the panes, and what is shown in the texts. */
export function ViewMenu({
  panes,
  options,
  onOption,
}: {
  panes: Panes;
  options: ViewOptions;
  onOption: (option: ViewOption) => void;
}) {
  const strings = useStrings();
  const labels = strings.reading.view;
  return (
    <Popover
      label={labels.title}
      icon="sliders"
      isOn={viewOptionNames.some((option) => !options[option])}
    >
      {() => (
        <>
          {panes.available.length > 1 && (
            <fieldset class="view-panes">
              <legend>{strings.reading.panes}</legend>
              {panes.available.map((pane, position) => (
                <div key={pane} class="view-pane" data-view-pane={pane}>
                  <label>
                    <input
                      type="checkbox"
                      checked={panes.open.includes(pane)}
                      disabled={panes.arrangement === 'tabs'}
                      onChange={() => panes.toggle(pane)}
                    />
                    {strings.reading[pane]}
                  </label>
                  <MoveButton
                    icon="up"
                    label={labels.earlier(strings.reading[pane])}
                    disabled={position === 0}
                    onClick={() => panes.move(pane, -1)}
                  />
                  <MoveButton
                    icon="down"
                    label={labels.later(strings.reading[pane])}
                    disabled={position === panes.available.length - 1}
                    onClick={() => panes.move(pane, 1)}
                  />
                </div>
              ))}
              <button type="button" class="button button-text" onClick={panes.reset}>
                {labels.reset}
              </button>
            </fieldset>
          )}
          <fieldset>
            <legend>{labels.texts}</legend>
            {viewOptionNames.map((option) => (
              <label key={option}>
                <input
                  type="checkbox"
                  data-view-option={option}
                  checked={options[option]}
                  onChange={() => onOption(option)}
                />
                {labels.options[option]}
              </label>
            ))}
          </fieldset>
        </>
      )}
    </Popover>
  );
}

function MoveButton({
  icon,
  label,
  disabled,
  onClick,
}: {
  icon: 'up' | 'down';
  label: string;
  disabled: boolean;
  onClick: () => void;
}) {
  return (
    <button
      type="button"
      class="button button-icon button-quiet"
      aria-label={label}
      title={label}
      // Not `disabled`: the keyboard would fall out of the panel when a pane reaches its end.
      aria-disabled={disabled}
      onClick={() => {
        if (!disabled) {
          onClick();
        }
      }}
    >
      <Icon name={icon} />
    </button>
  );
}
