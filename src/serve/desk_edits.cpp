// The desk's hand that writes: edits of values and texts, uploads, undo and redo.

#include <algorithm>

#include <fmt/format.h>

#include "env/limits.h"
#include "load/reading.h"
#include "load/rewrite.h"
#include "picture/picture.h"
#include "serve/desk.h"
#include "serve/photos.h"
#include "sheet/sheet.h"

namespace sayso::serve {
namespace {

using Path = std::vector<std::string>;

constexpr std::size_t longest_file_name = 200;  // bytes, as most disks take

Json json_or_null(const load::Value* value) {
    return value == nullptr ? Json(nullptr) : json_of(*value);
}

bool same(const load::Value* a, const std::optional<load::Value>& b) {
    const bool nothing = a == nullptr || a->kind == load::Value::Kind::null;
    if (nothing || !b) return nothing && !b;
    return load::says_the_same(*a, *b);
}

Refusal cannot_rewrite(const load::CannotRewrite& why, const std::string& file) {
    using Why = load::CannotRewrite::Why;
    if (why.why == Why::not_yaml)
        return {422,
                fmt::format("“{}” has a fault in it, so nothing can be saved there by form. “Check” shows "
                            "where; you can put it right as text.",
                            file)};
    if (why.why == Why::not_there)
        return {409, "What you changed is no longer there: somebody has taken it out of the file."};
    return {422,
            fmt::format("“{}” is written in a way that this form cannot change safely. Change it as text.",
                        file)};
}

/// The same change of one file, and of sayso.yaml where that does not name the overlay yet.
std::optional<Refusal> list_overlay(const ProjectFiles& files, const std::string& overlay, Step& step) {
    const auto read = files.read("sayso.yaml");
    if (const auto* refusal = std::get_if<Refusal>(&read)) return *refusal;
    const auto& before = std::get<std::optional<std::string>>(read);
    const auto after = load::rewritten(before.value_or(""),
                                       {{"overlays", std::string(load::new_item)}, value_of(Json(overlay))},
                                       shape_of_file("sayso.yaml"));
    if (const auto* why = std::get_if<load::CannotRewrite>(&after)) return cannot_rewrite(*why, "sayso.yaml");
    step.push_back({"sayso.yaml", before, std::get<std::string>(after)});
    return std::nullopt;
}

Answer conflict(const load::Value* now) {
    return answer_of(
        Json{{"sentence",
              "This has been changed outside this window since you saw it. Nothing is overwritten: "
              "choose which of the two to keep."},
             {"conflict", true},
             {"now", json_or_null(now)}},
        409);
}

bool ends_with_one_of(std::string_view name, std::initializer_list<std::string_view> endings) {
    return std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view ending) { return name.ends_with(ending); });
}

std::optional<Refusal> too_long(const std::string& name) {
    if (name.size() <= longest_file_name) return std::nullopt;
    return Refusal{422, "The file's name is too long. Give it a shorter one."};
}

/// The steps that put a photo's file into its place and that say what it shows are taken back as one.
std::string run_of_photo(const std::string& file) {
    return "photo:" + file;
}

bool is_photo(const Edit& edit) {
    return edit.file == "evidence/evidence.yaml" && edit.path.size() == 2 && edit.path.front() == "photos";
}

std::string run_of(const Edit& edit) {
    if (!is_photo(edit) || edit.path.back() != load::new_item || !edit.value) return edit.run;
    const load::Value* file = edit.value->find("file");
    return file == nullptr ? edit.run : run_of_photo(file->scalar);
}

/// With a value of sayso.yaml set, as a step's second file.
std::optional<Refusal> add_setting(const ProjectFiles& files, const Path& path, const Json& value,
                                   Step& step) {
    const auto read = files.read("sayso.yaml");
    if (const auto* refusal = std::get_if<Refusal>(&read)) return *refusal;
    const auto& before = std::get<std::optional<std::string>>(read);
    const auto after =
        load::rewritten(before.value_or(""), {path, value_of(value)}, shape_of_file("sayso.yaml"));
    if (const auto* why = std::get_if<load::CannotRewrite>(&after)) return cannot_rewrite(*why, "sayso.yaml");
    if (before != std::get<std::string>(after))
        step.push_back({"sayso.yaml", before, std::get<std::string>(after)});
    return std::nullopt;
}

std::variant<Step, Refusal> put_file(const ProjectFiles& files, const std::string& file,
                                     const std::string& bytes) {
    const auto read = files.read(file);
    if (const auto* refusal = std::get_if<Refusal>(&read)) return *refusal;
    const auto& before = std::get<std::optional<std::string>>(read);
    if (before == bytes) return Step{};
    return Step{{file, before, bytes}};
}

/// At least one; or why a file is no spreadsheet.
std::variant<std::vector<sheet::Sheet>, Refusal> sheets_of(const std::string& name,
                                                           const std::string& bytes) {
    if (!ends_with_one_of(name, {".xlsx", ".csv"}))
        return Refusal{422, "Choose a spreadsheet: an .xlsx or .csv file."};
    SourceMap sources;
    Diagnostics faults;
    auto sheets = sheet::read_sheets(name, bytes, sources, faults);
    if (sheets && !sheets->empty() && !faults.has_errors()) return *std::move(sheets);
    const std::string why = faults.items().empty() ? "it is empty" : faults.items().front().message;
    return Refusal{422, fmt::format("This cannot be read as a spreadsheet: {}.", why)};
}

std::string csv_cell(const std::string& text) {
    if (text.find_first_of(",\"\n\r") == text.npos) return text;
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

std::string csv_of(const sheet::Sheet& sheet) {
    std::string out;
    std::size_t line = 1;
    for (const load::Row& row : sheet.rows) {
        for (; line < row.number; ++line) out += "\n";  // rows keep their numbers, which faults name
        std::string cells;
        for (const load::Cell& cell : row.cells)
            cells += (&cell == row.cells.data() ? "" : ",") + csv_cell(cell.text);
        out += cells + "\n";
        ++line;
    }
    return out;
}

}  // namespace

Answer Desk::done(const Json& more) {
    Json out = more;
    const std::lock_guard lock(mutex_);
    out["revision"] = revision_;
    out["undo"] = files_ && files_->can_undo();
    out["redo"] = files_ && files_->can_redo();
    return answer_of(out);
}

/// What we are about to write is noted first: the system may tell of it before we are done.
std::optional<Refusal> Desk::apply(const View& view, const Step& step, const std::string& run) {
    {
        const std::lock_guard lock(mutex_);
        for (const FileChange& change : step) written_[view.files->path(change.file)] = change.after;
    }
    return view.files->apply(step, run);
}

Answer Desk::saved(const Step& step) {
    std::vector<std::string> paths;
    {
        const std::lock_guard lock(mutex_);
        for (const FileChange& change : step) {
            paths.push_back(files_->path(change.file));
            written_[paths.back()] = change.after;
        }
    }
    if (!paths.empty()) moved_on(paths);
    return done();
}

Answer Desk::on(const Edit& command) {
    const std::lock_guard one_at_a_time(writing_);
    const View now = view();
    if (const auto refusal = not_writable(now)) return answer_of(*refusal);
    const auto read = now.files->read(command.file);
    if (const auto* refusal = std::get_if<Refusal>(&read)) return answer_of(*refusal);
    const auto& before = std::get<std::optional<std::string>>(read);
    const std::string text = before ? *before : until_written(now, command.file);
    Diagnostics faults;
    const auto root = load::parse_yaml(1, text, {}, faults);
    const load::Value* stands = root ? load::value_along(*root, command.path) : nullptr;
    const bool adds = command.path.back() == load::new_item;
    if (root && !adds && same(stands, command.value)) return done();
    if (root && !adds && !same(stands, command.was)) return conflict(stands);
    const auto after = load::rewritten(text, {command.path, command.value}, shape_of_file(command.file));
    if (const auto* why = std::get_if<load::CannotRewrite>(&after))
        return answer_of(cannot_rewrite(*why, command.file));
    Step step{{command.file, before, std::get<std::string>(after)}};
    const Approach uses = approach(now);
    if (uses.shipped && !uses.overlay_listed && command.file == uses.overlay) {
        if (const auto refusal = list_overlay(*now.files, uses.overlay, step)) return answer_of(*refusal);
    }
    if (is_photo(command) && !command.value && stands != nullptr) {
        if (auto file = left_behind(env_, *now.files, *stands, *step.front().after))
            step.push_back(std::move(*file));
    }
    if (const auto refusal = apply(now, step, run_of(command))) return answer_of(*refusal);
    return saved(step);
}

Answer Desk::on(const SaveText& command) {
    const std::lock_guard one_at_a_time(writing_);
    const View now = view();
    if (const auto refusal = not_writable(now)) return answer_of(*refusal);
    const auto read = now.files->read(command.file);
    if (const auto* refusal = std::get_if<Refusal>(&read)) return answer_of(*refusal);
    const auto& before = std::get<std::optional<std::string>>(read);
    if (before == command.text) return done();
    if (before.value_or("") != command.was)
        return answer_of(Json{{"sentence",
                               "This has been changed outside this window since you saw it. Nothing is "
                               "overwritten: choose which of the two to keep."},
                              {"conflict", true},
                              {"now", before.value_or("")}},
                         409);
    const Step step{{command.file, before, command.text}};
    if (const auto refusal = apply(now, step)) return answer_of(*refusal);
    return saved(step);
}

Answer Desk::on(const Undo&) {
    const std::lock_guard one_at_a_time(writing_);
    const View now = view();
    if (const auto refusal = not_writable(now)) return answer_of(*refusal);
    const auto step = now.files->undo();
    if (const auto* refusal = std::get_if<Refusal>(&step)) return answer_of(*refusal);
    return saved(std::get<Step>(step));
}

Answer Desk::on(const Redo&) {
    const std::lock_guard one_at_a_time(writing_);
    const View now = view();
    if (const auto refusal = not_writable(now)) return answer_of(*refusal);
    const auto step = now.files->redo();
    if (const auto* refusal = std::get_if<Refusal>(&step)) return answer_of(*refusal);
    return saved(std::get<Step>(step));
}

std::vector<std::string> Desk::fonts() const {
    return picture::shipped_fonts(env_, data_folder_);
}

std::variant<Step, Refusal> Desk::logo(const Upload& command, const View& view) const {
    const std::string name = plain_name(command.name);
    if (!ends_with_one_of(name, {".svg", ".png", ".jpg", ".jpeg"}))
        return Refusal{422, "Choose a picture: an SVG, PNG or JPEG file."};
    if (auto refusal = no_picture(name, command.bytes, fonts())) return *refusal;
    const std::string file = "logo" + name.substr(name.rfind('.'));
    auto step = put_file(*view.files, file, command.bytes);
    if (auto* steps = std::get_if<Step>(&step)) {
        if (auto refusal = add_setting(*view.files, {"service", "logo"}, file, *steps)) return *refusal;
    }
    return step;
}

/// Its answer names the file, for the photo that is added next.
Answer Desk::picture(const Upload& command, const View& view) {
    if (const auto refusal = no_picture(plain_name(command.name), command.bytes, fonts()))
        return answer_of(*refusal);
    if (const auto refusal = too_long(plain_name(command.name))) return answer_of(*refusal);
    const auto place = place_of_picture(*view.files, command.name, command.bytes);
    if (const auto* refusal = std::get_if<Refusal>(&place)) return answer_of(*refusal);
    const auto& change = std::get<FileChange>(place);
    if (change.before != change.after) {
        if (const auto refusal = apply(view, {change}, run_of_photo(change.file))) return answer_of(*refusal);
        saved({change});
    }
    return done(Json{{"file", change.file}});
}

std::variant<Step, Refusal> Desk::evidence(const Upload& command, const View& view) const {
    const std::string name = plain_name(command.name);
    if (auto refusal = too_long(name)) return *refusal;
    const auto sheets = sheets_of(name, command.bytes);
    if (const auto* refusal = std::get_if<Refusal>(&sheets)) return *refusal;
    return put_file(*view.files, "evidence/" + name, command.bytes);
}

/// The first sheet becomes sites.csv. It is kept with its faults, each of which names its cell: they are put
/// right in the spreadsheet, which is then chosen again.
std::variant<Step, Refusal> Desk::sites(const Upload& command, const View& view) const {
    const auto sheets = sheets_of(plain_name(command.name), command.bytes);
    if (const auto* refusal = std::get_if<Refusal>(&sheets)) return *refusal;
    auto step =
        put_file(*view.files, "sites.csv", csv_of(std::get<std::vector<sheet::Sheet>>(sheets).front()));
    if (auto* steps = std::get_if<Step>(&step)) {
        if (auto refusal = add_setting(*view.files, {"service", "sites-file"}, "sites.csv", *steps))
            return *refusal;
    }
    return step;
}

Answer Desk::on(const Upload& command) {
    const std::lock_guard one_at_a_time(writing_);
    const View now = view();
    if (const auto refusal = not_writable(now)) return answer_of(*refusal);
    if (command.what == "picture") return picture(command, now);
    const auto step = command.what == "logo"       ? logo(command, now)
                      : command.what == "evidence" ? evidence(command, now)
                                                   : sites(command, now);
    if (const auto* refusal = std::get_if<Refusal>(&step)) return answer_of(*refusal);
    const Step& changes = std::get<Step>(step);
    if (changes.empty()) return done();
    if (const auto refusal = apply(now, changes)) return answer_of(*refusal);
    const Answer out = saved(changes);
    if (command.what != "sites" && command.what != "evidence") return out;
    std::vector<std::string> lines;
    const View after = view();
    const Approach uses = approach(after);
    const Report report =
        command.what == "sites" ? after.session->list("sites", lines) : after.session->check_evidence(lines);
    return done(Json{{"faults", Faults(yaml_, uses, *after.files)(report)}, {"lines", lines}});
}

}  // namespace sayso::serve
