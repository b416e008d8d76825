/* The week of a group by keyboard. Without this file each cell is an ordinary select and the buttons ask the server. */
(function () {
  'use strict';
  const problems = document.getElementById('problems');
  if (problems) {
    problems.focus();
  }
  const form = document.getElementById('week-form');
  const table = form && form.querySelector('table.sheet');
  if (!table) {
    return;
  }
  const save = document.getElementById('save');
  const status = document.getElementById('unsaved');
  const marks = {};
  form.querySelectorAll('[data-key-of]').forEach((key) => { marks[key.textContent.trim().toLowerCase()] = key.dataset.keyOf; });
  const cells = Array.from(table.tBodies[0].rows, (row) => Array.from(row.cells).slice(2)
    .map((cell) => cell.querySelector('select, a.fix')));
  let leaving = false;

  const selects = () => Array.from(table.querySelectorAll('tbody select'));
  const unsaved = () => selects().filter((select) => select.value !== '').length;

  function announce() {
    if (status) {
      const count = unsaved();
      status.textContent = count === 0 ? '' : count === 1 ? status.dataset.one : status.dataset.many.replace('{0}', count);
    }
  }

  function placeOf(element) {
    for (let row = 0; row < cells.length; row++) {
      const column = cells[row].indexOf(element);
      if (column >= 0) {
        return { row, column };
      }
    }
    return null;
  }

  /* The next cell in that direction that can be stood on; cells of days to come are passed over. */
  function move(place, down, right) {
    let { row, column } = place;
    do {
      row += down;
      column += right;
      if (!cells[row] || column < 0 || column >= cells[row].length) {
        return;
      }
    } while (!cells[row][column]);
    cells[row][column].focus();
  }

  /* Only what is empty: a single mark that was given before stays. Says how many it filled. */
  function fill(column, mark) {
    const empty = cells.map((row) => row[column])
      .filter((cell) => cell && cell.tagName === 'SELECT' && cell.value === '');
    empty.forEach((cell) => { cell.value = mark; });
    return empty.length;
  }

  const heads = () => Array.from(table.tHead.rows[0].cells).slice(2);

  function fillWeek(mark) {
    heads().forEach((head, column) => {
      if (!head.querySelector('.make-up')) {
        fill(column, mark);
      }
    });
  }

  function isListOpen(element) {
    try {
      return element.matches(':open');
    } catch (unknownToThisBrowser) {
      return false;
    }
  }

  const arrows = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

  table.addEventListener('keydown', (event) => {
    const place = placeOf(event.target);
    if (!place || event.altKey || event.ctrlKey || event.metaKey || isListOpen(event.target)) {
      return;
    }
    const mark = marks[event.key.toLowerCase()];
    if (arrows[event.key] && !event.shiftKey) {
      move(place, ...arrows[event.key]);
    } else if (mark && event.shiftKey) {
      if (fill(place.column, mark) === 0) {
        fillWeek(mark);
      }
      announce();
    } else if (mark && event.target.tagName === 'SELECT') {
      event.target.value = mark;
      announce();
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && event.target.tagName === 'SELECT') {
      event.target.value = '';
      announce();
    } else {
      return;
    }
    event.preventDefault();
  });

  document.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && save) {
      event.preventDefault();
      form.requestSubmit(save);
    }
  });

  form.addEventListener('click', (event) => {
    const button = event.target.closest('[data-fill]');
    if (!button) {
      return;
    }
    event.preventDefault();
    if (button.dataset.fill === 'all') {
      fillWeek('PRESENT');
    } else {
      fill(heads().indexOf(button.closest('th')), 'PRESENT');
    }
    announce();
  });

  form.addEventListener('change', announce);
  form.addEventListener('submit', () => { leaving = true; });
  window.addEventListener('beforeunload', (event) => {
    if (!leaving && unsaved() > 0) {
      event.preventDefault();
    }
  });
  announce();
  const first = selects().find((select) => select.value === '');
  if (!problems && !location.hash && first) {
    first.focus({ preventScroll: true });
  }
}());
