// Which documents a pack holds, for which sites. File: pack.yaml of a project, else of its
// approach, else the shipped one.
#pragma once

#include <vector>

#include "model/choices.h"
#include "model/words.h"

namespace sayso::model {

/// Every audience × kind × edition × strand × language of the lists, for each site.
struct PackGroup {
    std::vector<Words> audiences;  // empty: all; "everyone" is a document for nobody in particular
    std::vector<Words> kinds;
    std::vector<Edition> editions;  // empty: standard
    std::vector<Words> strands;     // "own" is the site's; empty: own
    std::vector<Words> langs;       // empty: the project's
    std::vector<Words> formats;     // pdf, png; empty: pdf
    Words pdf;                      // 1.7 or 2.0; empty: 1.7
    std::vector<Words> sites;       // ids of sites or of groups of sites; empty: every site
    bool draft_language = false;    // what is translated in part is printed, marked as a draft
    bool whole_service = false;     // once, for the service as a whole, instead of for each site
    Span place;
};

struct PackFile {
    std::vector<PackGroup> documents;
    Span place;
    bool own = false;  // the project's: what it names must be there. Others may name what was left out.
};

}  // namespace sayso::model
