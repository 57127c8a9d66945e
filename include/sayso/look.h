// What a workbench shows of a project: what can be chosen, and the pages of one document with the places that
// its words come from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "sayso/sayso.h"

namespace sayso {

/// What there is to make documents from and for.
struct Choices : Report {
    struct Named {
        std::string id, name;
    };
    struct Kind {
        std::string id;
        std::vector<std::string> audiences;  // that it can be made for
        bool for_everyone = false;           // and for nobody in particular
    };
    std::string service;  // its name; empty without one
    std::string lang;     // of the project
    std::vector<Named> audiences, sites;
    std::vector<Kind> kinds;
    std::vector<std::string> langs, themes;
};

/// What a pack would hold, as its pack file says.
struct PackContents : Report {
    struct Count {
        std::size_t documents = 0, sites = 0;  // sites: that get any
        std::size_t whole_service = 0;         // of the documents
    };
    struct Reader {
        std::string id;  // "everyone" for documents for nobody in particular
        Count count;
    };
    std::string file;  // that says it: the project's own, or a shipped one
    Count all;
    std::vector<Count> groups;    // as they stand in the file; what two of them ask for counts for both
    std::vector<Reader> readers;  // who get any, in the order of the pack
};

/// Where a text was written. Lines and columns count from 1.
struct TextPlace {
    std::string file;
    std::uint32_t line = 0, column = 0;
};

/// One document to look at. Lengths are points.
struct Pages : Report {
    struct Page {
        std::string svg;
        double width = 0, height = 0;
    };
    /// A heading, a paragraph or a caption, or as much of it as stands on one page.
    struct Piece {
        std::size_t page = 0;
        double x = 0, y = 0, width = 0, height = 0;
        std::string text;             // the whole of it
        std::vector<TextPlace> from;  // the files that its words stand in, in reading order
    };
    std::string title;
    std::vector<Page> pages;
    std::vector<Piece> pieces;  // in reading order
};

}  // namespace sayso
