// The parts of an Office file as trees, for the judges beside this file.
const fs = require('fs');
const zip = require('jszip');
const txml = require('txml');

// Every element of a tree, in the order of the file.
function* all(nodes) {
    for (const node of nodes) {
        if (typeof node === 'string') continue;
        yield node;
        yield* all(node.children);
    }
}

const named = (nodes, name) => [...all(nodes)].filter(node => node.tagName === name);
const attribute = (node, name) => node?.attributes?.[name];
const plain = text => text.replace(/&quot;/g, '"').replace(/&apos;/g, '\'').replace(/&lt;/g, '<').replace(/&gt;/g, '>')
    .replace(/&#10;|&#xA;|&nbsp;/gi, ' ').replace(/&amp;/g, '&').replace(/\s+/g, ' ').trim();
const words = (nodes, name) => plain(named(nodes, name).map(node => node.children.join('')).join(''));

async function open(file) {
    const archive = await zip.loadAsync(fs.readFileSync(file));
    const read = async path => archive.file(path)?.async('string');
    const tree = async path => txml.parse(await read(path) ?? '', { keepWhitespace: true });
    return { archive, read, tree, paths: Object.keys(archive.files).sort() };
}

module.exports = { all, named, attribute, plain, words, open };
