// One document as one HTML file: no script, no request to anywhere. Stage: emit. In: the semantic tree with
// its looks, and the placed pages (which say what fonts its words need). Out: the file's bytes.
//
// The words and their order are those of the tagged PDF. What the tree knows becomes elements (headings,
// lists, tables with scope, figures with descriptions, languages and directions); its looks become classes,
// so that a page on a telephone, in the dark or in forced colours, at 400 % or on paper, is laid out by the
// browser anew.
#pragma once

#include <string>
#include <vector>

#include "doc/document.h"
#include "doc/pages.h"
#include "frame/frame.h"
#include "text/fonts.h"

namespace sayso::html {

struct Options {
    std::string producer = "sayso";  // with version
    const std::vector<frame::Frame>* placed =
        nullptr;                           // of the same document: their fonts are put into the file
    const doc::PageSpec* paper = nullptr;  // for the colour of a cover, and what stands at each foot
};

std::string write(const doc::Document& document, const text::FontLibrary& fonts, const Options& options);
/// The same page as XML, each heading with an id: what an e-book holds.
std::string write_xhtml(const doc::Document& document, const text::FontLibrary& fonts,
                        const Options& options);

}  // namespace sayso::html
