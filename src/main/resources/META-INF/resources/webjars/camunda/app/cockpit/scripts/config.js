import { language, languages } from '../../../assets/tyopolku/webapp.js';

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
