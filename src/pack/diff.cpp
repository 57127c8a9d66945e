// What changed from one quarter's pack to the next, for the note that goes with it.
#include <algorithm>
#include <cctype>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "pack/line_diff.h"
#include "pack/store.h"
#include "sayso/pack.h"
#include "session/report.h"

namespace sayso {
namespace pack {
namespace {

/// The numbers of a line, in order: "12", "3.5", "1,200".
std::vector<std::string> numbers_in(const std::string& line) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    std::vector<std::string> out;
    for (std::size_t i = 0; i < line.size();) {
        if (!is_digit(line[i])) {
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < line.size() &&
               (is_digit(line[end]) ||
                ((line[end] == '.' || line[end] == ',') && end + 1 < line.size() && is_digit(line[end + 1]))))
            ++end;
        out.push_back(line.substr(i, end - i));
        i = end;
    }
    return out;
}

std::string joined(const std::vector<std::string>& parts) {
    return fmt::format("{}", fmt::join(parts, ", "));
}

/// One change, whichever documents have it.
struct Told {
    std::string before, after;
    auto operator<=>(const Told&) const = default;
};

void tell(const Told& change, std::vector<std::string>& lines) {
    if (!change.before.empty()) lines.push_back("  - " + change.before);
    if (!change.after.empty()) lines.push_back("  + " + change.after);
    const auto before = numbers_in(change.before), after = numbers_in(change.after);
    if (change.before.empty() || change.after.empty() || before == after) return;
    lines.push_back(fmt::format("    numbers: {} → {}", before.empty() ? "none" : joined(before),
                                after.empty() ? "none" : joined(after)));
}

std::string heading_of(const std::vector<std::string>& documents) {
    constexpr std::size_t most = 4;
    if (documents.size() <= most) return joined(documents);
    const std::vector<std::string> some(documents.begin(), documents.begin() + most - 1);
    return fmt::format("{} and {} more documents", joined(some), documents.size() - some.size());
}

class Differ {
  public:
    Differ(Env& env, const std::string& older, const std::string& newer)
        : env_(env), older_(env, older, {}), newer_(env, newer, {}) {}

    Report run(const std::string& older, const std::string& newer, std::vector<std::string>& lines) {
        const auto before = manifest(older_, older), after = manifest(newer_, newer);
        if (before && after) compare(*before, *after, lines);
        return make_report({}, faults_, {});
    }

  private:
    std::optional<Manifest> manifest(const Store& store, const std::string& folder) {
        const auto text = store.read(manifest_path(1, 1));
        auto out = text ? manifest_from_json(*text) : std::nullopt;
        if (out) return out;
        if (!env_.is_folder(folder)) {
            faults_.error("no-folder", {}, fmt::format("there is no folder \"{}\"", folder),
                          "name the folders of two packs");
        } else {
            faults_.error("no-pack", {}, fmt::format("there is no finished pack in \"{}\"", folder),
                          store.exists()
                              ? "run `sayso pack` on it again, to its end; shards want `sayso pack merge`"
                              : "make one with: sayso pack PROJECT -o DIR");
        }
        return out;
    }

    void compare(const Manifest& before, const Manifest& after, std::vector<std::string>& lines) {
        std::map<std::string, const DocumentEntry*> old;
        for (const DocumentEntry& document : before.documents) old.emplace(document.path, &document);
        std::vector<std::string> came, looks;
        for (const DocumentEntry& document : after.documents) {
            const auto found = old.find(document.path);
            if (found == old.end()) {
                came.push_back(document.path);
                continue;
            }
            const Fingerprint& was = found->second->inputs;
            if (was.words != document.inputs.words) {
                compare_evidence(found->second->account, document);
                compare_words(document.path);
            } else if (was.looks != document.inputs.looks) {
                looks.push_back(document.path);
            }
            old.erase(found);
        }
        std::vector<std::string> gone;
        for (const auto& [path, document] : old) gone.push_back(path);
        for (const auto& [title, paths] : {std::pair{"new", &came}, std::pair{"gone", &gone},
                                           std::pair{"only the look changed", &looks}}) {
            for (const std::string& path : *paths) lines.push_back(fmt::format("{}: {}", title, path));
        }
        for (const auto& [change, documents] : documents_by_evidence_)
            lines.push_back(fmt::format("{}: {}", change, heading_of(documents)));
        tell_words(lines);
    }

    /// What changed of the evidence, by name.
    void compare_evidence(const evidence::Account& before, const DocumentEntry& after) {
        std::map<std::pair<std::string, std::string>, Told> changes;
        for (const evidence::Printed& each : account::telling(before))
            changes[{each.what, each.id}].before = each.text;
        for (const evidence::Printed& each : account::telling(after.account))
            changes[{each.what, each.id}].after = each.text;
        for (const auto& [name, change] : changes) {
            if (change.before != change.after)
                documents_by_evidence_[words_of(name.first + " " + name.second, change)].push_back(
                    after.path);
        }
    }

    /// The words of a chart are its whole table: that it changed is enough.
    static std::string words_of(const std::string& name, const Told& change) {
        const bool is_chart = name.starts_with("chart ");
        if (change.before.empty()) return name + " is new" + (is_chart ? "" : ": " + change.after);
        if (change.after.empty()) return name + " is gone" + (is_chart ? "" : ": " + change.before);
        return is_chart ? name + " has other figures"
                        : fmt::format("{} changed: {} → {}", name, change.before, change.after);
    }

    void compare_words(const std::string& path) {
        const auto before = older_.read(words_path(path)), after = newer_.read(words_path(path));
        if (!before || !after) {
            faults_.error("no-words", {}, fmt::format("the words of \"{}\" are not in both packs", path),
                          "run `sayso pack` on them again");
            return;
        }
        std::vector<Told> changes;
        for (LineChange& one : line_changes(lines_of(*before), lines_of(*after)))
            changes.push_back({std::move(one.before), std::move(one.after)});
        documents_by_changes_[changes].push_back(path);
    }

    void tell_words(std::vector<std::string>& lines) const {
        // In the order of the pack, by the first document that has them.
        std::vector<std::pair<std::vector<std::string>, const std::vector<Told>*>> order;
        for (const auto& [changes, documents] : documents_by_changes_)
            order.emplace_back(documents, &changes);
        std::sort(order.begin(), order.end());
        for (const auto& [documents, changes] : order) {
            lines.push_back(fmt::format("changed: {}", heading_of(documents)));
            for (const Told& change : *changes) tell(change, lines);
        }
    }

    Env& env_;
    Store older_, newer_;
    Diagnostics faults_;
    std::map<std::vector<Told>, std::vector<std::string>> documents_by_changes_;
    std::map<std::string, std::vector<std::string>> documents_by_evidence_;
};

}  // namespace
}  // namespace pack

Report diff_packs(Env& env, const std::string& older, const std::string& newer,
                  std::vector<std::string>& lines) {
    return pack::Differ(env, older, newer).run(older, newer, lines);
}

}  // namespace sayso
