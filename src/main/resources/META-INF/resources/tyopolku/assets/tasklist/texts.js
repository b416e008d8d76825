// The first language of the browser decides, as in Tasklist itself; English where it is none of ours.
const first = (navigator.languages[0] || navigator.language || 'en').split('-')[0].toLowerCase();
export const language = ['fi', 'sv'].includes(first) ? first : 'en';

const { own, form, calendar } = await (await fetch(new URL(`${language}.json`, import.meta.url))).json();

/** A sentence of ours; {0}, {1} are filled in. */
export const say = (key, ...values) => own[key].replace(/\{(\d)\}/g, (_, place) => values[place]);

export const calendarTexts = calendar;

// form-js has its words fixed in English; those with {0} stand for a sentence with a number or a name in it.
const fixed = new Map(Object.entries(form));
const withValues = [...fixed].filter(([english]) => english.includes('{0}')).map(([english, own]) => ({
  own,
  pattern: new RegExp('^' + english.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\d\}/g, '(.+)') + '$', 's')
}));

/** What form-js says, in our language; anything else stays. */
export function translated(english) {
  const exact = fixed.get(english);
  if (exact !== undefined) {
    return exact;
  }
  for (const { own, pattern } of withValues) {
    const found = pattern.exec(english);
    if (found) {
      return own.replace(/\{(\d)\}/g, (_, place) => asWritten(found[Number(place) + 1]));
    }
  }
  return english;
}

/** Finnish and Swedish write decimals with a comma. */
function asWritten(value) {
  return language !== 'en' && /^-?\d+\.\d+$/.test(value) ? value.replace('.', ',') : value;
}

const HELSINKI = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Helsinki', day: 'numeric', month: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23'
});

/** A moment as people here write it: 22.11. klo 10.15. */
export function moment(iso) {
  const part = Object.fromEntries(HELSINKI.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]));
  return say('moment', Number(part.day), Number(part.month), part.hour, part.minute);
}
