// Without this script the start page shows all its languages.
const languages = ['fi', 'sv', 'en'];
const asked = new URLSearchParams(location.search).get('lang');
const first = (navigator.languages[0] || navigator.language).split('-')[0].toLowerCase();
const language = [asked, first].find(one => languages.includes(one)) || 'en';

document.documentElement.lang = language;
document.documentElement.dataset.only = language;
