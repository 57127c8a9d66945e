// What makes a text hard to read, said while it is typed: long sentences, words of the trade, letters that nobody has spelled out.
// "Check" has the last word: it reads the finished document.

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[ -]+/g, '[ -]+');
const folded = (text) => text.toLowerCase().replace(/[ -]+/g, ' ');

/** Finds phrases with the endings of English plurals and verbs; gives each once, as it is in the list. */
function finder(phrases) {
  if (!phrases.length) return () => [];
  const stem = (phrase) => phrase.length > 4 ? phrase.replace(/[ey]$/, '') : phrase;
  const of = new Map(phrases.map((phrase) => [folded(stem(phrase)), phrase]));
  const longest = [...of.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${longest.map(escaped).join('|')})(?:e|y|s|es|ies|d|ed|ied|ing)?(?![\\p{L}\\p{N}])`, 'giu');
  return (text) => [...new Set([...text.matchAll(pattern)].map((found) => of.get(folded(found[1]))))];
}

/** `plain` is what the workbench knows of the language, null for one without a list; `easy`: Easy Read, which is stricter. */
export function plainHints(plain, easy) {
  const most = easy ? 15 : 25;
  const jargon = new Map((plain?.jargon ?? []).map((one) => [one.word, one])), hard = new Map((easy && plain?.hard || []).map((one) => [one.word, one]));
  const jargonIn = finder([...jargon.keys()]), hardIn = finder([...hard.keys()]);
  const known = new Set(plain?.known ?? []);
  return (typed) => {
    const text = typed.replace(/\{\{.*?\}\}/gs, 'word').replace(/\]\([^)]*\)/g, ']');
    const hints = [];
    const long = text.split(/(?<=[.!?])\s+|\n/).map((one) => one.trim().split(/\s+/).filter(Boolean).length).filter((words) => words > most);
    if (long.length) hints.push(`A sentence of ${Math.max(...long)} words: try two shorter ones.`);
    for (const word of jargonIn(text)) {
      const {say, unless} = jargon.get(word);
      if (!finder(unless)(text).length) hints.push(`Not everybody knows “${word}”: say “${say}”.`);
    }
    for (const word of hardIn(text)) hints.push(`“${word}” is a hard word: explain it (${hard.get(word).means}), or find an easier one.`);
    if (plain) {
      const letters = [...text.matchAll(/(?<![\p{L}\p{N}(])\p{Lu}{2,}(?=s?(?![\p{L}\p{N}]))(?!s? \()/gu)].map(([one]) => one);
      const shouted = !/\p{Ll}/u.test(text);
      for (const one of shouted ? [] : new Set(letters)) {
        if (!known.has(one)) hints.push(easy ? `Write out what “${one}” stands for.` : `“${one}” is not spelled out: write what it stands for, with (${one}) behind it.`);
      }
    }
    return hints;
  };
}
