#include <algorithm>
#include <concepts>
#include <functional>
#include <set>

#include <fmt/format.h>

#include "diag/suggest.h"
#include "model/check.h"

namespace sayso::model {
namespace {

std::vector<std::string> keys_of(const auto& map) {
    std::vector<std::string> keys;
    for (const auto& [key, value] : map) keys.push_back(key);
    return keys;
}

}  // namespace

std::vector<const Page*> pages_of(const Template& source) {
    std::vector<const Page*> out{&source.first_page, &source.page};
    for (const auto& [name, page] : source.layouts) out.push_back(&page);
    return out;
}

namespace {

/// Calls `visit` with every block of a flow, outer ones first.
void for_each_block(const Flow& flow, const std::function<void(const Block&)>& visit) {
    for (const Block& block : flow) {
        visit(block);
        for (const Flow* inner : flows_in(block)) for_each_block(*inner, visit);
    }
}

void for_each_flow(const Template& source, const std::function<void(const Flow&)>& visit) {
    visit(source.flow);
    for (const auto& [name, flow] : source.parts) visit(flow);
    for (const Page* page : pages_of(source)) {
        visit(page->header);
        visit(page->footer);
    }
}

void check_like(const Template& source, const std::string& name, const Style& style,
                Diagnostics& diagnostics) {
    if (!style.like) return;
    if (!source.styles.contains(style.like->text)) {
        diagnostics.error("unknown-style", style.like->span,
                          fmt::format("no style is called \"{}\"", style.like->text),
                          suggestion(style.like->text, keys_of(source.styles)));
        return;
    }
    std::set<std::string> passed;
    for (const Style* at = &style; at->like && passed.insert(at->like->text).second;) {
        if (at->like->text == name) {
            diagnostics.error("cycle", style.like->span,
                              fmt::format("the style \"{}\" comes back to itself", name),
                              "let one style of the circle stand on its own, without \"like\"");
            return;
        }
        const auto next = source.styles.find(at->like->text);
        if (next == source.styles.end()) return;
        at = &next->second;
    }
}

void check_style_name(const std::optional<Words>& name, const Template& source, Diagnostics& diagnostics) {
    if (!name || source.styles.contains(name->text)) return;
    diagnostics.error("unknown-style", name->span, fmt::format("no style is called \"{}\"", name->text),
                      suggestion(name->text, keys_of(source.styles)));
}

void check_region(const std::optional<Words>& region, const Template& source, Diagnostics& diagnostics) {
    if (!region) return;
    std::vector<std::string> known;
    for (const Page* page : pages_of(source)) {
        for (const PageRegion& one : page->regions) known.push_back(one.id.text);
    }
    if (known.empty()) known.push_back("main");  // what a page without regions has
    if (std::find(known.begin(), known.end(), region->text) != known.end()) return;
    std::sort(known.begin(), known.end());
    known.erase(std::unique(known.begin(), known.end()), known.end());
    diagnostics.error("unknown-region", region->span,
                      fmt::format("no page region is called \"{}\"", region->text),
                      suggestion(region->text, known));
}

void check_columns(const block::Columns& columns, const Template& source, Diagnostics& diagnostics) {
    int taken = 0;
    for (const block::Column& column : columns.columns) {
        check_style_name(column.style, source, diagnostics);
        taken += column.span;
    }
    if (taken > 12) {
        diagnostics.error("too-wide", columns.span, fmt::format("these columns take {} of twelve", taken),
                          "make the spans add up to 12");
    }
}

void check_part(const Words& name, const Template& source, Diagnostics& diagnostics) {
    if (name.empty() || source.parts.contains(name.text)) return;
    diagnostics.error("unknown-part", name.span, fmt::format("no part is called \"{}\"", name.text),
                      suggestion(name.text, keys_of(source.parts)));
}

template <class Kind>
void check_kind(const Kind& kind, const Template& source, Diagnostics& diagnostics) {
    if constexpr (std::derived_from<Kind, block::Seen>) {
        check_style_name(kind.style, source, diagnostics);
        check_region(kind.region, source, diagnostics);
    }
    if constexpr (std::same_as<Kind, block::Columns>) check_columns(kind, source, diagnostics);
    if constexpr (std::same_as<Kind, block::Part>) check_part(kind.name, source, diagnostics);
}

void check_block(const Block& block, const Template& source, Diagnostics& diagnostics) {
    std::visit([&](const auto& kind) { check_kind(kind, source, diagnostics); }, block.kind);
}

/// Looks for parts that come to hold themselves, depth first; each part is walked once.
class PartCycles {
  public:
    PartCycles(const Template& source, Diagnostics& diagnostics)
        : source_(source), diagnostics_(diagnostics) {}

    void walk(const std::string& name) {
        if (!done_.insert(name).second) return;
        open_.insert(name);
        for_each_block(source_.parts.at(name), [&](const Block& block) {
            const auto* part = std::get_if<block::Part>(&block.kind);
            if (part == nullptr || !source_.parts.contains(part->name.text)) return;
            if (open_.contains(part->name.text)) {
                diagnostics_.error("cycle", part->name.span,
                                   fmt::format("the part \"{}\" comes to hold itself", part->name.text),
                                   "remove this block");
            } else {
                walk(part->name.text);
            }
        });
        open_.erase(name);
    }

  private:
    const Template& source_;
    Diagnostics& diagnostics_;
    std::set<std::string> done_, open_;
};

}  // namespace

void check_template(const Template& source, Diagnostics& diagnostics) {
    if (source.page.width <= pt(0) && !source.page.place) {
        diagnostics.error("missing-key", source.id.span,
                          fmt::format("template \"{}\" has no \"page\"", source.id.text),
                          "add a line \"page: {size: a4}\", or extend a template that has one");
    }
    if (source.flow.empty()) {
        diagnostics.error("missing-key", source.id.span,
                          fmt::format("template \"{}\" has no \"flow\"", source.id.text),
                          "add a line \"flow:\" with the blocks under it");
    }
    for (const auto& [name, style] : source.styles) check_like(source, name, style, diagnostics);
    for_each_flow(source, [&](const Flow& flow) {
        for_each_block(flow, [&](const Block& block) { check_block(block, source, diagnostics); });
    });
    PartCycles cycles(source, diagnostics);
    for (const auto& [name, flow] : source.parts) cycles.walk(name);
}

}  // namespace sayso::model
