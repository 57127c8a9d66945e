// A deck as pptxtojson reads it, against the tags of the PDF of the same deck: the same titles in the same order, the same
// alternative texts in the same order, and words to say to every slide.
const fs = require('fs');
const { execFileSync } = require('child_process');
const { parse } = require('pptxtojson/dist/index.cjs');

const plain = text => text.replace(/<\/p>\s*<p[^>]*>/g, ' ').replace(/<[^>]*>/g, '').replace(/&nbsp;/g, ' ').replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&').replace(/\s+/g, ' ').trim();

// Text strings of PDF as qpdf's JSON writes them: "u:words".
const words = value => typeof value === 'string' && value.startsWith('u:') ? value.slice(2) : undefined;

// The structure tree in reading order: what each element is called, and its Alt and ActualText.
function elements(file) {
    const json = JSON.parse(execFileSync('qpdf', ['--json=2', '--json-key=qpdf', file], { maxBuffer: 1 << 30 }));
    const objects = json.qpdf[1];
    const get = value => {
        while (typeof value === 'string' && /^\d+ \d+ R$/.test(value)) value = objects['obj:' + value]?.value;
        return value;
    };
    const root = get(objects.trailer.value['/Root']);
    const out = [];
    const walk = value => {
        const node = get(value);
        if (Array.isArray(node)) return node.forEach(walk);
        if (node === null || typeof node !== 'object') return;
        if (node['/S']) out.push({ kind: node['/S'].slice(1), alt: words(get(node['/Alt'])), title: words(get(node['/T'])) });
        if (node['/K'] !== undefined) walk(node['/K']);
    };
    walk(get(root['/StructTreeRoot'])['/K']);
    return out;
}

// Alternative texts in the order of the slides' shapes, straight from the parts: pptxtojson leaves out those of groups.
function alternatives(file, count) {
    const out = [];
    for (let i = 1; i <= count; ++i) {
        const xml = execFileSync('unzip', ['-p', file, `ppt/slides/slide${i}.xml`]).toString();
        for (const [, text] of xml.matchAll(/ descr="([^"]*)"/g))
            out.push(text.replace(/&#10;|&#xA;/g, ' ').replace(/&quot;/g, '"').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&').replace(/\s+/g, ' ').trim());
    }
    return out;
}

(async () => {
    let faults = 0;
    const same = (file, what, a, b) => {
        if (JSON.stringify(a) === JSON.stringify(b)) return;
        ++faults;
        const at = a.findIndex((one, i) => one !== b[i]);
        console.log(`${file}: ${what} ${at < 0 ? a.length : at}: "${a[at]}" in PowerPoint, "${b[at < 0 ? a.length : at]}" in the PDF`);
    };
    for (const file of process.argv.slice(2)) {
        const bytes = fs.readFileSync(file);
        const deck = await parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
        const titles = deck.slides.map(slide => plain(slide.elements.filter(one => one.type === 'text' && one.name === 'Title').map(one => one.content).join(' ')));
        const pdf = file.replace(/pptx$/, 'pdf');
        const tags = elements(pdf);
        const bookmarks = JSON.parse(execFileSync('qpdf', ['--json=2', '--json-key=outlines', pdf])).outlines;
        const flat = list => list.flatMap(one => [one.title, ...flat(one.kids || [])]);
        same(file, 'title', titles, flat(bookmarks).map(title => title.replace(/\s+/g, ' ').trim()));
        const alts = tags.filter(tag => tag.alt !== undefined && tag.kind === 'Figure').map(tag => tag.alt.replace(/\s+/g, ' ').trim());
        same(file, 'alternative text', alternatives(file, deck.slides.length), alts);
        deck.slides.forEach((slide, i) => {
            if (plain(slide.note || '')) return;
            ++faults;
            console.log(`${file}: nothing is said to slide ${i + 1}`);
        });
    }
    process.exit(faults ? 1 : 0);
})();
