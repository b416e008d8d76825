export default {
  locales: {
    availableLocales: ['en', 'fi', 'sv'],
    fallbackLocale: 'en'
  },
  disableWelcomeMessage: true,
  // ES modules, named from /camunda/app/tasklist/ on; ".js" may be left out.
  customScripts: [
    '../../../tyopolku/assets/tasklist.js'
  ],
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'claims the selected task' },
    focusFilter: { key: 'ctrl+shift+f', description: 'focuses the first filter' },
    focusList: { key: 'ctrl+alt+l', description: 'focuses the first task' },
    focusForm: { key: 'ctrl+alt+f', description: 'focuses the first form field' },
    startProcess: { key: 'ctrl+alt+p', description: 'opens the start process dialog' }
  }
};
