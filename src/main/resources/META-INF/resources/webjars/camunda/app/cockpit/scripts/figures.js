// The view "Figures" in Cockpit, see tyopolku/assets/figures.js.
import { language } from '../../../assets/tyopolku/webapp.js';
import { areForMe, show } from '/tyopolku/assets/figures.js';

const PATH = '/figures';
const NAMES = { fi: 'Luvut', sv: 'Siffror', en: 'Figures' };
const name = NAMES[language];

const address = {
  read: () => new URLSearchParams(location.hash.split('?')[1] || ''),
  // Cockpit follows its address and opens the view again.
  write: chosen => {
    const next = `#${PATH}?${chosen}`;
    if (location.hash === next) {
      dispatchEvent(new CustomEvent('tyopolku-figures'));
    } else {
      location.hash = next;
    }
  }
};

let root = null;
const again = () => root && show(root, address, 1);

function open(node) {
  if (!document.getElementById('tp-figures-css')) {
    const looks = document.createElement('link');
    looks.id = 'tp-figures-css';
    looks.rel = 'stylesheet';
    looks.href = '/tyopolku/assets/figures.css';
    document.head.append(looks);
  }
  document.title = `${name} – Työpolku`;
  const main = document.createElement('main');
  main.className = 'tp-in-cockpit';
  root = document.createElement('div');
  main.append(root);
  node.append(main);
  addEventListener('tyopolku-figures', again);
  again();
}

export default [
  {
    id: 'tyopolku.figures.navigation',
    pluginPoint: 'cockpit.navigation',
    priority: 50,
    properties: {
      label: name,
      pagePath: `#${PATH}`,
      checkActive: path => path.includes(`#${PATH}`),
      // Modellers use Cockpit too, but have no figures.
      access: ['$rootScope', $rootScope => answer => {
        areForMe().then(isForMe => $rootScope.$applyAsync(() => answer(null, isForMe)));
      }]
    }
  },
  {
    id: 'tyopolku.figures',
    pluginPoint: 'cockpit.route',
    properties: { path: PATH },
    render: open,
    unmount: () => {
      removeEventListener('tyopolku-figures', again);
      root = null;
    }
  }
];
