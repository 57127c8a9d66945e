// Word files that LibreOffice opened and wrote again, straight and by way of its own format: headings, lists, what is to be filled in,
// header rows, footnotes and alternative texts are still there, with the same words, in the same order.
//
//   node judge-words.js FOLDER FILE...    FOLDER is written to; soffice is asked
const path = require('path');
const { execFileSync } = require('child_process');
const { all, named, attribute, plain, words, open } = require('./judge-parts.js');

const [folder, ...files] = process.argv.slice(2);
let faults = 0;
function fault(said) {
    ++faults;
    console.log(said);
}

function convert(to, out, from) {
    execFileSync('soffice', ['--headless', `-env:UserInstallation=file://${path.resolve(folder)}/profile`, '--convert-to', to, '--outdir', out,
        ...from], { stdio: 'ignore' });
    return from.map(one => path.join(out, path.basename(one).replace(/\.[a-z]+$/, '.' + to)));
}

const val = (nodes, name) => attribute(named(nodes, name)[0], 'w:val');

// What a style, or the nearest one it is based on, says by `what`.
function by_style(styles, id, what) {
    for (let i = 0; id !== undefined && i < 20; ++i) {
        const style = styles.get(id);
        if (style === undefined) return undefined;
        const found = what(style);
        if (found !== undefined) return found;
        id = attribute(named(style, 'w:basedOn')[0], 'w:val');
    }
    return undefined;
}

async function contents(file) {
    const text = await open(file);
    const body = await text.tree('word/document.xml'), numbering = await text.tree('word/numbering.xml');
    const styles = new Map(named(await text.tree('word/styles.xml'), 'w:style').map(one => [attribute(one, 'w:styleId'), one.children]));
    const abstract = new Map(named(numbering, 'w:abstractNum').map(one => [attribute(one, 'w:abstractNumId'), one.children]));
    const lists = new Map(named(numbering, 'w:num').map(one => [attribute(one, 'w:numId'), abstract.get(val(one.children, 'w:abstractNumId'))]));
    const out = { heading: [], item: [], blank: [], 'header row': [], footnote: [], 'alternative text': [] };
    for (const paragraph of named(body, 'w:p')) {
        const own = paragraph.children, said = words(own, 'w:t'), style = val(own, 'w:pStyle');
        const name = by_style(styles, style, one => (val(one, 'w:name') === 'Title' ? 'title' : undefined));
        const level = by_style(styles, style, one => val(one, 'w:outlineLvl'));
        if (name || (level !== undefined && Number(level) < 9)) out.heading.push(`${name ?? 'level ' + level}: ${said}`);
        const list = lists.get(val(own, 'w:numId') ?? by_style(styles, style, one => val(one, 'w:numId')));
        const depth = val(own, 'w:ilvl') ?? '0';
        const marks = list && named(list, 'w:lvl').find(one => attribute(one, 'w:ilvl') === depth);
        const mark = marks && val(marks.children, 'w:numFmt');
        if (mark && mark !== 'none') out.item.push(`${mark} ${depth}: ${said}`);
    }
    // Controls, or the fields that they became on the way through another format.
    for (const node of all(body))
        if (node.tagName === 'w:sdt') out.blank.push(words(node.children, 'w:t'));
    if (out.blank.length === 0) {
        const read = (await text.read('word/document.xml')).matchAll(/<w:fldChar w:fldCharType="separate"\/>(.*?)<w:fldChar w:fldCharType="end"\/>/gs);
        for (const [, shown] of read) {
            const said = plain([...shown.matchAll(/<w:t\b[^>]*>([^<]*)<\/w:t>/g)].map(one => one[1]).join(''));
            if (said.startsWith('[')) out.blank.push(said);
        }
    }
    for (const row of named(body, 'w:tr'))
        if (named(row.children, 'w:tblHeader').length > 0) out['header row'].push(words(row.children, 'w:t'));
    const notes = new Map(named(await text.tree('word/footnotes.xml'), 'w:footnote').map(one => [attribute(one, 'w:id'), words(one.children, 'w:t')]));
    for (const mark of named(body, 'w:footnoteReference')) out.footnote.push(notes.get(attribute(mark, 'w:id')));
    for (const picture of named(body, 'wp:docPr')) out['alternative text'].push(plain(attribute(picture, 'descr') ?? ''));
    return out;
}

function same(file, way, before, after) {
    for (const [what, kept] of Object.entries(before)) {
        if (JSON.stringify(kept) === JSON.stringify(after[what])) continue;
        const differs = kept.findIndex((one, i) => one !== after[what][i]), at = differs < 0 ? kept.length : differs;
        fault(`${file}, ${way}: ${what} ${at + 1}: "${kept[at]}" became "${after[what][at]}"`);
    }
}

(async () => {
    const straight = convert('docx', path.join(folder, 'straight'), files);
    const through = convert('docx', path.join(folder, 'through'), convert('odt', path.join(folder, 'odt'), files));
    const seen = {};
    for (let i = 0; i < files.length; ++i) {
        const before = await contents(files[i]);
        for (const [what, all] of Object.entries(before)) seen[what] = (seen[what] ?? 0) + all.length;
        same(files[i], 'straight', before, await contents(straight[i]));
        same(files[i], 'through OpenDocument', before, await contents(through[i]));
    }
    for (const what of ['heading', 'item', 'blank', 'footnote', 'alternative text'])
        if (!seen[what]) fault(`none of these files has any ${what}`);
    process.exit(faults ? 1 : 0);
})();
