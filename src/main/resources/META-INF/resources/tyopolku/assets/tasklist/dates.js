// Dates that somebody types. The calendar would take 31.11. for 1.12., and empty the field where it can read nothing.
import { say } from './texts.js';

const EMPTIED_AFTER_MILLIS = 200;

/** To be called before the first form opens. */
export function refuseDatesThatDoNotExist(forms) {
  const stock = window.flatpickr.parseDate;
  const parseDate = (text, format) => /\d/.test(text) ? asWritten(stock(text, format), text, format) : undefined;
  // As a default of its own it would be overwritten.
  window.flatpickr.setDefaults({ onReady: (dates, text, calendar) => { calendar.config.parseDate = parseDate; } });
  // form-js takes over a typed date by Enter, also when the field is left.
  addEventListener('keydown', event => event.key === 'Enter' && tellIfEmptied(forms, event.target), true);
  addEventListener('blur', event => tellIfEmptied(forms, event.target), true);
}

/** The day that was read, where it is the day that was written. */
function asWritten(day, text, format) {
  const numbers = text.match(/\d+/g).map(Number);
  const parts = format.match(/[a-z]/gi);
  const written = letters => numbers[parts.findIndex(part => letters.includes(part))];
  return day && day.getDate() === written('dj') && day.getMonth() + 1 === written('mn') ? day : undefined;
}

function tellIfEmptied(forms, input) {
  const typed = input._flatpickr && input.value.trim();
  if (!typed) {
    return;
  }
  setTimeout(() => {
    const opened = Object.values(forms.open).find(one => one?.container.contains(input));
    const field = opened?.form.get('formFieldRegistry').getAll().find(({ id }) => input.id.endsWith(`-${id}-date`));
    if (field && input.value === '') {
      forms.markFault(opened.form, field.id, say('noSuchDate', typed));
    }
  }, EMPTIED_AFTER_MILLIS);
}
