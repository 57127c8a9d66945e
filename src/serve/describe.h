// What the workbench knows, as JSON for its windows.
#pragma once

#include <string>

#include "load/shape.h"
#include "sayso/look.h"
#include "serve/json.h"
#include "serve/places.h"

namespace sayso::serve {

/// Keys, what they mean and what may stand there, down to records within records.
Json json_of(const load::RecordShape& record);

/// The shape of a file of a project by its path; null for others.
const load::RecordShape* shape_of_file(const std::string& file);

/// A fault in plain words, with the field that it leads to where there is one.
class Faults {
  public:
    Faults(YamlFiles& yaml, const Approach& approach, const ProjectFiles& files)
        : yaml_(yaml), approach_(approach), files_(files) {}
    Json operator()(const Report& report) const;
    Json field(const TextPlace& place) const;

  private:
    YamlFiles& yaml_;
    const Approach& approach_;
    const ProjectFiles& files_;
};

Json json_of(const Choices& choices);
/// Counts of documents and sites: of all, by group, by reader.
Json json_of(const PackContents& contents);
Json json_of(const Pages& pages, const Faults& faults);

}  // namespace sayso::serve
