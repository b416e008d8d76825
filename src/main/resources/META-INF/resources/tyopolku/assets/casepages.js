/* Search among the rows of the page: the name never leaves the browser. Documents are fetched when they are opened, so
   that the log says which ones somebody looked at. Everything works without this file too. */
(() => {
  const field = document.querySelector('#case-search');
  const table = field && document.getElementById(field.dataset.rows);
  if (table) {
    const plain = text => text.toLocaleLowerCase();
    const found = document.getElementById('case-found');
    const rows = [...table.tBodies[0].rows];
    field.parentElement.hidden = false;
    field.addEventListener('input', () => {
      const words = plain(field.value).split(/\s+/).filter(Boolean);
      const shown = rows.filter(row => {
        const text = plain(row.dataset.find);
        row.hidden = !words.every(word => text.includes(word));
        return !row.hidden;
      });
      found.textContent = words.length ? table.dataset.found.replace('#', shown.length) : '';
    });
  }
  document.querySelectorAll('details[data-part]').forEach(details => details.addEventListener('toggle', async () => {
    const body = details.querySelector('.document-body');
    if (!details.open || body.dataset.loaded) {
      return;
    }
    body.dataset.loaded = 'yes';
    const answer = await fetch(details.dataset.part, { credentials: 'same-origin' }).catch(() => null);
    if (answer && answer.ok && !answer.redirected) {
      body.innerHTML = await answer.text();
    } else {
      delete body.dataset.loaded;
    }
  }));
  const places = [...document.querySelectorAll('.diagram [data-here]')];
  if (places.length) {
    const box = places[0].closest('.diagram');
    const place = () => {
      // Supports may run beside the stage; the stage is what stands furthest on the path.
      const at = places.map(each => each.getBoundingClientRect()).reduce((one, other) => one.left > other.left ? one : other);
      const frame = box.getBoundingClientRect();
      box.scrollLeft += at.left - frame.left - frame.width / 2 + at.width / 2;
      box.scrollTop += at.top - frame.top - frame.height / 2 + at.height / 2;
    };
    place();
    box.closest('details')?.addEventListener('toggle', place);
  }
})();
