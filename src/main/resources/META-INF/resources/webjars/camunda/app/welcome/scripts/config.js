import { language, languages } from '../../../assets/tyopolku/webapp.js';

export default {
  app: {
    vendor: 'Työpolku',
    name: { fi: 'Omat tiedot', sv: 'Mina uppgifter', en: 'My profile' }[language]
  },
  locales: {
    availableLocales: languages,
    fallbackLocale: 'en'
  },
  disableWelcomeMessage: true
};
