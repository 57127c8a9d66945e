#include "serve/history.h"

#include <algorithm>
#include <map>

#include "load/utf8.h"
#include "serve/json.h"

namespace sayso::serve {
namespace {

constexpr std::size_t most_journal_bytes = 8u << 20;
constexpr std::size_t most_loaded_bytes = 16u << 20;  // of texts before and after
constexpr std::size_t longest_change = 64u << 10;     // pictures and sheets are not kept

bool goes_on_a_letter(const std::string& text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

/// From which byte on two texts differ, and how many bytes at their ends do not; between letters.
std::pair<std::size_t, std::size_t> common_ends(const std::string& a, const std::string& b) {
    const auto differs = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    auto start = static_cast<std::size_t>(differs.first - a.begin());
    while (start > 0 && (goes_on_a_letter(a, start) || goes_on_a_letter(b, start))) --start;
    const std::size_t most = std::min(a.size(), b.size()) - start;
    std::size_t end = 0;
    while (end < most && a[a.size() - end - 1] == b[b.size() - end - 1]) ++end;
    while (end > 0 && goes_on_a_letter(a, a.size() - end)) --end;
    return {start, end};
}

/// Nothing for what is not kept.
std::optional<Json> json_of(const FileChange& change) {
    if (!change.after) return std::nullopt;
    const std::string before = change.before.value_or("");
    const auto [start, end] = common_ends(before, *change.after);
    const std::string was = before.substr(start, before.size() - end - start),
                      is = change.after->substr(start, change.after->size() - end - start);
    const bool text = !load::first_bad_byte(was) && !load::first_bad_byte(is);
    if (!text || was.size() + is.size() > longest_change) return std::nullopt;
    Json out{{"file", change.file}, {"at", start}, {"was", was}, {"is", is}, {"size", change.after->size()}};
    if (!change.before) out["made"] = true;
    return out;
}

std::string line_of(const char* what, const Step& step) {
    Json out{{"did", what}, {"files", Json::array()}};
    for (const FileChange& change : step) {
        auto one = json_of(change);
        if (!one) return R"({"did":"something else"})";
        out["files"].push_back(*std::move(one));
    }
    return out.dump();
}

std::size_t number_at(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_number_unsigned() ? found->get<std::size_t>() : std::string::npos;
}

/// The lines of one step, oldest first.
using Lines = std::vector<Json>;

std::vector<Lines> read_lines(std::string_view text) {
    std::vector<Lines> out;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        auto json = parse_object(line);
        const std::string did = json ? text_at(*json, "did") : std::string();
        if (did == "step") {
            out.push_back({*std::move(json)});
        } else if (did == "more" && !out.empty()) {
            out.back().push_back(*std::move(json));
        } else if (did == "back") {
            if (!out.empty()) out.pop_back();
        } else {
            out.clear();  // what came before cannot be reached through this
        }
    }
    return out;
}

/// Takes steps back in thought, the newest first.
class Rewind {
  public:
    explicit Rewind(const History::Read& read) : read_(read) {}

    /// Nothing when the files say otherwise than the step left them.
    std::optional<Step> step(const Lines& lines) {
        Step out;
        for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
            const auto files = line->find("files");
            if (files == line->end() || !files->is_array()) return std::nullopt;
            for (auto one = files->rbegin(); one != files->rend(); ++one) {
                if (!one->is_object() || !change(*one, out)) return std::nullopt;
            }
        }
        std::reverse(out.begin(), out.end());
        return out;
    }

  private:
    bool change(const Json& json, Step& step) {
        const std::string file = text_at(json, "file"), was = text_at(json, "was"), is = text_at(json, "is");
        const auto known = now_.try_emplace(file);
        std::optional<std::string>& now = known.first->second;
        if (known.second) now = read_(file);
        const std::size_t at = number_at(json, "at");
        if (!now || now->size() != number_at(json, "size") || at > now->size() ||
            now->compare(at, is.size(), is) != 0)
            return false;
        const auto earlier =
            std::find_if(step.begin(), step.end(), [&](const FileChange& one) { return one.file == file; });
        FileChange& here = earlier != step.end() ? *earlier : step.emplace_back(FileChange{file, {}, now});
        now->replace(at, is.size(), was);
        if (json.contains("made")) now.reset();
        here.before = now;
        return true;
    }

    const History::Read& read_;
    std::map<std::string, std::optional<std::string>> now_;
};

std::size_t size_of(const Step& step) {
    std::size_t out = 0;
    for (const FileChange& change : step)
        out += change.before.value_or("").size() + change.after.value_or("").size();
    return out;
}

}  // namespace

std::vector<Step> History::load(const Read& read, std::size_t most) {
    const auto journal = env_.read(path_, 2 * most_journal_bytes);
    const auto* text = std::get_if<std::string>(&journal);
    if (text == nullptr) return {};
    std::vector<Lines> all = read_lines(*text);
    std::vector<Step> out;
    Rewind rewind(read);
    std::size_t bytes = 0;
    std::string kept;
    while (!all.empty() && out.size() < most) {
        auto step = rewind.step(all.back());
        if (!step || (bytes += size_of(*step)) > most_loaded_bytes) break;
        out.push_back(*std::move(step));
        std::string lines;
        for (const Json& line : all.back()) lines += line.dump() + "\n";
        kept = lines + kept;
        all.pop_back();
    }
    std::reverse(out.begin(), out.end());
    bytes_ = kept.size();
    kept_ = !env_.write(path_, kept);
    return out;
}

void History::add(const std::string& line) {
    if (!kept_) return;
    if (bytes_ + line.size() > most_journal_bytes) {
        kept_ = !env_.write(path_, "");
        bytes_ = 0;
    }
    // With a line missing the others would say what was not so.
    if (kept_ && env_.append(path_, line + "\n")) {
        kept_ = false;
        env_.remove(path_);
    }
    bytes_ += line.size() + 1;
}

void History::note_step(const Step& step) {
    add(line_of("step", step));
}

void History::note_more(const Step& step) {
    add(line_of("more", step));
}

void History::note_back() {
    add(R"({"did":"back"})");
}

}  // namespace sayso::serve
