// The first language of the browser decides, as it does in the web application itself.
const languages = ['en', 'fi', 'sv'];
const first = (navigator.languages[0] || navigator.language).split('-')[0].toLowerCase();
const language = languages.includes(first) ? first : 'en';

// Screen readers and styles go by the language of the page.
document.documentElement.lang = language;

// The application keeps its texts in the browser under this name; LocalesTest says when it must change.
window.bust = '7.24.0-00000000';

export default {
  app: {
    vendor: 'Työpolku',
    name: { fi: 'Valvomo', sv: 'Kontrollrum', en: 'Cockpit' }[language]
  },
  locales: {
    availableLocales: languages,
    fallbackLocale: 'en'
  },
  disableWelcomeMessage: true,
  // ES modules, named from /camunda/app/cockpit/ on; ".js" may be left out.
  customScripts: [
  ]
};
