// Our own pages in Tasklist's header.
import { ask, element } from './server.js';
import { say } from './texts.js';

const SIDE_BY_SIDE = 3;

export const ownPages = {
  id: 'tyopolku-pages',
  pluginPoint: 'tasklist.navbar.action',
  priority: 400,
  async render(node) {
    const answer = await ask('GET', '/api/menu').catch(() => null);
    if (!answer?.ok) {
      return;
    }
    const lines = (await answer.json()).filter(line => !line.href.startsWith('/camunda/'));
    const link = line => element('a', { href: line.href }, line.name);
    const direct = lines.length > SIDE_BY_SIDE ? lines.slice(0, SIDE_BY_SIDE - 1) : lines;
    const more = lines.slice(direct.length);
    const list = element('span', { class: 'own-pages' }, ...direct.map(link));
    if (more.length) {
      list.append(element('details', {}, element('summary', {}, say('morePages')), element('span', {}, ...more.map(link))));
    }
    node.replaceChildren(list);
  }
};
