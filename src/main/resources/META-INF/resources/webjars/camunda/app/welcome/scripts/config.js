import { language, languages } from '../../../assets/tyopolku/webapp.js';

export default {
  app: {
    vendor: 'Työpolku',
    name: { fi: 'Omat tiedot', sv: 'Mina uppgifter', en: 'My profile' }[language]
  },
  locales: {
    availableLocales: languages,
    // Ours are complete. A second language beside it would take the dates over when it happens to load last.
    fallbackLocale: language
  },
  disableWelcomeMessage: true
};
