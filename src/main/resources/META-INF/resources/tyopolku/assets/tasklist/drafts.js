// Keeps what is typed into a task's form on the server. Tasklist would keep it in the browser, in clear text.
import { noteTask } from './form-js.js';
import { ask, element } from './server.js';
import { moment, say } from './texts.js';

const QUIET_MILLIS = 2000;
const LONGEST_WAIT_MILLIS = 8000;
const AGAIN_MILLIS = 10000;
const KEPT_BY_TASKLIST = /^(camunda-form|camForm):(.*)$/;
const TOUCHES = ['input', 'change', 'click', 'keydown'];

let current = null;
let lastSaved = null;
let loggedOut = false;

export function keepDraftsOnTheServer(forms) {
  takeOverStorage();
  forms.whenOpened(opened => {
    if (opened.kind === 'task') {
      if (current) {
        current.flush();
        current.close();
      }
      lastSaved = null;
      current = new Draft(opened);
    }
  });
  addEventListener('hashchange', leave);
  addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', () => document.hidden && leave());
  document.addEventListener('click', event => {
    if (event.target.closest?.('.logout')) {
      loggedOut = true;
      leave();
    }
  }, true);
  addEventListener('hashchange', tellThatLogInHasEnded);
}

/** Before a submission: waits for a draft that is on its way, and saves no more, or one might come after the task's end. */
export async function settleDraft() {
  await current?.pause();
}

/** The submission was refused. */
export function goOnWithDraft() {
  current?.resume();
}

export function draftIsDone() {
  current?.close();
}

function leave() {
  if (current) {
    current.flush(true);
    current.dropIfGone();
  }
  removeLeftovers();
}

function takeOverStorage() {
  removeLeftovers();
  const stock = { set: Storage.prototype.setItem, get: Storage.prototype.getItem };
  Storage.prototype.setItem = function (key, value) {
    if (!KEPT_BY_TASKLIST.test(key)) {
      stock.set.call(this, key, value);
    } else if (current && current.taskId === KEPT_BY_TASKLIST.exec(key)[2]) {
      current.saveNow();
    }
  };
  Storage.prototype.getItem = function (key) {
    const kept = KEPT_BY_TASKLIST.exec(key);
    if (!kept) {
      return stock.get.call(this, key);
    }
    if (kept[2] !== 'undefined') {
      noteTask(kept[2]);
    }
    return null;
  };
}

/** What earlier versions have left behind. */
function removeLeftovers() {
  for (const storage of [localStorage, sessionStorage]) {
    Object.keys(storage).filter(key => KEPT_BY_TASKLIST.test(key)).forEach(key => storage.removeItem(key));
  }
}

class Draft {

  constructor({ form, host, taskId, container }) {
    Object.assign(this, { form, host, taskId, container, paused: false, closed: false, since: 0, timer: 0, running: null });
    this.path = `/api/drafts/${encodeURIComponent(taskId)}`;
    this.text = element('span', { class: 'draft-text' });
    this.spoken = element('span', { class: 'sr-only', role: 'status' });
    this.buttons = element('span', { class: 'draft-buttons' });
    this.line = element('div', { class: 'tyopolku-draft' }, this.text, ' ', this.buttons, this.spoken);
    host.insertBefore(this.line, container);
    // What the form computes by itself when it opens is not the person's doing.
    const touched = () => {
      if (this.known === undefined) {
        this.known = this.typed();
        form.on('changed', () => this.changed());
      }
    };
    TOUCHES.forEach(name => container.addEventListener(name, touched, true));
    this.look();
  }

  typed() {
    return JSON.stringify(this.form._getSubmitData());
  }

  async look() {
    const answer = await ask('GET', this.path).catch(() => null);
    if (answer?.status === 200) {
      const draft = await answer.json();
      lastSaved = draft.savedAt;
      this.show(say(draft.formRevised ? 'draftOfOlderForm' : 'draftShown', moment(draft.savedAt)));
      if (draft.changed.length) {
        this.show(say('draftStale', moment(draft.savedAt), draft.changed.join(', ')), true);
        this.button('draftGoOn', () => ask('POST', `${this.path}/continuation`).then(() => this.reload()));
      }
      this.offerToDiscard();
    } else if (answer?.status === 403 || answer?.status === 404) {
      this.close();
    }
  }

  changed() {
    if (!this.closed && !this.paused && this.typed() !== this.known) {
      const now = Date.now();
      this.since ||= now;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.save(), Math.max(0, Math.min(QUIET_MILLIS, this.since + LONGEST_WAIT_MILLIS - now)));
    }
  }

  saveNow() {
    clearTimeout(this.timer);
    this.known ??= null;
    return this.save(true);
  }

  /** At once, where there is something unsaved. */
  flush(leaving = false) {
    if (!this.closed && !this.paused && this.known !== undefined && this.typed() !== this.known) {
      clearTimeout(this.timer);
      this.save(false, leaving);
    }
  }

  save(aloud = false, leaving = false) {
    if (this.closed || this.paused) {
      return;
    }
    const typed = this.typed();
    this.since = 0;
    this.running = (this.running || Promise.resolve()).then(() => ask('PUT', this.path, typed, leaving))
      .then(answer => this.answered(answer, typed, aloud), () => this.failed(aloud));
    return this.running;
  }

  async answered(answer, typed, aloud) {
    if (answer.ok) {
      this.known = typed;
      lastSaved = (await answer.json()).savedAt;
      this.show(say('draftSaved', moment(lastSaved)), aloud);
      this.offerToDiscard();
    } else if (answer.status === 401) {
      this.close();
      this.show(say('logInHasEnded') + (lastSaved ? ' ' + say('draftIsOnServer', moment(lastSaved)) : ''), true);
    } else {
      const told = await answer.json().catch(() => ({}));
      this.show(told.detail || told.message || say('draftNotSaved'), true);
    }
  }

  failed(aloud) {
    this.show(say('draftNotSaved'), true);
    this.timer = setTimeout(() => this.save(aloud), AGAIN_MILLIS);
  }

  show(text, aloud = false) {
    this.text.textContent = text;
    this.buttons.replaceChildren();
    this.spoken.textContent = aloud ? text : '';
  }

  offerToDiscard() {
    this.button('draftDiscard', () => {
      if (confirm(say('draftDiscardSure'))) {
        this.close();
        (this.running || Promise.resolve()).then(() => ask('DELETE', this.path)).then(() => location.reload());
      }
    });
  }

  button(key, action) {
    const made = element('button', { type: 'button', class: 'btn btn-default btn-sm' }, say(key));
    made.addEventListener('click', action);
    this.buttons.append(made, ' ');
  }

  reload() {
    this.close();
    location.reload();
  }

  async pause() {
    clearTimeout(this.timer);
    this.paused = true;
    await this.running;
  }

  resume() {
    this.paused = false;
    this.changed();
  }

  close() {
    clearTimeout(this.timer);
    this.closed = true;
  }

  dropIfGone() {
    if (!this.host.isConnected) {
      this.close();
    }
  }
}

/** Tasklist leads to its log-in page by itself; here is said what became of the unfinished form. */
function tellThatLogInHasEnded() {
  document.querySelector('.tyopolku-ended')?.remove();
  const isEnd = location.hash.startsWith('#/login') && current && !loggedOut;
  if (isEnd && lastSaved) {
    document.body.prepend(element('div', { class: 'tyopolku-ended', role: 'alert' },
      say('logInHasEnded') + ' ' + say('draftIsOnServer', moment(lastSaved))));
  }
  if (location.hash.startsWith('#/login')) {
    current?.close();
    current = null;
    lastSaved = null;
    loggedOut = false;
  }
}
