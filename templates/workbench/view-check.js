// Check: every fault, each with the way to it.

import {get} from './api.js';
import {button, el, fill} from './dom.js';
import {faultCard} from './pages.js';

export async function showCheck(box) {
  const found = el('div', {'aria-live': 'polite'});
  const look = async () => {
    found.replaceChildren(el('p', {}, 'Looking at every document …'));
    try {
      const {errors, warnings, faults} = await get('/api/check');
      const summary = errors ? `${errors} ${errors === 1 ? 'thing has' : 'things have'} to be put right before a pack can be made.`
        : warnings ? `Everything can be made. ${warnings} ${warnings === 1 ? 'thing is' : 'things are'} worth a look.` : 'Everything is fit to print.';
      found.replaceChildren(el('p', {class: 'note'}, summary), ...faults.filter((one) => one.error).map(faultCard), ...faults.filter((one) => !one.error).map(faultCard));
    } catch (refusal) { found.replaceChildren(el('p', {class: 'wrong'}, refusal.message)); }
  };
  fill(box, el('h1', {}, 'Check'), el('p', {class: 'lead'}, 'Looks at every document that a pack would hold, for every reader and place.'),
    el('div', {class: 'row'}, button('Look again', look)), found);
  look();
}
