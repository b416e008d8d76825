// Shows forms with the form-js that Tasklist ships, outside Tasklist, and reads what a person would read in them.
window.formsPage = (() => {
  const QUIET = 120;
  let require;
  self.webpackChunkcamunda_bpm_webapp.push([['browser-test'], {}, (found) => { require = found; }]);
  const viewer = Object.keys(require.m).find((id) => require.m[id].toString().includes('.schemaVersion=16'));
  const { Form } = require(viewer);

  const pause = (millis) => new Promise((done) => setTimeout(done, millis));

  async function open({ schema, data }) {
    const container = document.body.appendChild(document.createElement('div'));
    const form = new Form({ container });
    await form.importSchema(schema, data);
    return { form, container };
  }

  // Lists of options exist only while they are open. The page's own focus stays away, or one would close the other.
  function openLists(container) {
    container.querySelectorAll('.fjs-form-field-select input, .fjs-form-field-taglist input')
      .forEach((input) => {
        input.dispatchEvent(new FocusEvent('focus'));
        input.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
      });
  }

  function read(node, found) {
    const isRead = (part) => !part.matches?.('.flatpickr-calendar, svg, style');
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
      (part) => isRead(part) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT);
    for (let at = walker.currentNode; at; at = walker.nextNode()) {
      if (at.nodeType === Node.TEXT_NODE) {
        found.add(at.data.trim());
      } else {
        ['placeholder', 'aria-label', 'title', 'alt'].forEach((name) => found.add((at.getAttribute(name) || '').trim()));
      }
    }
  }

  return {
    // JSON text of [{schema, data}] -> [[texts]]: as opened, with its lists open, and with everything refused
    async read(text) {
      const opened = [];
      for (const one of JSON.parse(text)) {
        opened.push(await open(one));
      }
      await pause(QUIET);
      opened.forEach(({ container }) => openLists(container));
      await pause(QUIET);
      const texts = opened.map(({ container }) => {
        const found = new Set();
        read(container, found);
        return found;
      });
      opened.forEach(({ form }) => form.submit());
      await pause(QUIET);
      return opened.map(({ form, container }, index) => {
        read(container, texts[index]);
        form.destroy();
        container.remove();
        return [...texts[index]].filter((found) => /\p{L}{2}/u.test(found));
      });
    }
  };
})();
