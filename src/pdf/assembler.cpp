#include "pdf/assembler.h"

#include <utility>
#include <variant>

#include <fmt/format.h>

#include "base/number.h"
#include "pdf/metadata.h"
#include "pdf/objects/decimals.h"
#include "pdf/srgb_profile.h"

namespace sayso::pdf {
namespace {

/// A URI is ASCII (ISO 32000-1, 12.6.4.7); the bytes of other characters are percent-encoded.
std::string ascii_uri(std::string_view url) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : url) {
        if (c > ' ' && c <= '~') {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += digits[byte >> 4];
        out += digits[byte & 0xF];
    }
    return out;
}

/// For readers that know no namespaces, and would pass over what stands in a type of PDF 2.0. The map is of
/// types without a namespace, which none of ours are (ISO 32000-2, 14.7.3).
std::string role_map() {
    std::string out = "/RoleMap<<";
    for (const StructureTypeInfo& type : structure_types) {
        if (type.before.empty()) continue;
        append_name(out, type.name);
        append_name(out, type.before);
    }
    return out + ">>";
}

void append_refs(std::string& out, const std::vector<Ref>& refs) {
    for (std::size_t i = 0; i < refs.size(); ++i) {
        if (i > 0) out += ' ';
        append_ref(out, refs[i]);
    }
}

void append_key(std::string& out, std::string_view key, Ref ref) {
    out += key;
    out += ' ';
    append_ref(out, ref);
}

/// A box of the page as far inside its edges as `inset` (ISO 32000-1, 14.11.2).
void append_box(std::string& out, std::string_view key, Size page, Length inset) {
    out += key;
    char before = '[';
    for (const Length side : {inset, inset, page.width - inset, page.height - inset}) {
        out += std::exchange(before, ' ');
        append_number(out, side.pt(), coordinate_decimals);
    }
    out += ']';
}

}  // namespace

Assembler::Assembler(const doc::Document& document, const std::vector<frame::Frame>& pages,
                     const Options& options, Cache::Impl& cache, Diagnostics& diagnostics)
    : document_(document),
      frames_(pages),
      options_(options),
      standard_(info(options.standard)),
      cache_(cache),
      diagnostics_(diagnostics),
      fonts_(cache),
      pictures_(cache),
      landmarks_(document),
      structure_(document, standard_) {
    page_tree_ = sink_.reserve();
    refs_.root = sink_.reserve();
    for (const frame::Frame& page : pages) {
        refs_.pages.push_back(sink_.reserve());
        refs_.page_heights.push_back(page.size.height);
    }
}

void Assembler::gather(const frame::Frame& frame) {
    for (const frame::Item& item : frame.items) {
        if (const auto* const run = std::get_if<frame::TextRun>(&item.content)) fonts_.gather(*run);
        if (const auto* const group = std::get_if<frame::Group>(&item.content); group && group->child)
            gather(*group->child);
    }
}

void Assembler::draw() {
    for (const frame::Frame& page : frames_) gather(page);
    fonts_.embed();
    Drawing drawing{document_, structure_, fonts_, pictures_, landmarks_, diagnostics_};
    for (std::uint32_t page = 0; page < frames_.size(); ++page)
        pages_.push_back(PageContent{drawing, page}.draw(frames_[page]));
}

void Assembler::annotate() {
    for (std::uint32_t page = 0; page < pages_.size(); ++page)
        for (const PlacedLink& link : pages_[page].links) annotate(page, link);
}

void Assembler::annotate(std::uint32_t page, const PlacedLink& link) {
    const std::optional<ElementIndex> element = structure_.link_element(link.owner);
    std::optional<Place> target;
    if (!element || !is_described(link) || !find_target(link, target)) return;
    const Ref ref = sink_.reserve();
    structure_.add_annotation(*element, page, ref);
    annotations_.push_back({&link, page, *element, ref, target});
}

bool Assembler::is_described(const PlacedLink& link) {
    const std::string& words = link.area->description;
    if (words.find_first_not_of(" \t\n") != std::string::npos && fits_string(words)) return true;
    diagnostics_.error("link-description", document_[link.owner].source,
                       "a link has no description, or one too long to hold",
                       "say where the link leads, in words");
    return false;
}

bool Assembler::find_target(const PlacedLink& link, std::optional<Place>& target) {
    const auto* const node = std::get_if<NodeId>(&link.area->target);
    if (!node) return true;
    if (node->value < document_.size()) target = landmarks_.find(*node);
    if (target) return true;
    diagnostics_.error(
        "link-target", document_[link.owner].source,
        fmt::format("the link \"{}\" leads to a part that is on no page", link.area->description),
        "take the link out, or let the part be shown");
    return false;
}

void Assembler::write_annotation(std::size_t index) {
    const auto& [link, page, element, ref, target] = annotations_[index];
    // ISO 19005-2, 6.3.2, and ISO 19005-4, 6.3.2: printed, and not hidden.
    std::string out = "/Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect";
    append_rect(out, link->box, refs_.page_heights[page]);
    if (target) {
        append_way(out, std::get<NodeId>(link->area->target), *target, ways());
    } else {
        out += "/A<</S/URI/URI";
        append_text(out, ascii_uri(std::get<std::string>(link->area->target)));
        out += ">>";
    }
    out += "/Contents";
    append_text(out, link->area->description);
    out += "/StructParent ";
    append_integer(out, static_cast<std::int64_t>(frames_.size() + index));
    sink_.object(ref, std::move(out));
}

Ways Assembler::ways() const {
    return {landmarks_, structure_, refs_, standard_.leads_to_elements};
}

Ref Assembler::write_content(const std::string& content) {
    const Ref ref = sink_.reserve();
    if (content.empty()) {
        sink_.stream(ref, "", share({}));
    } else {
        sink_.stream(ref, "/Filter/FlateDecode", cache_.deflated(content));
    }
    return ref;
}

void Assembler::write_page(std::uint32_t page, Ref resources) {
    const Size size = frames_[page].size;
    std::string out = "/Type/Page";
    append_key(out, "/Parent", page_tree_);
    append_box(out, "/MediaBox", size, {});
    if (options_.trim) {
        append_box(out, "/BleedBox", size, options_.trim->margin - options_.trim->bleed);
        append_box(out, "/TrimBox", size, options_.trim->margin);
    }
    out += "/Tabs/S";
    append_key(out, "/Resources", resources);
    append_key(out, "/Contents", write_content(pages_[page].content));
    if (!pages_[page].slot_of_mark.empty()) {
        out += "/StructParents ";
        append_integer(out, page);
    }
    std::vector<Ref> links;
    for (const Annotation& each : annotations_)
        if (each.page == page) links.push_back(each.ref);
    if (!links.empty()) {
        out += "/Annots[";
        append_refs(out, links);
        out += ']';
    }
    sink_.object(refs_.pages[page], std::move(out));
}

/// One dictionary for all pages: what a page does not use does no harm.
void Assembler::write_resources(Ref ref) {
    std::string out;
    if (const std::string fonts = fonts_.write(sink_); !fonts.empty()) out += "/Font<<" + fonts + ">>";
    if (const std::string pictures = pictures_.write(sink_); !pictures.empty())
        out += "/XObject<<" + pictures + ">>";
    sink_.object(ref, std::move(out));
}

/// ISO 32000-1, 14.7.4.4: a page's marked content by its numbers, then one element for each annotation.
std::string Assembler::parent_tree() const {
    std::string out = "/Nums[";
    for (std::size_t page = 0; page < pages_.size(); ++page) {
        const std::vector<SlotIndex>& slots = pages_[page].slot_of_mark;
        if (slots.empty()) continue;
        append_integer(out, static_cast<std::int64_t>(page));
        out += '[';
        for (const SlotIndex slot : slots) {
            append_ref(out, structure_.ref_of_element(structure_.slot(slot).element));
            out += ' ';
        }
        out.back() = ']';
    }
    for (std::size_t i = 0; i < annotations_.size(); ++i) {
        out += ' ';
        append_integer(out, static_cast<std::int64_t>(frames_.size() + i));
        out += ' ';
        append_ref(out, structure_.ref_of_element(annotations_[i].element));
    }
    return out + ']';
}

/// ISO 32000-2, 14.7.4.2 and 14.8.6: the namespaces that elements name; and what they are without them.
std::string Assembler::namespaces() {
    if (!standard_.has_namespaces) return {};
    std::string out;
    const auto declare = [&](Ref& ref, std::string_view name) {
        ref = sink_.reserve();
        sink_.object(ref, "/Type/Namespace/NS(" + std::string(name) + ")");
        append_key(out, out.empty() ? "/Namespaces[" : "", ref);
    };
    declare(refs_.pdf_2_0, "http://iso.org/pdf2/ssn");
    if (structure_.has_old_types()) declare(refs_.pdf_1_7, "http://iso.org/pdf/ssn");
    return out + ']' + role_map();
}

Ref Assembler::write_structure() {
    structure_.settle(sink_);
    for (std::size_t i = 0; i < annotations_.size(); ++i) write_annotation(i);
    const std::string names = namespaces();
    const Ref parents = sink_.reserve();
    sink_.object(parents, parent_tree());
    std::string out = "/Type/StructTreeRoot";
    append_key(out, "/K", structure_.write(sink_, refs_));
    append_key(out, "/ParentTree", parents);
    out += "/ParentTreeNextKey ";
    append_integer(out, static_cast<std::int64_t>(frames_.size() + annotations_.size()));
    sink_.object(refs_.root, out + names);
    return refs_.root;
}

Ref Assembler::write_output_intent() {
    const Ref profile = sink_.reserve(), intent = sink_.reserve();
    sink_.stream(profile, "/N 3", share(srgb_profile()));
    std::string out =
        "/Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
        "/RegistryName(http://www.color.org)";
    append_key(out, "/DestOutputProfile", profile);
    sink_.object(intent, std::move(out));
    return intent;
}

/// Not compressed, so that tools that do not know PDF find it.
Ref Assembler::write_metadata() {
    const Ref ref = sink_.reserve();
    sink_.stream(ref, "/Type/Metadata/Subtype/XML",
                 share(xmp_packet(metadata(document_, options_), standard_)));
    return ref;
}

void Assembler::write_catalog(Ref catalog) {
    std::string out = "/Type/Catalog";
    append_key(out, "/Pages", page_tree_);
    out += "/MarkInfo<</Marked true>>/Lang";
    append_text(out, document_.lang);
    out += "/ViewerPreferences<</DisplayDocTitle true";
    if (document_.rtl()) out += "/Direction/R2L";
    out += ">>";
    append_key(out, "/StructTreeRoot", write_structure());
    append_key(out, "/Metadata", write_metadata());
    append_key(out, "/OutputIntents[", write_output_intent());
    out += ']';
    if (const auto outline = write_outline(sink_, document_, ways())) append_key(out, "/Outlines", *outline);
    if (options_.page_labels.size() == frames_.size())
        out += "/PageLabels" + page_labels(options_.page_labels);
    sink_.object(catalog, std::move(out));
}

std::string Assembler::file() {
    const Ref catalog = sink_.reserve();
    const Ref information = standard_.has_information ? sink_.reserve() : Ref{};
    const Ref resources = sink_.reserve();
    for (std::uint32_t page = 0; page < frames_.size(); ++page) write_page(page, resources);
    std::string tree = "/Type/Pages/Kids[";
    append_refs(tree, refs_.pages);
    tree += "]/Count ";
    append_integer(tree, static_cast<std::int64_t>(frames_.size()));
    sink_.object(page_tree_, std::move(tree));
    write_resources(resources);
    write_catalog(catalog);
    if (information) sink_.object(information, info_entries(metadata(document_, options_)));
    return sink_.finish(standard_.version, catalog, information);
}

}  // namespace sayso::pdf
