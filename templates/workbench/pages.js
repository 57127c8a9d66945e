// A document's pages as pictures, whose sentences can be chosen to change them.

import {get} from './api.js';
import {el, sentence} from './dom.js';
import {onChange, state} from './state.js';

/**
 * Shows the pages of `look()` in `box`, and again after each change: pictures are exchanged in their places, so that
 * nothing moves. `choose(fields, piece)` is told of a sentence that was chosen.
 */
export function showPages(box, look, choose) {
  const words = el('div', {role: 'status'});
  const grid = el('div', {class: 'pages'});
  box.replaceChildren(words, grid);
  let asking = false, again = false;

  /** One at a time: what changes meanwhile is asked for when they are here. */
  async function load() {
    again = asking;
    if (asking) return;
    asking = true;
    await ask();
    asking = false;
    if (again) load();
  }

  async function ask() {
    if (!grid.children.length) words.textContent = 'Making the pages …';
    let made;
    try {
      made = await get('/api/pages', look());
    } catch (refusal) {
      words.replaceChildren(el('p', {class: 'wrong'}, refusal.message));
      return;
    }
    const errors = made.faults.filter((fault) => fault.error);
    words.replaceChildren(...errors.slice(0, 5).map((fault) => faultCard(fault)));
    if (errors.length && !made.pages.length) return;  // the pages as they were stay in sight
    draw(made);
  }

  function draw(made) {
    made.pages.forEach((page, number) => {
      const shown = JSON.stringify([made.title, page, made.pages.length, made.pieces.filter((piece) => piece.page === number)]);
      if (grid.children[number]?.shown === shown) return;
      const name = `Page ${number + 1} of ${made.pages.length}`;
      let figure = grid.children[number];
      if (!figure) {
        figure = el('figure', {class: 'page'}, el('div', {class: 'sheet'}, el('img', {alt: ''})), el('figcaption'));
        grid.append(figure);
      }
      const image = figure.querySelector('img'), before = image.src;
      image.alt = `${name}: ${made.title}`;
      const drawing = page.svg.slice(Math.max(0, page.svg.indexOf('<style')));  // before that stands the document's title
      if (figure.drawing !== drawing) {  // drawing it takes a browser its time
        image.width = Math.round(page.width);
        image.height = Math.round(page.height);
        image.addEventListener('load', () => before && URL.revokeObjectURL(before), {once: true});
        image.src = URL.createObjectURL(new Blob([page.svg], {type: 'image/svg+xml'}));
        figure.drawing = drawing;
      }
      figure.querySelector('figcaption').textContent = name;
      figure.shown = shown;
      pieces(figure.firstElementChild, made.pieces.filter((piece) => piece.page === number), page);
    });
    while (grid.children.length > made.pages.length) grid.lastElementChild.remove();
  }

  function pieces(sheet, all, page) {
    const focused = sheet.contains(document.activeElement) ? document.activeElement.dataset.field : '';
    sheet.querySelectorAll('.piece').forEach((piece) => piece.remove());
    if (!choose) return;
    for (const piece of all.filter((one) => one.fields.length && one.text.trim())) {
      const short = piece.text.length > 80 ? piece.text.slice(0, 78) + '…' : piece.text;
      const key = JSON.stringify(piece.fields);
      const mark = el('button', {type: 'button', class: 'piece', 'data-field': key, 'aria-label': `Change: ${short}`, onclick: () => choose(piece.fields, piece)});
      Object.assign(mark.style, {left: `${100 * piece.x / page.width}%`, top: `${100 * piece.y / page.height}%`,
        width: `${100 * piece.width / page.width}%`, height: `${100 * piece.height / page.height}%`});
      sheet.append(mark);
      if (key === focused) mark.focus({preventScroll: true});
    }
  }

  onChange(load);
  load();
  return load;
}

/** A fault in plain words, with the way to what it is about. */
export function faultCard(fault) {
  const to = fault.field ? addressOf(fault.field) : fault.place ? `#text?${new URLSearchParams({file: fault.place.file, line: fault.place.line})}` : '';
  return el('div', {class: fault.error ? 'fault' : 'fault mild'},
    el('p', {}, el('strong', {}, fault.error ? 'To be put right: ' : 'To look at: '), sentence(fault.message)),
    fault.hint ? el('p', {class: 'hint'}, sentence(fault.hint)) : null,
    to ? el('p', {}, el('a', {href: to}, fault.field ? 'Go to it' : `Open ${fault.place.file}, line ${fault.place.line}`)) : null);
}

/** The view that shows a value. */
export function addressOf({file, path}) {
  const query = new URLSearchParams({file, path: JSON.stringify(path)});
  if (file === 'sayso.yaml' && path[0] === 'service') return `#who?${query}`;
  if (file === 'sayso.yaml' && (path[0] === 'theme' || path[0] === 'brand')) return `#looks?${query}`;
  if (file === 'evidence/evidence.yaml') return `#evidence?${query}`;
  if (file === 'pack.yaml') return `#pack?${new URLSearchParams({file, path: JSON.stringify(path.slice(0, 3))})}`;
  if (path[0] === 'audiences' && path.length > 2) {
    query.set('audience', path[1]);
    return `#words?${query}`;
  }
  return `#text?${new URLSearchParams({file})}`;
}

/** What to make for whom, in words that people know. */
export function firstLook() {
  const kept = JSON.parse(sessionStorage.getItem('look') ?? '{}');
  const {audiences, kinds, langs} = state.choices;
  const one = (list, value, wish) => list.some((each) => (each.id ?? each) === value) ? value : list.some((each) => each.id === wish) ? wish : list[0]?.id ?? list[0] ?? '';
  return {audience: one(audiences, kept.audience, 'family'), kind: one(kinds, kept.kind, 'briefing'), edition: kept.edition ?? 'standard',
    lang: one(langs, kept.lang, state.choices.lang), site: state.choices.sites.some((site) => site.id === kept.site) ? kept.site : ''};
}
export const keepLook = (look) => sessionStorage.setItem('look', JSON.stringify(look));
