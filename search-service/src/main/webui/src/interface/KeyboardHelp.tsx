import { Dialog } from './Dialog';
import { useStrings } from './strings';

export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const strings = useStrings();
  return (
    <Dialog title={strings.help.title} kind="middle" onClose={onClose}>
      <dl class="keys">
        {strings.help.keys.map(([keys, meaning]) => (
          <div key={meaning}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
