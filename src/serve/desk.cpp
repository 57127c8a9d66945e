#include "serve/desk.h"

#include <algorithm>
#include <chrono>
#include <thread>

#include <fmt/format.h>

#include "env/limits.h"
#include "load/reading.h"
#include "load/rewrite.h"
#include "serve/photos.h"

namespace sayso::serve {
namespace {

using namespace std::chrono_literals;

constexpr auto longest_wait = 20s;
constexpr std::string_view photo_form = "photo:";
constexpr std::size_t most_waiting = 40;   // each holds a thread of the server
constexpr std::size_t longest_name = 200;  // of a service, whose folder it names

std::string type_of(const std::string& path) {
    if (path.ends_with(".html")) return "text/html; charset=utf-8";
    if (path.ends_with(".css")) return "text/css; charset=utf-8";
    if (path.ends_with(".js")) return "text/javascript; charset=utf-8";
    if (path.ends_with(".svg")) return "image/svg+xml";
    if (path.ends_with(".ttf")) return "font/ttf";
    if (path.ends_with(".pdf")) return "application/pdf";
    if (path.ends_with(".epub")) return "application/epub+zip";
    return "application/octet-stream";
}

/// Sent as a file to keep.
Answer file_answer(const std::string& path, std::string bytes) {
    Answer out{200, type_of(path), std::move(bytes)};
    if (path.ends_with(".html")) out.type = "application/octet-stream";  // never runs as a page of ours
    out.headers["Content-Disposition"] = fmt::format("attachment; filename=\"{}\"", name_of(path));
    return out;
}

BuildOptions options_of(const Look& look) {
    BuildOptions out;
    const auto put = [](std::vector<std::string>& list, const std::string& one) {
        if (!one.empty()) list.push_back(one);
    };
    put(out.audiences, look.audience);
    put(out.kinds, look.kind);
    put(out.langs, look.lang);
    put(out.sites, look.site);
    out.edition = look.edition == "standard" ? "" : look.edition;
    out.draft_language = true;
    return out;
}

}  // namespace

Desk::Desk(Env& env, std::string data_folder, const WorkbenchOptions& options, OpenInEditor editor)
    : env_(env),
      data_folder_(std::move(data_folder)),
      options_(options),
      editor_(std::move(editor)),
      yaml_(env),
      session_(std::make_shared<const Session>(env, data_folder_, "")) {}

std::optional<Refusal> Desk::open(const std::string& folder) {
    if (!env_.is_file(join_path(folder, "sayso.yaml")))
        return Refusal{404, fmt::format("There is no project in “{}”.", folder)};
    auto held = env_.lock(join_path(folder, ".sayso/workbench.lock"), Env::Sharing::alone);
    if (const auto* other = std::get_if<LockHolder>(&held))
        return Refusal{409,
                       fmt::format("This project is open in the workbench already ({}). Use that window, or "
                                   "close it first.",
                                   other->who)};
    const std::lock_guard lock(mutex_);
    const auto* fault = std::get_if<IoError>(&held);
    read_only_ = fault == nullptr
                     ? std::string()
                     : fmt::format("This project can be looked at but not changed: {}.", fault->reason);
    lock_ = fault == nullptr ? std::get<std::shared_ptr<void>>(held) : nullptr;
    if (fault == nullptr && !env_.is_file(join_path(folder, ".sayso/.gitignore")))
        env_.write(join_path(folder, ".sayso/.gitignore"), "*\n");
    files_ = std::make_shared<ProjectFiles>(env_, folder);
    if (fault == nullptr) files_->remember();
    session_ = std::make_shared<const Session>(env_, data_folder_, folder);
    ++revision_;
    news_.notify_all();
    return std::nullopt;
}

Answer Desk::answer(const Command& command) {
    return std::visit([&](const auto& one) { return on(one); }, command);
}

Desk::View Desk::view() const {
    const std::lock_guard lock(mutex_);
    return {session_, files_, revision_};
}

Approach Desk::approach(const View& view) {
    return view.files ? approach_of(env_, yaml_, data_folder_, *view.files) : Approach{};
}

std::optional<Refusal> Desk::no_project(const View& view) const {
    if (view.files) return std::nullopt;
    return Refusal{404, "No project is open yet. Begin with “Start”."};
}

std::optional<Refusal> Desk::not_writable(const View& view) const {
    if (auto refusal = no_project(view)) return refusal;
    const std::lock_guard lock(mutex_);
    return read_only_.empty() ? std::nullopt : std::optional(Refusal{423, read_only_});
}

void Desk::moved_on(const std::vector<std::string>& paths) {
    yaml_.forget(paths);
    const std::lock_guard lock(mutex_);
    session_ = std::make_shared<const Session>(session_->after(paths));
    ++revision_;
    news_.notify_all();
}

/// Whether a file still says what we wrote, or a folder is one that we made for it: the system tells of our
/// own changes, too.
bool Desk::is_ours(const std::string& path) const {
    const std::lock_guard lock(mutex_);
    const auto wrote = written_.find(path);
    if (wrote == written_.end()) {
        const auto inside = written_.lower_bound(path + "/");
        return inside != written_.end() && inside->first.starts_with(path + "/") && env_.is_folder(path);
    }
    if (!wrote->second) return !env_.is_file(path);
    const auto now = env_.read(path, limits::sheet_file_bytes);
    const auto* bytes = std::get_if<std::string>(&now);
    return bytes != nullptr && *bytes == *wrote->second;
}

void Desk::changed_outside(std::vector<std::string> paths) {
    std::erase_if(paths, [&](const std::string& path) { return is_ours(path); });
    if (!paths.empty()) moved_on(paths);
}

std::string Desk::folder() const {
    const std::lock_guard lock(mutex_);
    return files_ ? files_->folder() : std::string();
}

void Desk::close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    pack_.stop();
    news_.notify_all();
}

std::vector<std::string> Desk::projects_at_home() const {
    std::vector<std::string> out;
    for (const std::string& name : env_.list(options_.home)) {
        if (env_.is_file(join_path(options_.home, name + "/sayso.yaml"))) out.push_back(name);
    }
    return out;
}

Answer Desk::on(const AtTheDoor&) {
    return answer_of(Refusal{404, "There is no such page in the workbench."});
}

Answer Desk::on(const ReadAsset& command) {
    auto read = env_.read(join_path(data_folder_, command.path), limits::font_file_bytes);
    auto* bytes = std::get_if<std::string>(&read);
    if (bytes == nullptr) return answer_of(Refusal{404, "There is no such page in the workbench."});
    return {200, type_of(command.path), std::move(*bytes)};
}

Answer Desk::on(const ReadState&) {
    const View now = view();
    Json out{{"revision", now.revision}, {"preview", options_.preview}, {"editor", bool(editor_)}};
    out["home"] = kept_for_one() ? std::string() : options_.home;
    out["projects"] = kept_for_one() ? std::vector<std::string>{} : projects_at_home();
    out["version"] = version();
    if (!now.files) return answer_of(out);
    out["folder"] = now.files->folder();
    out["choices"] = json_of(now.session->choices());
    const std::lock_guard lock(mutex_);
    out["readOnly"] = read_only_;
    out["undo"] = files_->can_undo();
    out["redo"] = files_->can_redo();
    return answer_of(out);
}

Answer Desk::on(const ShowPages& command) {
    const View now = view();
    if (const auto refusal = no_project(now)) return answer_of(*refusal);
    const Approach approach_now = approach(now);
    Json out = json_of(now.session->show(options_of(command.look)), Faults(yaml_, approach_now, *now.files));
    out["revision"] = now.revision;
    return answer_of(out);
}

Answer Desk::on(const Download& command) {
    const View now = view();
    if (const auto refusal = no_project(now)) return answer_of(*refusal);
    static const std::vector<std::string> known{"pdf", "html", "epub", "docx", "pptx"};
    if (std::find(known.begin(), known.end(), command.format) == known.end())
        return answer_of(Refusal{400, "This kind of file is not made here."});
    BuildOptions options = options_of(command.look);
    options.formats = {command.format};
    Documents documents = now.session->make(options);
    if (!documents.made.empty())
        return file_answer(documents.made.front().path, std::move(documents.made.front().bytes));
    return answer_of(Refusal{422, "This document cannot be made yet: “Check” says why."});
}

Answer Desk::on(const CheckAll&) {
    const View now = view();
    if (const auto refusal = no_project(now)) return answer_of(*refusal);
    CheckOptions options;
    options.jobs = std::max(1U, std::thread::hardware_concurrency());
    const Report report = now.session->check(options);
    const Approach approach_now = approach(now);
    return answer_of(Json{{"revision", now.revision},
                          {"errors", report.errors},
                          {"warnings", report.warnings},
                          {"faults", Faults(yaml_, approach_now, *now.files)(report)}});
}

Answer Desk::on(const ReadForm& command) {
    const View now = view();
    if (const auto refusal = no_project(now)) return answer_of(*refusal);
    if (command.name.starts_with(photo_form)) return photo(now, command.name.substr(photo_form.size()));
    static const std::map<std::string, std::string> files{
        {"project", "sayso.yaml"}, {"evidence", "evidence/evidence.yaml"}, {"pack", "pack.yaml"}};
    const auto file = files.find(command.name);
    if (file == files.end()) return answer_of(Refusal{404, "There is no such form."});
    const auto read = now.files->read(file->second);
    if (const auto* refusal = std::get_if<Refusal>(&read)) return answer_of(*refusal);
    const auto& text = std::get<std::optional<std::string>>(read);
    Json out{
        {"file", file->second}, {"revision", now.revision}, {"shape", json_of(*shape_of_file(file->second))}};
    Diagnostics faults;
    const auto value = load::parse_yaml(1, text ? *text : until_written(now, file->second), {}, faults);
    out["value"] = value && value->kind == load::Value::Kind::map ? json_of(*value) : Json::object();
    if (!value) out["broken"] = true;
    if (command.name == "evidence") add_evidence(now, out);
    if (command.name == "pack") add_pack(now, out);
    return answer_of(out);
}

/// A photo of evidence.yaml, small, as a data URL.
Answer Desk::photo(const View& now, const std::string& id) const {
    const Refusal none{404, "There is no such photo."};
    const auto read = now.files->read("evidence/evidence.yaml");
    const auto* text = std::get_if<std::optional<std::string>>(&read);
    Diagnostics faults;
    const auto root = load::parse_yaml(1, text ? text->value_or("") : "", {}, faults);
    const load::Value* photo = root ? load::value_along(*root, {"photos", load::item_mark + id}) : nullptr;
    const load::Value* file = photo ? photo->find("file") : nullptr;
    if (file == nullptr || file->scalar.empty()) return answer_of(none);
    const auto bytes = now.files->read(file->scalar);
    const auto* there = std::get_if<std::optional<std::string>>(&bytes);
    if (there == nullptr || !*there) return answer_of(none);
    const std::string picture = small_picture(name_of(file->scalar), **there, fonts());
    return picture.empty() ? answer_of(none) : answer_of(Json{{"picture", picture}});
}

/// The numbers as text, what there is, and what is wrong with it.
void Desk::add_evidence(const View& now, Json& out) {
    const auto numbers = now.files->read("evidence/values.csv");
    if (const auto* text = std::get_if<std::optional<std::string>>(&numbers))
        out["numbers"] = text->value_or("");
    std::vector<std::string> lines;
    const Report report = now.session->list("evidence", lines);
    const Approach uses = approach(now);
    out["lines"] = lines;
    out["faults"] = Faults(yaml_, uses, *now.files)(report);
}

/// The head of the shipped file tells what it is for, which is not true of a copy.
std::string Desk::until_written(const View& now, const std::string& file) const {
    if (file != "pack.yaml") return {};
    const auto read = env_.read(now.session->pack_contents().file, limits::text_file_bytes);
    const auto* text = std::get_if<std::string>(&read);
    const auto begin = text == nullptr ? std::string::npos : ("\n" + *text).find("\ndocuments:");
    if (begin == std::string::npos) return {};
    return "# What our pack holds: every combination of what a group lists, for each place.\n" +
           text->substr(begin);
}

/// How many documents that makes, and what is wrong with it.
void Desk::add_pack(const View& now, Json& out) {
    const PackContents contents = now.session->pack_contents();
    const Approach uses = approach(now);
    out["own"] = now.files->file_of(contents.file) == "pack.yaml";
    out["contents"] = json_of(contents);
    out["faults"] = Faults(yaml_, uses, *now.files)(contents);
}

Answer Desk::on(const ReadText& command) {
    const View now = view();
    if (const auto refusal = no_project(now)) return answer_of(*refusal);
    const auto read = now.files->read(command.file);
    if (const auto* refusal = std::get_if<Refusal>(&read)) return answer_of(*refusal);
    const auto& text = std::get<std::optional<std::string>>(read);
    return answer_of(Json{{"file", command.file}, {"there", text.has_value()}, {"text", text.value_or("")}});
}

Answer Desk::on(const Watch& command) {
    std::unique_lock lock(mutex_);
    if (waiting_ < most_waiting) {
        ++waiting_;
        news_.wait_for(lock, longest_wait, [&] { return closed_ || revision_ != command.seen; });
        --waiting_;
    }
    return answer_of(Json{{"revision", revision_}, {"closed", closed_}});
}

Answer Desk::on(const OpenEditor& command) {
    const View now = view();
    if (const auto refusal = no_project(now)) return answer_of(*refusal);
    if (!editor_) return answer_of(Refusal{404, "No editor was named: start with “--editor”."});
    const auto read = now.files->read(command.file);
    if (const auto* refusal = std::get_if<Refusal>(&read)) return answer_of(*refusal);
    editor_(now.files->path(command.file), command.line);
    return answer_of(Json::object());
}

// Projects
// ------------------------------------------------------------------------------------------------
namespace {

Refusal one_project_alone() {
    return {403, "This workbench is kept for one project."};
}

}  // namespace

/// For several people behind a proxy: what one opens, all would have before them.
bool Desk::kept_for_one() const {
    return !options_.proxy.empty();
}

Answer Desk::on(const OpenProject& command) {
    if (kept_for_one()) return answer_of(one_project_alone());
    const auto known = projects_at_home();
    if (std::find(known.begin(), known.end(), command.folder) == known.end())
        return answer_of(Refusal{404, "There is no such project."});
    const auto refusal = open(join_path(options_.home, command.folder));
    return refusal ? answer_of(*refusal) : answer_of(Json::object());
}

Answer Desk::on(const NewProject& command) {
    if (kept_for_one()) return answer_of(one_project_alone());
    const std::string id = command.name.empty() ? "willow-house-example" : load::kebab_of(command.name);
    if (id.empty()) return answer_of(Refusal{422, "Write the service's name with letters or digits."});
    if (command.name.size() > longest_name)
        return answer_of(
            Refusal{422, "This name is too long. Write a shorter one; you can add to it later."});
    const std::string folder = join_path(options_.home, id);
    if (command.name.empty()) {
        if (!env_.is_file(join_path(folder, "sayso.yaml"))) {
            const Report report = init_project(env_, data_folder_, folder);
            if (!report.ok())
                return answer_of(
                    Refusal{507, fmt::format("The example could not be copied to “{}”.", folder)});
        }
    } else {
        if (env_.is_file(join_path(folder, "sayso.yaml")))
            return answer_of(
                Refusal{409, fmt::format("There is a project of that name already, in “{}”.", folder)});
        const auto text = load::rewritten("", {{"service", "name"}, value_of(Json(command.name))}, nullptr);
        if (!std::holds_alternative<std::string>(text))
            return answer_of(Refusal{422, "Write the service's name on one line."});
        if (const auto fault =
                env_.write_durably(join_path(folder, "sayso.yaml"), std::get<std::string>(text)))
            return answer_of(Refusal{507, fmt::format("“{}” could not be made: {}.", folder, fault->reason)});
    }
    const auto refusal = open(folder);
    return refusal ? answer_of(*refusal) : answer_of(Json::object());
}

// The pack
// ------------------------------------------------------------------------------------------------
namespace {

Json json_of_pack(const PackRun::State& state) {
    return {{"running", state.running},
            {"stopped", state.stopped},
            {"made", state.made},
            {"done", state.done},
            {"all", state.all},
            {"documents", state.report.made},
            {"kept", state.report.kept},
            {"failed", state.report.failed},
            {"removed", state.report.removed}};
}

std::string pack_folder(const ProjectFiles& files) {
    return files.path("pack");
}

}  // namespace

Answer Desk::on(const MakePack&) {
    const View now = view();
    if (const auto refusal = no_project(now)) return answer_of(*refusal);
    if (!pack_.start(env_, data_folder_, now.files->folder(), pack_folder(*now.files)))
        return answer_of(Refusal{409, "A pack is being made already."});
    return answer_of(json_of_pack(pack_.state()));
}

Answer Desk::on(const StopPack&) {
    pack_.stop();
    return answer_of(json_of_pack(pack_.state()));
}

Answer Desk::on(const ReadPack&) {
    const View now = view();
    if (const auto refusal = no_project(now)) return answer_of(*refusal);
    const PackRun::State state = pack_.state();
    Json out = json_of_pack(state);
    const Approach approach_now = approach(now);
    out["faults"] = Faults(yaml_, approach_now, *now.files)(state.report);
    for (const PackReport::Document& document : state.report.documents) {
        static const char* const fates[] = {"made", "kept", "failed", "removed"};
        out["list"].push_back({{"path", document.path},
                               {"fate", fates[static_cast<std::size_t>(document.fate)]},
                               {"why", document.why}});
    }
    out["folder"] = pack_folder(*now.files);
    out["there"] = env_.is_file(join_path(pack_folder(*now.files), "index.html"));
    return answer_of(out);
}

Answer Desk::on(const DownloadPack&) {
    const View now = view();
    if (const auto refusal = no_project(now)) return answer_of(*refusal);
    if (pack_.state().running) return answer_of(Refusal{409, "The pack is still being made."});
    std::string bytes = zip_of_pack(env_, pack_folder(*now.files));
    if (bytes.empty()) return answer_of(Refusal{404, "There is no pack yet. Make it first."});
    return file_answer(name_of(now.files->folder()) + "-pack.zip", std::move(bytes));
}

}  // namespace sayso::serve
