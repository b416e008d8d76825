// A tab beside the form: the client's case in short, and the way to the whole page.
import { ask, element } from './server.js';
import { say } from './texts.js';

let shown = 0;

export const caseTab = {
  id: 'tyopolku-case',
  pluginPoint: 'tasklist.task.detail',
  priority: 900,
  properties: { label: say('client') },
  render(node, { taskId }) {
    show(node, taskId, ++shown);
  },
  unmount() {
    shown++;
  }
};

async function show(node, taskId, turn) {
  const place = element('div', { class: 'tyopolku-case', 'aria-live': 'polite' }, say('loading'));
  node.replaceChildren(place);
  try {
    const found = await ask('GET', `/api/tasks/${encodeURIComponent(taskId)}/case`);
    if (found.status === 404) {
      place.textContent = say('taskWithoutCase');
      return;
    }
    const page = `/app/cases/${encodeURIComponent((await expectOk(found).json()).caseId)}`;
    const link = element('p', {}, element('a', { href: page }, say('wholeCase')));
    const summary = await ask('GET', `${page}/summary`);
    if (turn === shown) {
      const part = element('div', {});
      part.innerHTML = await expectOk(summary).text();
      place.replaceChildren(link, part);
    }
  } catch {
    place.textContent = say('caseNotShown');
  }
}

function expectOk(answer) {
  if (!answer.ok || answer.redirected) {
    throw new Error(answer.status);
  }
  return answer;
}
