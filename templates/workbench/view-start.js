// Before there is a project: to begin, to go on, or to look around.

import {post} from './api.js';
import {button, el, fill} from './dom.js';
import {state} from './state.js';

export async function showStart(box, opened) {
  const wrong = el('p', {class: 'wrong', role: 'alert'});
  const open = (path, json) => async () => {
    try {
      await post(path, json());
      await opened();
    } catch (refusal) {
      wrong.textContent = refusal.message;
    }
  };
  const name = el('input', {id: 'new-name', autocomplete: 'organization'});
  const begin = open('/api/project', () => ({name: name.value.trim() || ' '}));
  name.addEventListener('keydown', (event) => { if (event.key === 'Enter') begin(); });
  fill(box,
    el('h1', {}, 'Good to see you'),
    el('p', {class: 'lead'}, 'Here you make briefings, leaflets and Easy Read for everyone around the people you support. All of it stays on this computer.'),
    wrong,
    el('div', {class: 'cards'},
      el('section', {class: 'card'}, el('h2', {}, 'Start with your service'), el('label', {for: 'new-name'}, 'What is your service called?'), name,
        el('p', {class: 'hint'}, `It is kept in ${state.home}.`), el('div', {class: 'row'}, button('Start', begin, 'first'))),
      el('section', {class: 'card'}, el('h2', {}, 'Look around first'), el('p', {}, 'A made-up service with everything filled in. Change whatever you like.'),
        el('div', {class: 'row'}, button('Open the example', open('/api/project', () => ({name: ''}))))),
      state.projects.length ? el('section', {class: 'card'}, el('h2', {}, 'Go on with'), el('ul', {class: 'plain'}, state.projects.map((folder) =>
        el('li', {}, button(folder.replace(/-/g, ' '), open('/api/project/open', () => ({folder})), 'plain'))))) : null));
}
