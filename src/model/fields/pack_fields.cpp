// Keys of pack.yaml.
#include "model/fields.h"

namespace sayso::model {

using load::by_default;
using load::kebab;
using load::one_of;
using load::required;

const Fields<PackGroup>& fields_of(const PackGroup*) {
    static const Fields<PackGroup> table(
        "documents of a pack", "Every combination of what is listed, for each site.",
        {{"kinds", &PackGroup::kinds, "Kinds of document (see `sayso list kinds`).", required | kebab},
         {"audiences", &PackGroup::audiences,
          "Readers (see `sayso list audiences`); `everyone` is a document for nobody in particular.",
          kebab | by_default("all that the kinds are for")},
         {"editions", &PackGroup::editions, "Editions.", by_default("standard")},
         {"strands", &PackGroup::strands, "Strands, or `both`; `own` is what the site works in.",
          kebab | by_default("own")},
         {"langs", &PackGroup::langs, "Languages.", by_default("the project's")},
         {"draft-language", &PackGroup::draft_language,
          "True: a language with less than 95 % of a document's words is printed, marked as a draft, instead "
          "of refused.",
          by_default("false")},
         {"formats", &PackGroup::formats, "Formats.",
          one_of({"pdf", "png", "html", "epub", "docx", "pptx"}) | by_default("pdf")},
         {"pdf", &PackGroup::pdf,
          "Version of PDF: 1.7 keeps to PDF/UA-1 and PDF/A-2a, 2.0 to PDF/UA-2 and PDF/A-4.",
          one_of({"1.7", "2.0"}) | by_default("1.7")},
         {"sites", &PackGroup::sites, "Ids of sites, or of groups of sites.", kebab | by_default("all")},
         {"whole-service", &PackGroup::whole_service,
          "True: once, for the service as a whole, instead of for each site.", by_default("false")}});
    return table;
}

const Fields<PackFile>& fields_of(const PackFile*) {
    static const Fields<PackFile> table(
        "pack", "What `sayso pack` makes.",
        {{"documents", &PackFile::documents, "Groups of documents.", required}});
    return table;
}

}  // namespace sayso::model
