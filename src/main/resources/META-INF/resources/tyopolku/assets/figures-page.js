import { show } from '/tyopolku/assets/figures.js';

const root = document.getElementById('figures');
const address = {
  read: () => new URLSearchParams(location.hash.slice(1)),
  write: chosen => {
    if (location.hash === `#${chosen}`) {
      open();
    } else {
      location.hash = chosen;
    }
  }
};

function open() {
  show(root, address, 0);
}

addEventListener('hashchange', open);
open();
