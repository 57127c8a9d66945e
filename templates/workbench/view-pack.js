// Pack: what goes into it, and everything for every place, made with progress, to be handed on.

import {get, post} from './api.js';
import {button, chooser, debounce, el, fill, say} from './dom.js';
import {checkField, hasUnsaved, manyField} from './field.js';
import {kindName, labelOf, langName} from './names.js';
import {faultCard} from './pages.js';
import {edited, onChange, state} from './state.js';

const fates = {made: 'new or changed', kept: 'as before', failed: 'cannot be made', removed: 'no longer there'};
const formats = [['pdf', 'PDF, to print and send'], ['html', 'Web page, for a telephone'], ['epub', 'E-book'], ['docx', 'Word'], ['pptx', 'PowerPoint'], ['png', 'Pictures of the pages']];
const editions = [['standard', 'Standard'], ['large-print', 'Large print']];
const anybody = ['everyone', 'Anybody who passes by'];

const many = (number, one, several) => `${number} ${number === 1 ? one : several}`;
const listOf = (value) => value == null ? [] : Array.isArray(value) ? value : [value];

/** "12 documents for 3 places and 1 for the whole service". */
export function countWords({documents, sites, wholeService}) {
  const there = documents - wholeService;
  if (!sites) return many(documents, 'document', 'documents');
  return `${many(there, 'document', 'documents')} for ${many(sites, 'place', 'places')}${wholeService ? ` and ${wholeService} for the whole service` : ''}`;
}

const readers = () => [...state.choices.audiences.map(({id, name}) => [id, name]), anybody];
const serves = (kind, reader) => reader === 'everyone' ? kind.forEveryone : kind.audiences.includes(reader);
const inARow = (names) => names.map((name, at) => at && name !== 'Easy Read' ? name[0].toLowerCase() + name.slice(1) : name).join(', ');
const nameIn = (options, id) => options.find(([key]) => key === id)?.[1] ?? labelOf(id);

/** Kinds that can be made for all that were chosen, and the other way round: no form asks for what there is not. */
function possible(group) {
  const mine = listOf(group.kinds), theirs = listOf(group.audiences), all = state.choices.kinds;
  return {
    kinds: all.filter((kind) => mine.includes(kind.id) || theirs.every((reader) => serves(kind, reader))).map(({id}) => [id, kindName(id)]),
    readers: readers().filter(([id]) => theirs.includes(id) || (mine.length && all.filter((kind) => mine.includes(kind.id)).every((kind) => serves(kind, id)))),
  };
}

function groupFields(file, number, group) {
  const path = ['documents', String(number)], {sites, langs, lang} = state.choices, can = possible(group);
  const some = (key, more) => manyField({file, path: [...path, key], value: group[key] ?? null, ...more}).box;
  const whole = String(group['whole-service']) === 'true';
  return [
    some('kinds', {label: 'Kinds', options: can.kinds, none: 'Nothing is chosen, so nothing has changed: choose a kind, or take these documents out of the pack.'}),
    some('audiences', {label: 'Readers', options: can.readers, all: 'Every reader whom these are for', none: 'Nobody is chosen, so nothing has changed: choose a reader, or take these documents out of the pack.'}),
    some('editions', {label: 'Editions', options: editions, absent: ['standard'], none: 'Nothing is chosen, so nothing has changed: choose an edition.'}),
    langs.length > 1 ? some('langs', {label: 'Languages', options: langs.map((id) => [id, langName(id)]), absent: [lang], none: 'Nothing is chosen, so nothing has changed: choose a language.'}) : null,
    listOf(group.langs).length ? checkField({file, path: [...path, 'draft-language'], value: group['draft-language'] ?? null, label: 'Also where a translation is not finished, marked as a draft'}).box : null,
    sites.length && !whole ? some('sites', {label: 'Places', options: sites.map(({id, name}) => [id, name]), all: 'Every place', none: 'Nothing is chosen, so nothing has changed: choose a place, or take these documents out of the pack.'}) : null,
    sites.length && !listOf(group.sites).length ? checkField({file, path: [...path, 'whole-service'], value: group['whole-service'] ?? null, label: 'Once for the whole service, not for each place'}).box : null,
    some('formats', {label: 'Files', options: formats, absent: ['pdf'], none: 'Nothing is chosen, so nothing has changed: choose a kind of file.'}),
  ];
}

/** What goes into the pack; `changed` is told how much that is. */
async function choice(box, changed) {
  let form = await get('/api/form', {name: 'pack'});
  const groups = () => listOf(form.value.documents);
  const save = async (path, was, value, words) => {
    try {
      edited(await post('/api/edit', {file: form.file, path, was, value}));
      say(words);
    } catch (refusal) { say('Not saved'); wrong.textContent = refusal.message; }
  };
  const wrong = el('p', {class: 'wrong', role: 'alert'});
  const remove = (number) => groups().length === 1 ? save(['documents'], form.value.documents, [], 'Taken out. Undo brings it back.')
    : save(['documents', String(number)], groups()[number], null, 'Taken out. Undo brings it back.');
  const titles = (group, count) => {
    const whom = listOf(group.audiences).map((id) => nameIn(readers(), id)).join(', ') || 'every reader whom they are for';
    return [inARow(listOf(group.kinds).map(kindName)) || 'Nothing',
      el('span', {class: 'hint'}, `For: ${whom} · ${count?.documents ? countWords(count) : 'nothing is made from this'}`)];
  };
  const item = (group, number) => el('details', {id: `group-${number}`}, el('summary', {class: 'lines'}, titles(group, form.contents.groups[number])),
    el('div', {class: 'inside'}, groupFields(form.file, number, group), button('Take these out of the pack', () => remove(number))));
  let kind = state.choices.kinds[0]?.id ?? '';
  const add = async () => {
    await save(['documents', '+'], null, {kinds: [kind]}, 'Added');
    await draw();
    const last = document.getElementById(`group-${groups().length - 1}`);
    last.open = true;
    last.querySelector('summary').focus();
  };
  const list = el('div');
  function drawAll() {
    const open = [...list.querySelectorAll('details[open]')].map((one) => one.id), focused = list.contains(document.activeElement) ? document.activeElement.id : '';
    fill(list, form.own ? null : el('p', {class: 'hint'}, 'This is the pack that came with sayso. Change it, and it is yours.'), groups().map(item));
    for (const id of open) document.getElementById(id)?.setAttribute('open', '');
    if (focused) document.getElementById(focused)?.focus({preventScroll: true});
  }
  async function draw() {
    if (hasUnsaved()) return;
    form = await get('/api/form', {name: 'pack'});
    wrong.textContent = '';
    changed(form);
    drawAll();
  }
  const adding = chooser('One more kind of document', state.choices.kinds.map(({id}) => [id, kindName(id)]), kind, (chosen) => { kind = chosen; });
  fill(box, el('h2', {}, 'What goes in'), list, wrong, adding, el('div', {class: 'row'}, button('Add these documents', add)));
  changed(form);
  drawAll();
  onChange(debounce(100, draw));
}

export async function showPack(box) {
  const bar = el('progress', {max: 1, value: 0, 'aria-label': 'Documents made'});
  const words = el('p', {role: 'status'}), result = el('div'), sum = el('div', {'aria-live': 'polite'});
  const start = button('Make the pack', () => act('/api/pack'), 'first'), stop = button('Stop', () => act('/api/pack/stop'));
  const download = el('p', {}, el('a', {class: 'button', href: '/api/pack.zip', download: ''}, 'Download it as one file'));
  let alive = true;

  function draw(now) {
    start.hidden = now.running;
    stop.hidden = bar.hidden = !now.running;
    if (now.all) { bar.max = now.all; bar.value = now.done; }
    download.hidden = now.running || !now.there;
    if (now.running) words.textContent = now.all ? `${now.done} of ${now.all} documents` : 'Looking at what has changed …';
    else if (now.stopped) words.textContent = 'Stopped. What was made is kept; the next time goes on from there.';
    else if (now.made) words.textContent = `Done: ${now.documents} made, ${now.kept} as before${now.failed ? `, ${now.failed} cannot be made` : ''}. It is in ${now.folder}.`;
    else words.textContent = now.there ? 'There is a pack from before.' : '';
    if (now.running) return;
    const changed = (now.list ?? []).filter((one) => one.fate !== 'kept');
    result.replaceChildren(...(now.stopped ? [] : (now.faults ?? []).filter((fault) => fault.error).map(faultCard)),
      ...(changed.length ? [el('h2', {}, 'What changed'), el('ul', {}, changed.map((one) => el('li', {}, `${one.path}: ${fates[one.fate]}`)))] : []));
  }
  function tell({contents, faults = [], value}) {
    const {all} = contents, nothing = !listOf(value.documents).length;
    start.disabled = !all.documents;
    if (nothing) {
      const others = faults.filter((fault) => fault.error && fault.code !== 'empty-pack');
      return fill(sum, el('p', {class: 'note'}, 'Nothing is chosen for the pack yet. Choose a kind of document below, and add it.'), others.map(faultCard));
    }
    fill(sum, all.documents ? el('p', {class: 'total'}, countWords(all)) : el('p', {class: 'note'}, 'Nothing would be made from what is chosen.'),
      faults.filter((fault) => fault.error).map(faultCard),
      all.documents ? el('details', {id: 'pack-readers'}, el('summary', {}, 'How many for whom'), el('div', {class: 'inside'},
        el('ul', {}, contents.readers.map((one) => el('li', {}, `${nameIn(readers(), one.id)}: ${countWords(one)}`))))) : null);
  }
  async function follow() {
    for (;;) {
      const now = await get('/api/pack');
      if (!box.isConnected && !alive) return;
      draw(now);
      if (!now.running) return;
      await new Promise((next) => setTimeout(next, 250));
    }
  }
  async function act(path) {
    try {
      draw(await post(path));
      await follow();
    } catch (refusal) { words.textContent = refusal.message; }
  }
  const chosen = el('div');
  fill(box, el('h1', {}, 'Pack'), el('p', {class: 'lead'}, 'Every document for every reader and place, in one folder with a page that leads to them. Again after a change, only what has changed is made.'),
    sum, el('div', {class: 'row'}, start, stop), bar, words, download, result, chosen);
  await choice(chosen, tell);
  await follow();
  alive = false;
}
