#include "session/figure_store.h"

#include <fmt/format.h>

#include "doc/document.h"
#include "env/limits.h"
#include "model/project_files.h"

namespace sayso {

std::optional<picture::Picture> FigureStore::picture(const model::Words& name, const picture::Wanted& wanted,
                                                     Diagnostics& diagnostics) const {
    const PictureKey key{name.text, wanted};
    return pictures_.get(key, [&](Diagnostics& faults) { return decoded(key, faults); })
        .replay(diagnostics, name.span);
}

std::optional<compose::Drawing> FigureStore::drawing(const Reader& reader,
                                                     const compose::DiagramRequest& asked,
                                                     text::Shaper& shaper, Diagnostics& diagnostics) const {
    const auto draw = [&](Diagnostics& faults) {
        const auto [model, options] = drawn_from(reader, asked);
        return drawings_
            ->get({model, options}, [&](Diagnostics& own) { return drawn(model, options, shaper, own); })
            .replay(faults);
    };
    return asked_.get({reader, asked}, draw).replay(diagnostics, asked.asked);
}

/// A project's own file or pictures/ID.*, else a shipped pictogram; empty when there is none.
std::string FigureStore::picture_path(const std::string& id) const {
    std::vector<std::string> folders;
    if (!snapshot_->project->folder.empty())
        folders.push_back(join_path(snapshot_->project->folder, "pictures"));
    folders.push_back(join_path(snapshot_->data_folder, "templates/pictures"));
    for (const std::string& folder : folders) {
        if (std::string path = model::find_picture(*snapshot_->env, folder, id); !path.empty()) return path;
    }
    return {};
}

/// Its faults have no place: each asker has its own.
std::optional<picture::Picture> FigureStore::decoded(const PictureKey& key, Diagnostics& diagnostics) const {
    const model::Words name{key.name, {}, {}};
    std::optional<std::string> bytes;
    const bool is_id = key.name.find_first_of("./") == std::string::npos;
    if (const std::string path = is_id ? picture_path(key.name) : ""; !path.empty()) {
        auto read = snapshot_->env->read(path, limits::picture_file_bytes);
        if (auto* got = std::get_if<std::string>(&read)) {
            bytes = std::move(*got);
        } else {
            const IoError& fault = std::get<IoError>(read);
            diagnostics.error("cannot-read", {},
                              fmt::format("cannot read the picture \"{}\": {}", path, fault.reason),
                              fault.hint_or("put another file in its place"));
        }
    } else if (is_id) {
        diagnostics.error(
            "missing-picture", {}, fmt::format("there is no picture \"{}\"", key.name),
            fmt::format("put {}.svg, .png or .jpg into the project's pictures folder", key.name));
    } else {
        bytes = model::read_project_file(*snapshot_->env, *snapshot_->project, name,
                                         limits::picture_file_bytes, diagnostics);
    }
    if (!bytes) return std::nullopt;
    picture::Wanted wanted = key.wanted;
    wanted.fonts = picture::shipped_fonts(*snapshot_->env, snapshot_->data_folder);
    return picture::decode(*bytes, key.name, {}, wanted, diagnostics);
}

namespace {

diagram::Variant variant_of(model::DiagramVariant asked) {
    switch (asked) {
        case model::DiagramVariant::compact:
            return diagram::Variant::compact;
        case model::DiagramVariant::slide:
            return diagram::Variant::slide;
        case model::DiagramVariant::poster:
            return diagram::Variant::poster;
    }
    return diagram::Variant::compact;
}

}  // namespace

/// UKAAF: large print is 16 pt or more.
constexpr Length large_print_type = pt(16);

DrawingKey FigureStore::drawn_from(const Reader& reader, const compose::DiagramRequest& asked) const {
    const model::Approach& content = *snapshot_->approaches.at(reader.lang);
    std::vector<model::Ask> asks;
    const model::Audience* plain_reader = nullptr;
    const auto found = snapshot_->audiences.find({asked.highlight, reader.lang});
    // What readers ask for is linked in their own documents.
    if (asked.highlight == reader.audience && found != snapshot_->audiences.end() && found->second) {
        if (found->second->is_plain_reader()) plain_reader = found->second.get();
        for (const model::Ask& ask : found->second->asks) {
            if (model::in_strand(ask.strands, reader.strand)) asks.push_back(ask);
        }
    }
    DrawingKey out;
    out.model =
        diagram::from_approach(content, reader.strand, asks, doc::is_rtl_language(reader.lang), plain_reader);
    diagram::Options& options = out.options;
    options.variant = variant_of(asked.variant);
    options.size = asked.size;
    options.highlight = asked.highlight;
    options.palette = model::palette_of(*snapshot_->theme);
    options.family = snapshot_->theme->family.text;
    options.title = asked.title;
    options.subtitle = asked.subtitle;
    const model::Stakeholder* card = content.stakeholder(asked.highlight);
    // The card of a central reader says "You" already.
    const bool addressed = plain_reader != nullptr && card != nullptr && card->central;
    if (!addressed) options.flag = asked.flag;
    options.wanted = asked.smallest;
    if (asked.edition == compose::Edition::large_print) {
        // A poster leaves nothing out; in large print what does not fit is counted instead.
        if (options.variant == diagram::Variant::poster) options.variant = diagram::Variant::compact;
        options.smallest = large_print_type;
    }
    return out;
}

std::optional<compose::Drawing> FigureStore::drawn(const diagram::Model& model,
                                                   const diagram::Options& options, text::Shaper& shaper,
                                                   Diagnostics& diagnostics) {
    const auto drawn = diagram::draw(model, options, shaper, diagnostics);
    if (!drawn) return std::nullopt;
    return compose::Drawing{drawn->frame, drawn->alt + "\n" + drawn->description, drawn->picture,
                            drawn->told};
}

}  // namespace sayso
