// What a workbench looks at: the choices that a project offers, and a document's pages with the places of its
// words.

#include "sayso/look.h"

#include <algorithm>
#include <set>
#include <utility>
#include <variant>

#include "session/jobs.h"
#include "session/pack_plan.h"
#include "session/session_impl.h"

namespace sayso {
namespace {

std::vector<Choices::Kind> kinds_of(Catalogue& catalogue, const std::vector<std::string>& audiences) {
    std::vector<Choices::Kind> out;
    model::Loader& loader = catalogue.loader();
    for (const std::string& kind : loader.template_kinds(*catalogue.project())) {
        Choices::Kind& one =
            out.emplace_back(Choices::Kind{kind, {}, loader.is_for_everyone(*catalogue.project(), kind)});
        std::copy_if(audiences.begin(), audiences.end(), std::back_inserter(one.audiences),
                     [&](const std::string& id) { return loader.serves(*catalogue.project(), kind, id); });
    }
    return out;
}

bool holds_words(const doc::Kind& kind) {
    return std::holds_alternative<doc::Heading>(kind) || std::holds_alternative<doc::Paragraph>(kind) ||
           std::holds_alternative<doc::Caption>(kind);
}

/// The places of a block's words, each line of a file once.
void collect_places(const doc::Document& document, NodeId id, const SourceMap& sources,
                    std::vector<TextPlace>& out) {
    const doc::Node& node = document[id];
    if (std::holds_alternative<doc::Text>(node.kind) && node.source) {
        TextPlace place{sources.path(node.source.source), node.source.line, node.source.column};
        const bool known = std::any_of(out.begin(), out.end(), [&](const TextPlace& other) {
            return other.file == place.file && other.line == place.line && other.column == place.column;
        });
        if (!known) out.push_back(std::move(place));
    }
    for (const NodeId child : node.children) collect_places(document, child, sources, out);
}

void add_pieces(const Made& made, NodeId id, const SourceMap& sources, std::vector<Pages::Piece>& out) {
    const doc::Document& document = made.composed.document;
    if (!holds_words(document[id].kind)) {
        for (const NodeId child : document[id].children) add_pieces(made, child, sources, out);
        return;
    }
    std::vector<TextPlace> places;
    collect_places(document, id, sources, places);
    for (const doc::NodeBox& box : doc::boxes_of(made.placed, id)) {
        const Rect on = doc::on_sheet(made.placed, box);
        out.push_back({made.placed.leaves[box.page].sheet, on.x.pt(), on.y.pt(), on.width.pt(),
                       on.height.pt(), document.text_of(id), places});
    }
}

Pages pages_of(Made& made, const SourceMap& sources) {
    Pages out;
    out.title = made.composed.document.title;
    for (std::size_t i = 0; i < made.outputs.size() && i < made.placed.pages.size(); ++i) {
        const Size size = made.placed.pages[i].size;
        out.pages.push_back({std::move(made.outputs[i].bytes), size.width.pt(), size.height.pt()});
    }
    add_pieces(made, doc::Document::root, sources, out.pieces);
    return out;
}

/// Documents of a pack, and the sites that they are for.
class Counter {
  public:
    void add(const Job& job) {
        ++documents_;
        if (job.site != nullptr)
            sites_.insert(job.site->id.text);
        else
            ++whole_service_;
    }
    PackContents::Count count() const { return {documents_, sites_.size(), whole_service_}; }

  private:
    std::size_t documents_ = 0, whole_service_ = 0;
    std::set<std::string> sites_;
};

Counter& counter_of(const Job& job, std::vector<std::pair<std::string, Counter>>& readers) {
    const std::string id = job.audience.empty() ? std::string(everyone) : job.audience;
    const auto found =
        std::find_if(readers.begin(), readers.end(), [&](const auto& one) { return one.first == id; });
    return found != readers.end() ? found->second : readers.emplace_back(id, Counter{}).second;
}

}  // namespace

Choices Session::choices() const {
    Catalogue catalogue = impl_->catalogue();
    Choices out;
    const model::Project* project = catalogue.project();
    const model::Approach* approach = project ? catalogue.approach(catalogue.base_lang()) : nullptr;
    if (project != nullptr && project->service) {
        out.service = project->service->name.text;
        for (const model::Site& site : project->service->sites)
            out.sites.push_back({site.id.text, site.name.text});
    }
    if (approach != nullptr) {
        out.lang = catalogue.base_lang();
        for (const std::string& id : catalogue.audience_ids()) {
            const model::Stakeholder* reader = approach->stakeholder(id);
            out.audiences.push_back({id, reader ? reader->name.text : id});
        }
        out.kinds = kinds_of(catalogue, catalogue.audience_ids());
        out.langs = catalogue.languages();
        out.themes = catalogue.loader().theme_ids(*project);
    }
    static_cast<Report&>(out) = impl_->report(catalogue, {});
    return out;
}

PackContents Session::pack_contents() const {
    Catalogue catalogue = impl_->catalogue();
    PackContents out;
    const model::Project* project = catalogue.project();
    const auto file = project ? catalogue.loader().pack(*project) : std::nullopt;
    if (file) {
        out.file = catalogue.sources().path(file->place.source);
        Counter all;
        std::vector<Counter> groups(file->documents.size());
        std::vector<std::pair<std::string, Counter>> readers;
        for (const PackTask& task : plan_pack(catalogue, *file)) {
            all.add(task.job);
            for (const std::size_t group : task.groups) groups[group].add(task.job);
            counter_of(task.job, readers).add(task.job);
        }
        out.all = all.count();
        for (const Counter& one : groups) out.groups.push_back(one.count());
        for (const auto& [id, one] : readers) out.readers.push_back({id, one.count()});
    }
    static_cast<Report&>(out) = impl_->report(catalogue, {});
    return out;
}

Pages Session::show(const BuildOptions& options) const {
    Catalogue catalogue = impl_->catalogue();
    BuildOptions drawn = options;
    drawn.formats = {"svg"};
    Pages out;
    impl_->make(catalogue, drawn, {}, [&](const Job&, Made& made, Diagnostics&) {
        if (out.pages.empty()) out = pages_of(made, catalogue.sources());
    });
    static_cast<Report&>(out) = impl_->report(catalogue, {}, options.strict);
    return out;
}

}  // namespace sayso
