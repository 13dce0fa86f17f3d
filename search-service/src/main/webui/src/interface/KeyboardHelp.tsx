import { Dialog } from './Dialog';
import { useStrings } from './strings';

export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const strings = useStrings();
  return (
    <Dialog title={strings.help.title} kind="middle" onClose={onClose}>
      <Keys list={strings.help.keys} />
      <h3 class="keys-head">{strings.help.curators}</h3>
      <Keys list={strings.help.curatorKeys} />
    </Dialog>
  );
}

function Keys({ list }: { list: [string[], string][] }) {
  return (
    <dl class="keys">
      {list.map(([keys, meaning]) => (
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
  );
}
