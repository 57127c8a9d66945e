// Inspection frameworks: dated data, because they change, and where an approach touches them.
// Files: templates/frameworks/ID.yaml, and frameworks/ID.yaml beside an approach.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/words.h"

namespace sayso::model {

struct FrameworkPoint {
    Words id, name;
};

struct FrameworkArea {
    Words id, name;
    std::vector<FrameworkPoint> points;
};

struct Framework {
    Words id, name, regulator, regulator_short, nation, covers;
    std::vector<Words> strands;
    Words in_force_from, as_of;    // dates as written
    std::optional<Words> changes;  // what is about to change, or how the regulator wants to be met
    std::optional<Words> source;   // a web address
    Words area_name, point_name;   // "Key question", "Quality statement"
    std::vector<FrameworkArea> areas;
};

/// One point of a framework where there is something of the approach to see.
struct CrossLine {
    Words point;  // id in the framework
    std::vector<Words> means, outcomes;
    Words look_at;  // what a service may already have
};

struct CrossReference {
    Words framework, intro;
    std::vector<CrossLine> lines;
};

struct FrameworkUse {
    Framework framework;
    CrossReference reference;
};

/// The area and the point of that id; null where there is none.
struct PointPlace {
    const FrameworkArea* area = nullptr;
    const FrameworkPoint* point = nullptr;
};
PointPlace find_point(const Framework& framework, std::string_view id);

}  // namespace sayso::model
