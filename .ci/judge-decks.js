// A deck as pptxtojson reads it, against the tags of the PDF of the same deck and of its speaker notes: the same titles, the
// same alternative texts and the same words to say, in the same order.
//
//   node judge-decks.js DECKS NOTES    two folders: READER-slides.pptx and .pdf, READER-speaker-notes.pdf
const fs = require('fs');
const path = require('path');
const { execFileSync } = require('child_process');
const { parse } = require('pptxtojson/dist/index.cjs');
const { named, attribute, plain, open } = require('./judge-parts.js');

const without_tags = html => plain(html.replace(/<\/p>/g, ' ').replace(/<[^>]*>/g, ''));

// The PDF's structure in reading order, as poppler tells it: what each element is called, its words and its alternative.
function elements(file) {
    const out = [], above = [];
    for (const line of execFileSync('pdfinfo', ['-struct-text', file], { maxBuffer: 1 << 28 }).toString().split('\n')) {
        const depth = line.search(/\S/), kind = line.match(/^\s*([A-Z][A-Za-z0-9]*)(?: \((?:block|inline)\))?(?: "(.*)")?:?$/);
        const said = line.match(/^\s*"(.*)"$/);
        while (above.length > 0 && above[above.length - 1].depth >= depth) above.pop();
        if (said) {
            const holder = above.length > 0 ? above[above.length - 1].element : out[out.length - 1];
            holder.words += ' ' + said[1];
        } else if (kind) {
            const element = { kind: kind[1], words: '' };
            out.push(element);
            above.push({ depth, element });
        }
    }
    return out.map(one => ({ kind: one.kind, words: one.words.replace(/\s+/g, ' ').trim() }));
}

// The alternative texts of its figures in reading order, from the tree of tags itself.
function alternatives(file) {
    const objects = JSON.parse(execFileSync('qpdf', ['--json=2', '--json-key=qpdf', file], { maxBuffer: 1 << 30 })).qpdf[1];
    const get = value => {
        while (typeof value === 'string' && /^\d+ \d+ R$/.test(value)) value = objects['obj:' + value]?.value;
        return value;
    };
    const out = [];
    const walk = value => {
        const node = get(value);
        if (Array.isArray(node)) return node.forEach(walk);
        if (node === null || typeof node !== 'object') return;
        const alt = get(node['/Alt']);
        if (node['/S'] === '/Figure' && typeof alt === 'string') out.push(plain(alt.replace(/^u:/, '')));
        if (node['/K'] !== undefined) walk(node['/K']);
    };
    walk(get(get(objects.trailer.value['/Root'])['/StructTreeRoot'])['/K']);
    return out;
}

// Alternative texts in the order of the slides' shapes, straight from the parts: pptxtojson leaves out those of groups.
async function descriptions(file, count) {
    const deck = await open(file), out = [];
    for (let i = 1; i <= count; ++i)
        for (const shape of named(await deck.tree(`ppt/slides/slide${i}.xml`), 'p:cNvPr'))
            if (attribute(shape, 'descr')) out.push(plain(attribute(shape, 'descr')));
    return out;
}

let faults = 0;
function fault(words) {
    ++faults;
    console.log(words);
}
function same(file, what, a, b) {
    if (JSON.stringify(a) === JSON.stringify(b)) return;
    const differs = a.findIndex((one, i) => one !== b[i]), at = differs < 0 ? a.length : differs;
    fault(`${file}: ${what} ${at + 1}: "${a[at]}" in PowerPoint, "${b[at]}" in the PDF`);
}

async function judge(file, notes) {
    const bytes = fs.readFileSync(file);
    const deck = await parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
    const titles = deck.slides.map(slide => without_tags(
        slide.elements.filter(one => one.type === 'text' && one.name === 'Title').map(one => one.content).join(' ')));
    const pdf = file.replace(/pptx$/, 'pdf');
    same(file, 'title', titles, elements(pdf).filter(one => /^H[12]$/.test(one.kind)).map(one => one.words));
    same(file, 'alternative text', await descriptions(file, deck.slides.length), alternatives(pdf));
    const printed = elements(notes).map(one => one.words).join(' ').replace(/\s+/g, ' ');
    let from = 0;
    deck.slides.forEach((slide, i) => {
        const said = without_tags(slide.note || '');
        const at = said ? printed.indexOf(said, from) : -1;
        if (at < 0) return fault(`${file}: slide ${i + 1}: its notes are not those of the speaker's pages, in their order: "${said}"`);
        from = at + said.length;
    });
    return titles.length;
}

(async () => {
    const [decks, notes] = process.argv.slice(2);
    for (const name of fs.readdirSync(decks).filter(one => one.endsWith('-slides.pptx')).sort()) {
        const pages = path.join(notes, name.replace('-slides.pptx', '-speaker-notes.pdf'));
        if (await judge(path.join(decks, name), pages) < 6) fault(`${name}: hardly a slide`);
    }
    process.exit(faults ? 1 : 0);
})();
