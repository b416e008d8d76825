import { language, languages } from '../../../assets/tyopolku/webapp.js';

export default {
  app: {
    vendor: 'Työpolku',
    name: { fi: 'Tehtävälista', sv: 'Uppgiftslista', en: 'Tasklist' }[language]
  },
  locales: {
    availableLocales: languages,
    // Ours are complete. A second language beside it would take the dates over when it happens to load last.
    fallbackLocale: language
  },
  disableWelcomeMessage: true,
  // ES modules, named from /camunda/app/tasklist/ on; ".js" may be left out.
  customScripts: [
    '../../../tyopolku/assets/tasklist.js'
  ],
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: { fi: 'ottaa valitun tehtävän', sv: 'tar den valda uppgiften', en: 'claims the selected task' }[language]
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: { fi: 'siirtyy ensimmäiseen suodattimeen', sv: 'går till det första filtret', en: 'goes to the first filter' }[language]
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: { fi: 'siirtyy listan ensimmäiseen tehtävään', sv: 'går till den första uppgiften i listan', en: 'goes to the first task of the list' }[language]
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: { fi: 'siirtyy lomakkeen ensimmäiseen kenttään', sv: 'går till formulärets första fält', en: 'goes to the first field of the form' }[language]
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: { fi: 'avaa prosessin aloittamisen', sv: 'öppnar rutan för att starta en process', en: 'opens the dialog for starting a process' }[language]
    }
  }
};
