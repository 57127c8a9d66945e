// Documents: what for whom, its pages, and the files to hand on.

import {documentAddress, post} from './api.js';
import {chooser, el, fill} from './dom.js';
import {kindName, langName, labelOf} from './names.js';
import {addressOf, firstLook, keepLook, showPages} from './pages.js';
import {state} from './state.js';

const formats = [['pdf', 'PDF, to print and send'], ['html', 'Web page, for a telephone'], ['epub', 'E-book'], ['docx', 'Word'], ['pptx', 'PowerPoint']];

/** The choice of a document; `changed` is called after each. */
export function lookChooser(look, changed, parts = ['audience', 'kind', 'edition', 'lang', 'site']) {
  const {audiences, kinds, langs, sites} = state.choices;
  const box = el('div', {class: 'chooser'});
  const put = (key) => (value) => { look[key] = value; keepLook(look); draw(); changed(); };
  function draw() {
    const possible = kinds.filter((kind) => kind.audiences.includes(look.audience));
    if (!possible.some((kind) => kind.id === look.kind)) look.kind = possible[0]?.id ?? '';
    const all = {
      audience: ['Reader', audiences.map(({id, name}) => [id, name])],
      kind: ['Kind', possible.map(({id}) => [id, kindName(id)])],
      edition: ['Edition', [['standard', 'Standard'], ['large-print', 'Large print']]],
      lang: ['Language', langs.map((id) => [id, langName(id)])],
      site: ['Place', [['', 'The whole service'], ...sites.map(({id, name}) => [id, name])]],
    };
    const focused = document.activeElement?.dataset?.part;
    fill(box, ...parts.filter((key) => all[key][1].length > 1).map((key) => {
      const one = chooser(all[key][0], all[key][1], look[key], put(key));
      one.querySelector('select').dataset.part = key;
      return one;
    }));
    if (focused) box.querySelector(`[data-part=${focused}]`)?.focus();
  }
  draw();
  return box;
}

export async function showDocuments(box) {
  const look = firstLook();
  const downloads = el('ul', {class: 'plain row'});
  const pages = el('div');
  const links = () => downloads.replaceChildren(...formats.map(([format, words], number) =>
    el('li', {}, el('a', {class: number ? 'button' : 'button first', href: documentAddress(look, format), download: ''}, words))));
  const choose = async (fields) => {
    if (state.editor) return post('/api/editor', {file: fields[0].file, line: fields[0].line ?? 1}).catch(() => {});
    location.hash = addressOf(fields[0]);
  };
  fill(box, el('h1', {}, 'Documents'), el('p', {class: 'lead'}, 'Choose a reader and what to make. Choose a sentence on a page to change it.'));
  const load = () => { links(); reload(); };
  const select = lookChooser(look, () => load());
  box.append(select, downloads, pages);
  links();
  const reload = showPages(pages, () => look, choose);
}
