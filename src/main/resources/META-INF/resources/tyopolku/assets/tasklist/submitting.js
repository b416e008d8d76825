// The form takes typed text a moment late. "Complete" and "Start" wait for it, and for a draft that is on its way.
import { goOnWithDraft, settleDraft } from './drafts.js';
import { focusFirstFault } from './refusals.js';

const MOMENT_MILLIS = 80;
const BUTTONS = '[cam-tasklist-form] .form-actions .btn-primary, .modal-footer .btn-primary';

export function waitForTypedTextBeforeSubmitting(forms) {
  const waited = new WeakSet();
  document.addEventListener('click', event => {
    const button = event.target.closest?.(BUTTONS);
    const opened = button && (button.closest('.modal-content') ? forms.open.start : forms.open.task);
    if (!opened || !opened.container.isConnected || waited.delete(button)) {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    takeTyped(opened.container).then(settleDraft).then(() => {
      waited.add(button);
      button.click();
      waited.delete(button);
      setTimeout(() => afterwards(opened), MOMENT_MILLIS);
    });
  }, true);
  // The Enter key in the only field of a form
  document.addEventListener('submit', event => {
    const opened = [forms.open.start, forms.open.task].find(open => open?.container.contains(event.target));
    if (opened) {
      event.preventDefault();
      event.stopImmediatePropagation();
      const [around, button] = opened.kind === 'start' ? ['.modal-content', '.modal-footer .btn-primary']
        : ['[cam-tasklist-form]', '.form-actions .btn-primary'];
      opened.host.closest(around)?.querySelector(button)?.click();
    }
  }, true);
}

/** Leaving a field makes the form take what stands in it. */
async function takeTyped(container) {
  if (container.contains(document.activeElement)) {
    document.activeElement.blur();
  }
  await new Promise(done => setTimeout(done, MOMENT_MILLIS));
}

/** Refused by the form itself: it stays, and so does the care for its draft. */
function afterwards({ form, container }) {
  if (container.isConnected && Object.keys(form._getState().errors).length) {
    focusFirstFault(container);
    goOnWithDraft();
  }
}
