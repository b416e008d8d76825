import { language, languages } from '../../../assets/tyopolku/webapp.js';

export default {
  app: {
    vendor: 'Työpolku',
    name: { fi: 'Hallinta', sv: 'Administration', en: 'Admin' }[language]
  },
  locales: {
    availableLocales: languages,
    fallbackLocale: 'en'
  },
  disableWelcomeMessage: true
};
