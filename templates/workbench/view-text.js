// A file of the project as text: for what a form cannot put right.

import {get, post} from './api.js';
import {button, el, fill, say} from './dom.js';
import {edited} from './state.js';

export async function showText(box, query) {
  const file = query.get('file') ?? 'sayso.yaml';
  let {text} = await get('/api/text', {file});
  const wrong = el('p', {class: 'wrong', role: 'alert'});
  const area = el('textarea', {class: 'file', id: 'file-text', value: text, spellcheck: 'false'});
  const save = async () => {
    try {
      edited(await post('/api/save', {file, was: text, text: area.value}));
      text = area.value;
      wrong.textContent = '';
      say('Saved');
    } catch (refusal) {
      wrong.textContent = refusal.message;
      if (refusal.body?.conflict) wrong.append(button('Save mine all the same', () => { text = refusal.body.now; save(); }));
    }
  };
  fill(box, el('h1', {}, 'As text'), el('p', {class: 'lead'}, `The file ${file} of your project, as it is kept.`), el('label', {for: 'file-text'}, file), area, wrong,
    el('div', {class: 'row'}, button('Save', save, 'first')));
  const line = Number(query.get('line'));
  if (line > 0) {
    const start = text.split('\n').slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    setTimeout(() => { area.focus(); area.setSelectionRange(start, start); area.scrollTop = Math.max(0, (line - 5) * 24); });
  }
}
