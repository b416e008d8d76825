// Takes hold of the form library inside Tasklist, translates its words and tells who opens a form.
import { calendarTexts, language, translated } from './texts.js';

/** Finds modules inside the web application by words in their source, because their numbers change with each release. */
function insideOfTasklist() {
  let require;
  self.webpackChunkcamunda_bpm_webapp.push([['tyopolku'], {}, found => { require = found; }]);
  return (...words) => {
    const number = Object.keys(require.m).find(key => words.every(word => require.m[key].toString().includes(word)));
    return number && require(number);
  };
}

/**
 * A list that was left while the form was judged anew could not be opened a second time: where a parent forces a component
 * to draw itself, Preact forgets to take over the state that waits. Taken over here before each drawing.
 */
function takeOverWaitingState(options) {
  const stock = options.__r;
  options.__r = vnode => {
    vnode.__c?.__H?.__.forEach(hook => {
      if (hook.__N) {
        hook.__ = hook.__N;
        hook.__N = undefined;
      }
    });
    stock?.(vnode);
  };
}

/** Escape closes the list or calendar of a field in a start form, never the dialog with all that was typed. */
function keepDialogOnEscape() {
  window.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !document.querySelector('.modal-content .fjs-form')) {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    event.target._flatpickr?.close();
    event.target.blur?.();
  }, true);
}

/**
 * The forms that stand open: `task` and `start`, each { form, container, taskId }. `whenOpened` is called with each new
 * one. Faults that came from the server are marked by `markFaults` and count for nobody but the reader.
 */
export function patchForms() {
  const open = { task: null, start: null };
  const listeners = [];
  const moduleWith = insideOfTasklist();
  const { Form } = moduleWith('"Field is required."');
  takeOverWaitingState(moduleWith('isValidElement:', 'debounceRendering').options);
  keepDialogOnEscape();
  const stock = { ...methodsOf(Form.prototype, ['importSchema', '_setState', 'validate', 'submit', '_onEvent']) };
  const marked = new WeakMap();

  Form.prototype.importSchema = async function (schema, data) {
    translateWords(this._container);
    const result = await stock.importSchema.call(this, schema, data);
    const host = this._container.parentNode;
    if (host && host.isConnected) {
      const kind = host.closest('.modal-content') ? 'start' : 'task';
      open[kind] = { form: this, container: this._container, host, kind, taskId: kind === 'task' ? lastTask() : null };
      listeners.forEach(listener => listener(open[kind]));
    }
    return result;
  };

  Form.prototype._setState = function (state) {
    const errors = state.errors && { ...mapValues(ofChangeable(this, state.errors),
      faults => Array.isArray(faults) ? faults.map(translated) : faults), ...stillMarked(this, state.data || this._getState().data) };
    return stock._setState.call(this, errors ? { ...state, errors } : state);
  };

  // A new try is judged anew.
  Form.prototype.submit = function () {
    marked.delete(this);
    return stock.submit.call(this);
  };

  Form.prototype.validate = function () {
    return ofChangeable(this, stock.validate.call(this));
  };

  // Tasklist closes "Complete" while a form has faults. One that only the server knows must not close it.
  Form.prototype._onEvent = function (event, ...rest) {
    const handler = rest.pop();
    const told = event !== 'changed' ? handler : state => handler({ ...state, errors: withoutMarked(this, state.errors) });
    return stock._onEvent.call(this, event, ...rest, told);
  };

  /** Marks of fields that hold what they held when the server found it wrong. The library forgets them at a mere look. */
  function stillMarked(form, data) {
    const marks = Object.entries(marked.get(form) || {}).filter(([id, mark]) => mark.held === held(form, id, data));
    return Object.fromEntries(marks.map(([id, mark]) => [id, [mark.sentence]]));
  }

  function withoutMarked(form, errors) {
    const known = marked.get(form) || {};
    return Object.fromEntries(Object.entries(errors || {}).filter(([id, faults]) => faults[0] !== known[id]?.sentence));
  }

  return {
    open,
    whenOpened: listener => listeners.push(listener),
    markFaults(form, sentencesById) {
      const { data, errors } = form._getState();
      marked.set(form, Object.fromEntries(Object.entries(sentencesById)
        .map(([id, sentence]) => [id, { sentence, held: held(form, id, data) }])));
      form._setState({ errors });
    }
  };
}

function held(form, id, data) {
  const field = form.get('formFieldRegistry').get(id);
  return JSON.stringify(form.get('pathRegistry').getValuePath(field).reduce((value, key) => value?.[key], data));
}

/** Without the faults of fields that one can only read: nobody could mend them, and the form could never be completed. */
function ofChangeable(form, errors) {
  const fields = form.get('formFieldRegistry');
  return Object.fromEntries(Object.entries(errors).filter(([id]) => fields.get(id)?.readonly !== true));
}

const methodsOf = (object, names) => Object.fromEntries(names.map(name => [name, object[name]]));
const mapValues = (object, change) => Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));

// Tasklist asks for what it may have kept of a task's form before it opens the form, and only then names the task.
let taskAskedFor = null;
const lastTask = () => taskAskedFor;
export const noteTask = taskId => { taskAskedFor = taskId; };

const WORDS = ['placeholder', 'aria-label', 'title', 'alt'];

function translateWords(container) {
  if (language === 'en') {
    return;
  }
  new MutationObserver(changes => changes.forEach(change => {
    if (change.type === 'characterData') {
      translateText(change.target);
    } else if (change.type === 'attributes') {
      translateAttribute(change.target, change.attributeName);
    } else {
      change.addedNodes.forEach(translateAll);
    }
  })).observe(container, { subtree: true, childList: true, characterData: true, attributeFilter: WORDS });
}

function translateAll(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    translateText(node);
  } else if (node.nodeType === Node.ELEMENT_NODE) {
    WORDS.forEach(word => translateAttribute(node, word));
    node.childNodes.forEach(translateAll);
  }
}

function translateText(node) {
  const own = translated(node.data.trim());
  if (own !== node.data.trim()) {
    node.data = own;
  }
}

function translateAttribute(element, name) {
  const english = element.getAttribute(name);
  const own = english && translated(english);
  if (own !== english) {
    element.setAttribute(name, own);
  }
}

// The calendar starts its weeks on Monday; dates are written as here also where the browser itself speaks English.
window.flatpickr.localize({ ...calendarTexts, ordinal: () => '', firstDayOfWeek: 1 });
window.flatpickr.setDefaults({ ariaDateFormat: language === 'en' ? 'F j, Y' : 'j.n.Y' });
if (language !== 'en') {
  const ofBrowser = locale => locale === 'default' ? 'fi' : locale;
  Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
    construct: (stock, [locale, ...rest]) => new stock(ofBrowser(locale), ...rest),
    apply: (stock, self, [locale, ...rest]) => new stock(ofBrowser(locale), ...rest)
  });
}
