// From templates and content to the semantic tree of one document. Stage: compose. In: a Request. Out: a tree
// with final looks, and the paper it is to lie on. Content that a template asks for and the data lacks is an
// error, never an empty line.
#pragma once

#include "compose/cache.h"
#include "compose/request.h"
#include "doc/document.h"
#include "doc/pages.h"

namespace sayso::compose {

struct Composed {
    doc::Document document;
    doc::PageSpec pages;
    evidence::Account account;        // of the evidence in it
    std::vector<model::Words> typed;  // running texts with digits in them that no evidence gave
};

Composed compose(const Request& request, Cache& cache, Diagnostics& diagnostics);

}  // namespace sayso::compose
