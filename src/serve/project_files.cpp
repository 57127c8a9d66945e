#include "serve/project_files.h"

#include <algorithm>

#include <fmt/format.h>

#include "env/limits.h"

namespace sayso::serve {
namespace {

constexpr std::size_t most_steps = 1'000;
constexpr std::size_t most_kept_bytes = 64u << 20;  // of all texts and pictures in them

Refusal cannot_write(const std::string& file, const IoError& why) {
    return {507,
            fmt::format("“{}” could not be saved: {}. What you typed is still here; try again when that is "
                        "put right.",
                        file, why.reason)};
}

std::size_t size_of(const std::vector<Step>& steps) {
    std::size_t out = 0;
    for (const Step& step : steps) {
        for (const FileChange& change : step)
            out += (change.before ? change.before->size() : 0) + (change.after ? change.after->size() : 0);
    }
    return out;
}

Step turned_round(Step step) {
    std::reverse(step.begin(), step.end());
    for (FileChange& change : step) std::swap(change.before, change.after);
    return step;
}

FileChange* change_of(Step& step, const std::string& file) {
    const auto found =
        std::find_if(step.begin(), step.end(), [&](const FileChange& one) { return one.file == file; });
    return found == step.end() ? nullptr : &*found;
}

/// Whether one step can be taken back with the other: each file that both change, it goes on from where that
/// one left it.
bool goes_on_from(Step& earlier, const Step& step) {
    return std::all_of(step.begin(), step.end(), [&](const FileChange& change) {
        const FileChange* before = change_of(earlier, change.file);
        return before == nullptr || before->after == change.before;
    });
}

}  // namespace

std::optional<std::string> ProjectFiles::file_of(const std::string& path) const {
    const std::string start = folder_.ends_with('/') ? folder_ : folder_ + "/";
    if (!path.starts_with(start)) return std::nullopt;
    return path.substr(start.size());
}

/// The folder that it lies in, or will lie in, is the project's or below it, links resolved.
bool ProjectFiles::lies_inside(const std::string& file) const {
    const auto root = env_.resolve(folder_);
    if (!root) return false;
    std::string place = path(file);
    auto found = env_.resolve(place);
    while (!found && place != folder_ && place != folder_of(place)) {
        place = folder_of(place);
        found = env_.resolve(place);
    }
    return found && (*found == *root || found->starts_with(*root + "/"));
}

std::variant<std::optional<std::string>, Refusal> ProjectFiles::read(const std::string& file) const {
    if (!env_.is_folder(folder_))
        return Refusal{410, "The project's folder is no longer there. Put it back, or open another project."};
    if (!lies_inside(file)) return Refusal{403, fmt::format("“{}” does not lie in the project.", file)};
    if (!env_.is_file(path(file))) return std::optional<std::string>{};
    auto read = env_.read(path(file), limits::picture_file_bytes);
    if (auto* bytes = std::get_if<std::string>(&read)) return std::optional(std::move(*bytes));
    return Refusal{423, fmt::format("“{}” could not be read: {}.", file, std::get<IoError>(read).reason)};
}

std::optional<Refusal> ProjectFiles::put(const Step& step) {
    for (const FileChange& change : step) {
        auto now = read(change.file);
        if (const auto* refusal = std::get_if<Refusal>(&now)) return *refusal;
        if (std::get<0>(now) != change.before)
            return Refusal{409, fmt::format("“{}” has been changed outside this window since.", change.file)};
    }
    for (std::size_t i = 0; i < step.size(); ++i) {
        const FileChange& change = step[i];
        const auto fault = change.after ? env_.write_durably(path(change.file), *change.after)
                                        : env_.remove(path(change.file));
        if (!fault) continue;
        for (std::size_t j = 0; j < i; ++j) {
            if (step[j].before)
                env_.write_durably(path(step[j].file), *step[j].before);
            else
                env_.remove(path(step[j].file));
        }
        return cannot_write(change.file, *fault);
    }
    return std::nullopt;
}

void ProjectFiles::remember() {
    const auto text = [&](const std::string& file) -> std::optional<std::string> {
        if (file.starts_with('.') || file.find("/.") != file.npos) return std::nullopt;  // none that we write
        auto read_now = read(file);
        auto* found = std::get_if<std::optional<std::string>>(&read_now);
        return found != nullptr ? std::move(*found) : std::nullopt;
    };
    steps_ = history_.load(text, most_steps);
    done_ = steps_.size();
}

std::optional<Refusal> ProjectFiles::apply(const Step& step, const std::string& run) {
    if (auto refusal = put(step)) return refusal;
    const bool goes_on = !run.empty() && run == run_ && done_ > 0 && done_ == steps_.size() &&
                         goes_on_from(steps_.back(), step);
    if (goes_on) {
        for (const FileChange& change : step) {
            if (FileChange* earlier = change_of(steps_.back(), change.file))
                earlier->after = change.after;
            else
                steps_.back().push_back(change);
        }
        history_.note_more(step);
        return std::nullopt;
    }
    history_.note_step(step);
    run_ = run;
    steps_.resize(done_);
    steps_.push_back(step);
    while (steps_.size() > most_steps || (steps_.size() > 1 && size_of(steps_) > most_kept_bytes))
        steps_.erase(steps_.begin());
    done_ = steps_.size();
    return std::nullopt;
}

std::variant<Step, Refusal> ProjectFiles::undo() {
    if (!can_undo()) return Refusal{409, "There is nothing to take back."};
    Step back = turned_round(steps_[done_ - 1]);
    if (auto refusal = put(back)) return *refusal;
    run_.clear();
    --done_;
    history_.note_back();
    return back;
}

std::variant<Step, Refusal> ProjectFiles::redo() {
    if (!can_redo()) return Refusal{409, "There is nothing to make again."};
    Step again = steps_[done_];
    if (auto refusal = put(again)) return *refusal;
    ++done_;
    history_.note_step(again);
    return again;
}

}  // namespace sayso::serve
