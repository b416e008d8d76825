// Says for screen readers what the web applications show by a sign or a colour alone. They draw their pages again and
// again, so each change is looked at.

const TEXTS = {
  fi: { filters: 'Näytä tai piilota suodattimet', list: 'Näytä tai piilota tehtävien luettelo', task: 'Laajenna tehtävä tai palauta sarakkeet',
    searches: 'Tallennetut haut', sorting: 'Lisää järjestysperuste', order: 'Vaihda järjestyksen suuntaa', criteria: 'Hakuehto',
    menu: 'Valikko', applications: 'Sovellukset', remove: 'Poista', close: 'Sulje', diagram: 'Prosessikaavio', section: 'Näytä tai piilota tämä osa',
    called: 'Avaa kutsuttu prosessi', instance: 'Avaa prosessin tiedot', toggle: 'Valitse näkymä' },
  sv: { filters: 'Visa eller dölj filter', list: 'Visa eller dölj uppgifterna', task: 'Förstora uppgiften eller visa kolumnerna igen',
    searches: 'Sparade sökningar', sorting: 'Lägg till en sorteringsgrund', order: 'Byt sorteringsriktning', criteria: 'Sökvillkor',
    menu: 'Meny', applications: 'Applikationer', remove: 'Ta bort', close: 'Stäng', diagram: 'Processdiagram', section: 'Visa eller dölj den här delen',
    called: 'Öppna den anropade processen', instance: 'Öppna processens uppgifter', toggle: 'Välj vy' },
  en: { filters: 'Show or hide the filters', list: 'Show or hide the list of tasks', task: 'Enlarge the task or bring the columns back',
    searches: 'Saved searches', sorting: 'Add a sorting', order: 'Change the direction of the order', criteria: 'Criterion of the search',
    menu: 'Menu', applications: 'Applications', remove: 'Remove', close: 'Close', diagram: 'Process diagram', section: 'Show or hide this section',
    called: 'Open the called process', instance: 'Open the details of the process', toggle: 'Choose the view' }
};

const NAMED = [
  ['.region-toggle[data-region="filters"]', 'filters'],
  ['.region-toggle[data-region="list"]', 'list'],
  ['.region-toggle[data-region="task"], .maximize[data-region="task"]', 'task'],
  ['.app-switch > .dropdown-toggle', 'applications'],
  ['[cam-tasklist-search-plugin] button.dropdown-toggle, [cam-widget-search] button.dropdown-toggle', 'searches'],
  ['.new-sort > .dropdown-toggle', 'sorting'],
  ['.sort-direction', 'order'],
  ['input.main-field', 'criteria'],
  ['.navbar-toggle', 'menu'],
  ['button.close, .alert .close', 'close'],
  ['.remove-search, a.remove-element', 'remove'],
  ['.section-toggle', 'section'],
  ['.bjs-drilldown', 'called'],
  ['a[state-circle]', 'instance'],
  ['input.toggle', 'toggle'],
  ['.djs-container > svg', 'diagram']
];

const hasText = (node) => (node.innerText || '').trim() !== '';

function nameAll(texts) {
  for (const [selector, key] of NAMED) {
    document.querySelectorAll(selector).forEach((node) => {
      if (!node.hasAttribute('aria-label') && (!hasText(node) || node.tagName === 'svg')) {
        node.setAttribute('aria-label', texts[key]);
        if (node.tagName === 'svg') {
          node.setAttribute('role', 'img');
        }
      }
    });
  }
  document.querySelectorAll('a[href][uib-tooltip], button[uib-tooltip]').forEach((node) => {
    if (!node.hasAttribute('aria-label') && !hasText(node)) {
      node.setAttribute('aria-label', node.getAttribute('uib-tooltip'));
    }
  });
  // On the page with all applications the picture of each is a link of its own, beside its name.
  document.querySelectorAll('a.app-label-wrapper:not([aria-label])').forEach((link) => {
    const name = (link.innerText.trim() || link.parentElement.innerText.trim()).split('\n')[0];
    if (name) {
      link.setAttribute('aria-label', name);
    }
  });
  document.querySelectorAll('.modal[role="dialog"]:not([aria-label])').forEach((dialog) => {
    const heading = dialog.querySelector('h1, h2, h3, h4, .modal-title');
    if (heading && hasText(heading)) {
      dialog.setAttribute('aria-label', heading.innerText.trim());
    }
  });
  // Positive numbers would put these before all else on the page.
  document.querySelectorAll('[tabindex="1"], [tabindex="2"], [tabindex="3"]').forEach((node) => node.removeAttribute('tabindex'));
  // The field completes what is typed; a plain text field may not say that it is open.
  document.querySelectorAll('input[uib-typeahead][aria-expanded]:not([role])')
    .forEach((field) => field.setAttribute('role', 'combobox'));
  document.querySelectorAll('.task-filters .item, .tasks-list li.task').forEach((item) => {
    const link = item.querySelector('a') || item;
    if (item.classList.contains('active')) {
      link.setAttribute('aria-current', 'true');
    } else {
      link.removeAttribute('aria-current');
    }
  });
}

// The form library draws lists of choices without saying that they are lists.
function nameLists() {
  document.querySelectorAll('.fjs-form-field-select input, .fjs-form-field-taglist input').forEach((input) => {
    const list = input.closest('.fjs-form-field').querySelector('.fjs-dropdownlist');
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-haspopup', 'listbox');
    input.setAttribute('aria-expanded', String(Boolean(list)));
    if (!list) {
      ['aria-controls', 'aria-activedescendant'].forEach((name) => input.removeAttribute(name));
      return;
    }
    list.id = `${input.id}-list`;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', input.labels?.[0]?.innerText ?? '');
    input.setAttribute('aria-controls', list.id);
    list.querySelectorAll('.fjs-dropdownlist-item').forEach((item, index) => {
      const isReached = item.classList.contains('focused');
      item.id = `${list.id}-${index}`;
      item.setAttribute('role', 'option');
      item.setAttribute('aria-selected', String(isReached));
      if (isReached) {
        input.setAttribute('aria-activedescendant', item.id);
      }
    });
  });
}

/** Keeps the names up to date for as long as the page is open. */
export function keepNames(language) {
  const texts = TEXTS[language];
  let isDue = false;
  new MutationObserver(() => {
    if (!isDue) {
      isDue = true;
      requestAnimationFrame(() => {
        isDue = false;
        nameAll(texts);
        nameLists();
      });
    }
  }).observe(document.documentElement, { subtree: true, childList: true, attributeFilter: ['class'] });
}
