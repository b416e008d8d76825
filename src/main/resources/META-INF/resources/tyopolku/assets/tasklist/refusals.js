// Shows what the server found wrong at the field where it is. The notice of Tasklist says it all once more.
import { draftIsDone, goOnWithDraft } from './drafts.js';

export function showRefusalsAtFields(forms) {
  const stock = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    const kind = /\/task\/[^/]+\/submit-form$/.test(url) ? 'task'
      : /\/process-definition\/[^/]+\/submit-form$/.test(url) ? 'start' : null;
    if (kind) {
      this.addEventListener('loadend', () => answered(forms, kind, this));
    }
    return stock.call(this, method, url, ...rest);
  };
}

function answered(forms, kind, { status, responseText }) {
  if (status === 400) {
    mark(forms, forms.open[kind], responseText);
  }
  if (kind === 'task') {
    status >= 200 && status < 300 ? draftIsDone() : goOnWithDraft();
  }
}

function mark(forms, opened, answer) {
  const { fields } = parsed(answer);
  if (!opened || !fields) {
    return;
  }
  const { form, container } = opened;
  const faults = Object.fromEntries(form.get('formFieldRegistry').getAll()
    .filter(field => fields[field.key]).map(field => [field.id, besideItsField(field, fields[field.key])]));
  forms.markFaults(form, faults);
  setTimeout(() => focusFirstFault(container), 100);
}

/** The sentence names its field, which one sees here. */
function besideItsField(field, sentence) {
  const name = `${(field.label || field.dateLabel || '').replace(/\s*\*$/, '')}: `;
  const rest = name.length > 2 && sentence.startsWith(name) ? sentence.slice(name.length) : sentence;
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

export function focusFirstFault(container) {
  const first = container.querySelector('.fjs-has-errors :is(input, textarea, select, [tabindex="0"]):not([disabled])');
  if (first) {
    first.focus();
    first.scrollIntoView({ block: 'center' });
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
