// Pack: everything for every place, made with progress, to be handed on.

import {get, post} from './api.js';
import {button, el, fill} from './dom.js';
import {faultCard} from './pages.js';

const fates = {made: 'new or changed', kept: 'as before', failed: 'cannot be made', removed: 'no longer there'};

export async function showPack(box) {
  const bar = el('progress', {max: 1, value: 0, 'aria-label': 'Documents made'});
  const words = el('p', {role: 'status'}), result = el('div');
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
  fill(box, el('h1', {}, 'Pack'), el('p', {class: 'lead'}, 'Every document for every reader and place, in one folder with a page that leads to them. Again after a change, only what has changed is made.'),
    el('div', {class: 'row'}, start, stop), bar, words, download, result);
  await follow();
  alive = false;
}
