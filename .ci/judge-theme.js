// A talk whose theme has other colours and another font, drawn by LibreOffice: nothing of the old ones is left on any slide, and the
// new ones are there. And no part but the theme names a colour or a font.
//
//   node judge-theme.js FOLDER DECK...    FOLDER is written to; soffice, pdftoppm and pdffonts are asked
const fs = require('fs');
const path = require('path');
const { execFileSync } = require('child_process');
const { open } = require('./judge-parts.js');

const [folder, ...decks] = process.argv.slice(2);
const font = 'DejaVu Serif';
let faults = 0;
function fault(words) {
    ++faults;
    console.log(words);
}

// Colours that no palette of ours has, one for each slot of the theme. A light one stays light, so that words can be read.
const strange = old => {
    const [red, green, blue] = [0, 2, 4].map(at => parseInt(old.substr(at, 2), 16));
    const turned = [blue ^ 8, red ^ 8, green ^ 8].map(one => one.toString(16).padStart(2, '0').toUpperCase()).join('');
    return turned === old ? '0804' + old.slice(4) : turned;
};

async function restyle(file) {
    const deck = await open(file), changed = new Map();
    for (const part of deck.paths.filter(one => /^ppt\/theme\/theme\d+\.xml$/.test(one))) {
        const theme = (await deck.read(part))
            .replace(/srgbClr val="([0-9A-F]{6})"/g, (_, old) => {
                changed.set(old, strange(old));
                return `srgbClr val="${strange(old)}"`;
            })
            .replace(/<a:latin typeface="[^"]*"[^>]*>/g, `<a:latin typeface="${font}"/>`);
        deck.archive.file(part, theme);
    }
    for (const part of deck.paths.filter(one => one.endsWith('.xml') && !one.startsWith('ppt/theme/'))) {
        const found = (await deck.read(part)).match(/<a:(srgbClr|sysClr|prstClr|scrgbClr|hslClr)\b[^>]*>|typeface="[^+"][^"]*"/);
        if (found) fault(`${file}: ${part} has a look of its own: ${found[0]}`);
    }
    const out = path.join(folder, path.basename(file));
    fs.writeFileSync(out, await deck.archive.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' }));
    return { out, changed };
}

// How many points of each colour a slide has.
function colours(pdf, page) {
    const ppm = execFileSync('pdftoppm', ['-r', '30', '-f', String(page), '-l', String(page), pdf], { maxBuffer: 1 << 28 });
    const [head, across, down] = ppm.subarray(0, 40).toString('latin1').match(/^P6\s+(\d+)\s+(\d+)\s+255\s/);
    const width = Number(across), height = Number(down), out = new Map();
    for (let i = 0; i < width * height; ++i) {
        const x = i % width, y = Math.floor(i / width), at = head.length + i * 3;
        if (x === 0 || y === 0 || x === width - 1 || y === height - 1) continue;  // where the paper ends
        const colour = ppm.toString('hex', at, at + 3).toUpperCase();
        out.set(colour, (out.get(colour) ?? 0) + 1);
    }
    return out;
}

const pages = pdf => Number(execFileSync('pdfinfo', [pdf]).toString().match(/Pages:\s+(\d+)/)[1]);
const enough = 20;  // points: less is the edge between two other colours

(async () => {
    fs.mkdirSync(folder, { recursive: true });
    const made = [];
    for (const deck of decks) made.push(await restyle(deck));
    execFileSync('soffice', ['--headless', `-env:UserInstallation=file://${path.resolve(folder)}/profile`, '--convert-to', 'pdf', '--outdir',
        folder, ...made.map(one => one.out)], { stdio: 'ignore' });
    for (const { out, changed } of made) {
        const pdf = out.replace(/pptx$/, 'pdf'), fresh = new Set(changed.values());
        for (let page = 1; page <= pages(pdf); ++page) {
            const found = colours(pdf, page);
            for (const [old] of changed)
                if (!fresh.has(old) && (found.get(old) ?? 0) > enough)
                    fault(`${out}: slide ${page} still has the colour ${old}, ${found.get(old)} points`);
            if (![...fresh].some(one => (found.get(one) ?? 0) > enough)) fault(`${out}: slide ${page} has no colour of the new theme`);
        }
        for (const line of execFileSync('pdffonts', [pdf]).toString().split('\n').slice(2).filter(one => one.trim()))
            if (!line.replace(/^[A-Z]{6}\+/, '').startsWith('DejaVuSerif')) fault(`${out}: another font than the theme's: ${line.trim()}`);
    }
    process.exit(faults ? 1 : 0);
})();
