// What keys of the project's files are called on the screen.

const labels = {
  about: 'What you do, in one sentence', contact: 'Whom to ask', 'second-contact': 'Whom to ask when they are away', phone: 'Telephone', email: 'Email',
  web: 'Web page', role: 'What they do', 'opening-hours': 'When somebody is there', place: 'Town', fictional: 'This is made up, to try things with',
  'consent on': 'The day on which they agreed', on: 'The day', until: 'The last day it may be used', uses: 'What may show it',
  audiences: 'Who may see it', alt: 'What it shows', caption: 'What stands beneath it', credit: 'Who took it', 'shows-people': 'People can be seen in it',
  story: 'It is a short story, not a quote', record: 'Where the consent is kept', form: 'How it was given', label: 'What is measured', counts: 'What the numbers are',
  better: 'Which way is good news', every: 'How often', method: 'How it is measured', 'voice by': 'Who said it, as it is printed', 'indicator by': 'Who counts it', 'consent by': 'Who agreed', 'contact name': 'Name', 'site name': 'Name of the place', 'service name': 'Name of the service', source: 'From which record', strength: 'How far it can be leaned on',
  start: 'When the work began', expires: 'The last day it may be used', outcomes: 'What it speaks for', unit: 'What stands after a number',
  'unit-one': 'What stands after the number 1', text: 'Their words', 'best-interests': 'in their best interests', 'easy-read': 'Easy Read',
  'one-page': 'One page', 'leaflet-screen': 'Leaflet for a screen', 'plan-wording': 'Wording for a plan', 'speaker-notes': 'Speaker’s notes',
  'large-print': 'Large print', standard: 'Standard', 'half-year': 'half-year', ar: 'Arabic', bn: 'Bengali', pa: 'Punjabi', so: 'Somali', 'slides-4-3': 'Slides for older projectors (4:3)', en: 'English', 'en-GB': 'English', cy: 'Welsh', ur: 'Urdu', pl: 'Polish',
  'standfirst': 'The first two sentences', 'loop': 'How your yes comes back', 'knowing': 'How we know', sayso: 'Sayso', withdrawn: 'The day it was taken back',
  'decided-by': 'Who decided', consulted: 'With whom', reason: 'Why it is in their best interests', target: 'What is aimed at',
  meaning: 'what it means', claim: 'in a few words', detail: 'more about it', lines: 'what it says', who: 'who does it', when: 'by when', title: 'Title', name: 'Name', site: 'Place',
};
const hints = {
  web: '', 'opening-hours': '', fictional: 'Every page says so.', site: 'Where it was.', unit: 'Such as incidents.', 'unit-one': 'Such as incident.',
  phone: 'With the spaces as you would print them.', name: '', role: '', email: '', about: 'Who you are and whom you support.',
  place: '', on: '', until: 'Empty: until it is taken back.', expires: '', outcomes: 'The short names of outcomes.',
  audiences: '', uses: '', withdrawn: 'From then on it is never printed.', form: 'If somebody does not use words, others decide in their best interests.', record: 'Such as: consent file, sheet 12.', by: '',
  alt: 'For those who do not see it: say it as you would on the telephone.', caption: '', credit: '', 'shows-people': 'Without people, it needs no consent.',
  start: 'A period, such as 2025 Q1 or 2025-03.', address: 'A line for each part.',
};

/** "half-hour" → "Half hour". */
export function labelOf(key, record = '') {
  const known = labels[`${record} ${key}`] ?? labels[key];
  if (known) return known;
  const words = key.replace(/-/g, ' ');
  return words[0].toUpperCase() + words.slice(1);
}

export const hintOf = (key, doc) => hints[key] ?? doc ?? '';
export const kindName = labelOf;
export const langName = labelOf;
