#include <algorithm>
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

/// Calls `visit` with every block of a flow, outer ones first.
void for_each_block(const std::vector<Block>& flow, const std::function<void(const Block&)>& visit) {
    for (const Block& block : flow) {
        visit(block);
        for_each_block(block.flow, visit);
        for_each_block(block.otherwise, visit);
        for (const Column& column : block.columns) for_each_block(column.flow, visit);
    }
}

void for_each_flow(const Template& source, const std::function<void(const std::vector<Block>&)>& visit) {
    visit(source.flow);
    for (const auto& [name, flow] : source.parts) visit(flow);
    for (const Page* page : {&source.first_page, &source.page}) {
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

void check_region(const Block& block, const Template& source, Diagnostics& diagnostics) {
    if (!block.region) return;
    std::vector<std::string> known;
    for (const Page* page : {&source.first_page, &source.page}) {
        for (const PageRegion& region : page->regions) known.push_back(region.id.text);
    }
    if (known.empty()) known.push_back("main");  // what a page without regions has
    if (std::find(known.begin(), known.end(), block.region->text) != known.end()) return;
    std::sort(known.begin(), known.end());
    known.erase(std::unique(known.begin(), known.end()), known.end());
    diagnostics.error("unknown-region", block.region->span,
                      fmt::format("no page region is called \"{}\"", block.region->text),
                      suggestion(block.region->text, known));
}

void check_block(const Block& block, const Template& source, Diagnostics& diagnostics) {
    check_style_name(block.style, source, diagnostics);
    for (const Column& column : block.columns) check_style_name(column.style, source, diagnostics);
    check_region(block, source, diagnostics);
    int taken = 0;
    for (const Column& column : block.columns) taken += column.span;
    if (taken > 12) {
        diagnostics.error("too-wide", block.span, fmt::format("these columns take {} of twelve", taken),
                          "make the spans add up to 12");
    }
    if (block.kind == BlockKind::part && !block.text.empty() && !source.parts.contains(block.text.text)) {
        diagnostics.error("unknown-part", block.text.span,
                          fmt::format("no part is called \"{}\"", block.text.text),
                          suggestion(block.text.text, keys_of(source.parts)));
    }
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
            if (block.kind != BlockKind::part || !source_.parts.contains(block.text.text)) return;
            if (open_.contains(block.text.text)) {
                diagnostics_.error("cycle", block.text.span,
                                   fmt::format("the part \"{}\" comes to hold itself", block.text.text),
                                   "remove this block");
            } else {
                walk(block.text.text);
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
    for_each_flow(source, [&](const std::vector<Block>& flow) {
        for_each_block(flow, [&](const Block& block) { check_block(block, source, diagnostics); });
    });
    PartCycles cycles(source, diagnostics);
    for (const auto& [name, flow] : source.parts) cycles.walk(name);
}

}  // namespace sayso::model
