// The figures of a municipality for its managers: a list of reports, each with chart, table and notes. One module for
// Cockpit (the plugin in app/cockpit/scripts/figures.js) and for our own page /app/figures.

const SVG = 'http://www.w3.org/2000/svg';
const LOCALES = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };
const NOT_SHOWN = 'SMALL_GROUP';
const COCKPIT = '/camunda/app/cockpit/';
const NUMBERS = ['NUMBER', 'EUROS', 'PERCENT', 'DAYS'];
const FILLS = ['solid', 'hatched', 'pale', 'dotted'];

let moveFocus = false;

/**
 * Shows the figures in an element. The address keeps what is chosen, so that it can be bookmarked.
 *
 * @param address { read(): URLSearchParams, write(URLSearchParams) }; write leads to a new call of show
 * @param headingLevel of the view's own heading; 0 where the page around it has one
 */
export async function show(root, address, headingLevel) {
  root.classList.add('tp-figures');
  let texts = {};
  try {
    const offer = await offered();
    texts = offer.texts;
    root.lang = offer.language;
    const view = new View(root, offer, address, headingLevel);
    await view.open();
  } catch (refused) {
    root.replaceChildren(sorry(refused, texts));
  }
}

/** Whether the figures are for the person who is logged in. */
export async function areForMe() {
  try {
    return (await fetch('/api/reports', asPage())).ok;
  } catch {
    return false;
  }
}

class View {
  constructor(root, offer, address, headingLevel) {
    this.root = root;
    this.offer = offer;
    this.texts = offer.texts;
    this.address = address;
    this.level = headingLevel;
    const asked = address.read();
    this.code = offer.reports.some(each => each.code === asked.get('report')) ? asked.get('report') : offer.reports[0].code;
    const [from, to] = lastTwelveMonths(offer.today);
    this.from = asked.get('from') || from;
    this.to = asked.get('to') || to;
  }

  async open() {
    const { texts } = this;
    this.status = element('p', { class: 'tp-status', role: 'status' });
    this.report = element('section', { class: 'tp-report' });
    const list = element('nav', { 'aria-label': texts.reports }, element('ul', {}, ...this.offer.reports.map(each =>
      element('li', {}, this.link(each.title, { report: each.code }, each.code === this.code)))));
    this.root.replaceChildren(
      element('div', { class: 'tp-head' },
        this.level ? element('h' + this.level, {}, texts.title) : '',
        element('p', {}, `${this.offer.municipality}. ${texts.about}`)),
      this.periodForm(),
      element('div', { class: 'tp-body' }, list, element('div', { class: 'tp-main' }, this.status, this.report)));
    await this.fetchReport();
  }

  /** A link that keeps what else is chosen. */
  link(name, changes, isHere) {
    const link = element('a', { href: '#' }, name);
    if (isHere) {
      link.setAttribute('aria-current', 'true');
    }
    link.addEventListener('click', event => {
      event.preventDefault();
      this.choose(changes);
    });
    return link;
  }

  choose(changes) {
    moveFocus = true;
    this.address.write(new URLSearchParams({ report: this.code, from: this.from, to: this.to, ...changes }));
  }

  periodForm() {
    const { texts } = this;
    const from = element('input', { type: 'date', id: 'tp-from', value: this.from, required: '' });
    const to = element('input', { type: 'date', id: 'tp-to', value: this.to, required: '' });
    const fault = element('p', { class: 'tp-fault', role: 'alert', id: 'tp-fault' });
    const quick = Object.entries(quickChoices(this.offer.today)).map(([name, [first, last]]) => {
      const button = element('button', { type: 'button', class: 'tp-quick',
        'aria-pressed': String(first === this.from && last === this.to) }, texts[name]);
      button.addEventListener('click', () => this.choose({ from: first, to: last }));
      return button;
    });
    const form = element('form', { class: 'tp-period', novalidate: '' }, element('fieldset', {},
      element('legend', {}, texts.period),
      element('div', { class: 'tp-quicks' }, ...quick),
      element('div', {}, element('label', { for: 'tp-from' }, texts.from), from),
      element('div', {}, element('label', { for: 'tp-to' }, texts.to), to),
      element('button', { type: 'submit', class: 'tp-show' }, texts.show)), fault);
    form.addEventListener('submit', event => {
      event.preventDefault();
      const missing = [from, to].find(each => !each.value);
      [from, to].forEach(each => each.removeAttribute('aria-invalid'));
      if (missing) {
        fault.textContent = texts.missingDate;
        missing.setAttribute('aria-invalid', 'true');
        missing.setAttribute('aria-describedby', 'tp-fault');
        missing.focus();
      } else {
        this.choose({ from: from.value, to: to.value });
      }
    });
    return form;
  }

  async fetchReport() {
    const { texts } = this;
    this.status.classList.remove('tp-unseen');
    this.status.textContent = texts.loading;
    this.report.setAttribute('aria-busy', 'true');
    try {
      const report = await read(`/api/reports/${this.code}?from=${this.from}&to=${this.to}`);
      this.report.replaceChildren(...this.parts(report));
      this.status.classList.add('tp-unseen');
      this.status.textContent = `${texts.loaded} ${report.title}`;
      this.drawAgainWhenWidthChanges(report);
      if (moveFocus) {
        this.report.querySelector('[tabindex="-1"]').focus();
      }
    } catch (refused) {
      this.status.textContent = '';
      this.report.replaceChildren(sorry(refused, texts));
    }
    moveFocus = false;
    this.report.removeAttribute('aria-busy');
  }

  parts(report) {
    const { texts } = this;
    const heading = level => 'h' + ((this.level || 1) + level);
    const days = report.hasPeriod ? `${day(report.from)}–${day(report.to)}` : texts.standing;
    const query = `?from=${this.from}&to=${this.to}`;
    const parts = [
      element(heading(1), { tabindex: '-1' }, report.title),
      element('p', { class: 'tp-about' }, report.about),
      element('p', { class: 'tp-days' }, `${report.municipality}. ${days}`)
    ];
    if (report.rows.length === 0) {
      parts.push(element('p', {}, texts.noRows));
    } else {
      if (saysSomething(report)) {
        this.chart = element('div', { class: 'tp-chart' });
        parts.push(this.chart);
      }
      parts.push(this.table(report), element('p', { class: 'tp-files' },
        element('a', { href: `/api/reports/${report.code}.csv${query}`, download: '' }, texts.csv),
        element('a', { href: `/api/reports/${report.code}.xlsx${query}`, download: '' }, texts.xlsx)));
    }
    parts.push(element(heading(2), {}, texts.notes), element('ul', { class: 'tp-notes' },
      ...report.notes.map(note => element('li', {}, note))));
    return parts;
  }

  table(report) {
    const cell = (value, i) => {
      const kind = report.columns[i].kind;
      const shown = this.shown(value, kind);
      if (i === 0) {
        return element('th', { scope: 'row' }, shown);
      }
      const classes = [NUMBERS.includes(kind) ? 'tp-number' : '', value === NOT_SHOWN ? 'tp-hidden' : ''].join(' ').trim();
      return element('td', classes ? { class: classes } : {}, shown);
    };
    return element('div', { class: 'tp-scroll', tabindex: '0', role: 'region', 'aria-label': `${this.texts.table}: ${report.title}` },
      element('table', {},
        element('caption', {}, report.title),
        element('thead', {}, element('tr', {}, ...report.columns.map((column, i) =>
          element('th', { scope: 'col', ...(i > 0 && NUMBERS.includes(column.kind) ? { class: 'tp-number' } : {}) }, column.name)))),
        element('tbody', {}, ...report.rows.map(row => element('tr', {}, ...row.map(cell))))));
  }

  /** A value as people write it. */
  shown(value, kind, short) {
    if (value === null) {
      return '–';
    }
    if (value === NOT_SHOWN) {
      return this.texts.notShown;
    }
    const number = options => new Intl.NumberFormat(LOCALES[this.offer.language], options).format(value);
    switch (kind) {
      case 'EUROS': return number({ style: 'currency', currency: 'EUR', ...(short ? { maximumFractionDigits: 0 } : {}) });
      case 'PERCENT': return number({ minimumFractionDigits: 0, maximumFractionDigits: 1 }) + ' %';
      case 'DAYS':
      case 'NUMBER': return number({});
      case 'DATE': return day(value);
      default: return value.startsWith(COCKPIT) ? element('a', { href: value }, this.texts.openInCockpit) : value;
    }
  }

  drawAgainWhenWidthChanges(report) {
    if (!this.chart) {
      return;
    }
    let width = 0;
    const draw = () => {
      if (this.chart.clientWidth !== width) {
        width = this.chart.clientWidth;
        this.chart.replaceChildren(...this.drawn(report, Math.max(width, 280)));
      }
    };
    draw();
    new ResizeObserver(() => requestAnimationFrame(draw)).observe(this.chart);
  }

  /** Bars from left to right, one group for each row, told apart by pattern as well as colour. */
  drawn(report, width) {
    const { labels, values, stacked, mark } = report.chart;
    const kind = report.columns[values[0]].kind;
    const isNumber = value => typeof value === 'number';
    const sum = row => values.reduce((all, column) => all + (isNumber(row[column]) ? row[column] : 0), 0);
    const largest = Math.max(1, ...report.rows.map(row => Math.max(
      stacked ? sum(row) : Math.max(0, ...values.map(column => isNumber(row[column]) ? row[column] : 0)),
      mark !== null && isNumber(row[mark]) ? row[mark] : 0)));
    const end = kind === 'PERCENT' ? Math.max(100, largest) : largest;

    const isNarrow = width < 560;
    const left = isNarrow ? 0 : Math.min(280, width * 0.34);
    const right = 120;
    const length = value => Math.max(0, value / end * (width - left - right));
    const bar = 18;
    const labelHeight = isNarrow ? 20 : 0;
    const bars = stacked ? 1 : values.length;
    const groupHeight = labelHeight + Math.max(bars * (bar + 3), 21) + 12;
    const legend = this.legend(report);
    const height = report.rows.length * groupHeight + 4;

    const svg = svgElement('svg', { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img',
      'aria-label': `${this.texts.chart}: ${report.title}. ${this.summary(report)}` });
    svg.append(patterns());
    report.rows.forEach((row, i) => {
      const top = i * groupHeight + 2;
      const first = top + labelHeight;
      svg.append(label(String(row[labels]), isNarrow ? 0 : left - 10, isNarrow ? top + 14 : first + bars * (bar + 3) / 2 + 3,
        isNarrow ? width : left - 14, isNarrow ? 'start' : 'end'));
      let x = left;
      values.forEach((column, series) => {
        const y = first + (stacked ? 0 : series * (bar + 3));
        const value = row[column];
        if (isNumber(value)) {
          const extent = length(value);
          if (extent > 0) {
            svg.append(svgElement('rect', { x, y, width: extent, height: bar, class: 'tp-bar-' + FILLS[series % FILLS.length] }));
          }
          x = stacked ? x + extent : left;
        }
        if (!stacked) {
          svg.append(text(this.shown(value, kind, true), left + (isNumber(value) ? length(value) : 0) + 6, y + 13.5,
            value === NOT_SHOWN ? 'tp-hidden' : ''));
        }
      });
      if (stacked) {
        svg.append(text(this.shown(sum(row), kind, true), x + 6, first + 13.5));
      }
      if (mark !== null && isNumber(row[mark])) {
        const at = left + length(row[mark]);
        svg.append(svgElement('line', { x1: at, x2: at, y1: first - 4, y2: first + bars * (bar + 3) + 2, class: 'tp-mark' }));
      }
    });
    if (!isNarrow) {
      svg.append(svgElement('line', { x1: left, x2: left, y1: 0, y2: height, class: 'tp-axis' }));
    }
    return [legend, svg];
  }

  /** What a chart says to those who do not see it; all values stand in the table. */
  summary(report) {
    const { labels, values } = report.chart;
    return report.rows.slice(0, 12).map(row => row[labels] + ': ' + values.map(column =>
      `${report.columns[column].name} ${this.shown(row[column], report.columns[column].kind, true)}`).join(', ')).join('; ');
  }

  legend(report) {
    const { values, mark } = report.chart;
    const names = values.map((column, i) => element('li', {}, key('tp-bar-' + FILLS[i % FILLS.length]), report.columns[column].name));
    if (mark !== null) {
      names.push(element('li', {}, key('tp-mark'), report.columns[mark].name));
    }
    return element('ul', { class: 'tp-legend', 'aria-hidden': 'true' }, ...names);
  }
}

/** Right after the log-in Cockpit may open the view before the session counts; then once more. */
async function offered() {
  try {
    return await read('/api/reports');
  } catch (refused) {
    if (refused.status !== 401) {
      throw refused;
    }
    await new Promise(soon => setTimeout(soon, 1500));
    return read('/api/reports');
  }
}

/** A chart in which nothing may be shown would be empty. */
function saysSomething(report) {
  return report.chart && report.rows.some(row => report.chart.values.some(column => typeof row[column] === 'number'));
}

async function read(path) {
  const answer = await fetch(path, asPage());
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw Object.assign(new Error(path), { status: answer.status, detail: problem.detail || problem.message });
  }
  return answer.json();
}

/** Says to the server that no browser dialog for a password is wanted. */
function asPage() {
  return { headers: { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest' }, credentials: 'same-origin' };
}

/** Says why there are no figures. After the end of the session the sentence leads to the log-in. */
function sorry(refused, texts) {
  const sentence = { 401: texts.loggedOut, 403: texts.notForYou }[refused.status] || refused.detail || texts.failed
    // Nothing came from the server, not even its texts.
    || { fi: 'Lukuja ei saatu.', sv: 'Siffrorna kunde inte hämtas.' }[document.documentElement.lang] || 'The figures could not be fetched.';
  const said = element('p', { class: 'tp-fault', role: 'alert' });
  if (refused.status === 401) {
    const logIn = element('a', { href: '' }, sentence);
    logIn.addEventListener('click', event => {
      event.preventDefault();
      location.reload();
    });
    said.append(logIn);
  } else {
    said.append(sentence);
  }
  return said;
}

function quickChoices(today) {
  const year = Number(today.slice(0, 4));
  const quarter = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1;
  return {
    lastTwelveMonths: lastTwelveMonths(today),
    thisQuarter: [`${year}-${String(quarter).padStart(2, '0')}-01`, today],
    thisYear: [`${year}-01-01`, today],
    lastYear: [`${year - 1}-01-01`, `${year - 1}-12-31`]
  };
}

function lastTwelveMonths(today) {
  const first = new Date(today + 'T12:00:00Z');
  first.setUTCFullYear(first.getUTCFullYear() - 1);
  first.setUTCDate(first.getUTCDate() + 1);
  return [first.toISOString().slice(0, 10), today];
}

function day(iso) {
  const [year, month, date] = iso.split('-').map(Number);
  return `${date}.${month}.${year}`;
}

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children);
  return made;
}

function svgElement(name, attributes) {
  const made = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}

function text(content, x, y, classes) {
  const made = svgElement('text', { x, y, ...(classes ? { class: classes } : {}) });
  made.textContent = content;
  return made;
}

/** At most two lines; what does not fit ends with an ellipsis, the table has it whole. */
function label(content, x, y, width, anchor) {
  const signs = Math.max(8, Math.floor(width / 7.2));
  const lines = [''];
  content.split(' ').forEach(word => {
    const last = lines[lines.length - 1];
    if (last && (last + ' ' + word).length > signs) {
      lines.push(word);
    } else {
      lines[lines.length - 1] = last ? last + ' ' + word : word;
    }
  });
  const shown = anchor === 'start' ? [content.length > signs ? content.slice(0, signs - 1) + '…' : content] : lines.slice(0, 2);
  if (anchor !== 'start' && lines.length > 2) {
    shown[1] += '…';
  }
  const made = svgElement('text', { 'text-anchor': anchor });
  shown.forEach((line, i) => {
    const part = svgElement('tspan', { x, y: y + (i - (shown.length - 1) / 2) * 15 });
    part.textContent = line;
    made.append(part);
  });
  return made;
}

function key(fill) {
  const svg = svgElement('svg', { width: 22, height: 14 });
  svg.append(fill === 'tp-mark' ? svgElement('line', { x1: 11, x2: 11, y1: 0, y2: 14, class: fill })
    : svgElement('rect', { x: 1, y: 1, width: 20, height: 12, class: fill }));
  return svg;
}

function patterns() {
  const defs = svgElement('defs', {});
  const hatch = svgElement('pattern', { id: 'tp-hatch', width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' });
  hatch.append(svgElement('rect', { width: 6, height: 6, fill: '#f2c078' }), svgElement('rect', { width: 2.5, height: 6, fill: '#8a4b00' }));
  const dots = svgElement('pattern', { id: 'tp-dots', width: 6, height: 6, patternUnits: 'userSpaceOnUse' });
  dots.append(svgElement('rect', { width: 6, height: 6, fill: '#dcefe2' }), svgElement('circle', { cx: 3, cy: 3, r: 1.6, fill: '#1e6b3a' }));
  defs.append(hatch, dots);
  return defs;
}
