import { language, languages } from '../../../assets/tyopolku/webapp.js';

export default {
  app: {
    vendor: 'Työpolku',
    name: { fi: 'Valvomo', sv: 'Kontrollrum', en: 'Cockpit' }[language]
  },
  locales: {
    availableLocales: languages,
    // Ours are complete. A second language beside it would take the dates over when it happens to load last.
    fallbackLocale: language
  },
  disableWelcomeMessage: true,
  // ES modules, named from /camunda/app/cockpit/ on; ".js" may be left out.
  customScripts: [
    'scripts/figures'
  ]
};
