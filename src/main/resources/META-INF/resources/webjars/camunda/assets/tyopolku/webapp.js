// What the four web applications share before they start: the language of the page and fresh texts.

import { keepNames } from './names.js';

export const languages = ['en', 'fi', 'sv'];

// The web application itself goes by the first language of the browser.
const first = (navigator.languages[0] || navigator.language).split('-')[0].toLowerCase();
export const language = languages.includes(first) ? first : 'en';

// Screen readers and styles go by the language of the page.
document.documentElement.lang = language;
keepNames(language);

// The web application puts the cursor into the first field once more, some time after it has started. Whoever types
// already would find the password in the field for the user name.
document.addEventListener('focusin', ({ target }) => {
  target.form?.querySelectorAll('[autofocus]').forEach(field => field.removeAttribute('autofocus'));
});

// The web application gives up and stays empty when a part of it needs more than seven seconds. A slow line is no fault.
window.require?.config?.({ waitSeconds: 0 });

// The web application keeps its texts in the browser under its own version, so a new text would come one visit late, or
// not at all while the browser holds the old file. Asking whether the file has changed costs one short answer.
const file = `${document.querySelector('base').getAttribute('app-root')}/app/`
  + `${document.querySelector('base').getAttribute('app-name')}/locales/${language}.json?bust=${window.bust}`;
try {
  const texts = await fetch(file, { cache: 'no-cache' });
  window.bust += ` ${texts.headers.get('Last-Modified')}`;
} catch {
  // The web application says itself that it has no texts.
}
