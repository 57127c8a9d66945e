// The only file that sees yaml-cpp. Its events (never its nodes) build a Value, so that places, repeated
// keys, depth and the size of what aliases expand to stay in our hands.
//
// Events carry one mark, of where a value begins. Three things have to be read from the text itself: where a
// scalar ends (Text::scalar), whether a quote was ever closed (Text::lacks_closing_quote: the library takes
// the end of the file for one), and how deep brackets lie (skim.h: the library's own count comes after it has
// kept them all). What a fault is really about is guessed in yaml_fault.cpp.
#include <algorithm>
#include <istream>
#include <map>
#include <streambuf>

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include "base/utf8.h"
#include "env/limits.h"
#include "load/parsed_ahead.h"
#include "load/skim.h"
#include "load/utf8.h"
#include "load/value.h"
#include "load/yaml_fault.h"

namespace sayso::load {
namespace {

/// Thrown through yaml-cpp's parser, which knows no other way to be stopped, after a fault was reported.
struct Stop {};

/// The text without a byte order mark, and the way from yaml-cpp's marks to our spans.
class Text {
  public:
    Text(std::uint32_t source, std::string_view text) : source_(source), text_(text) {
        if (text_.starts_with(byte_order_mark)) text_.remove_prefix(byte_order_mark.size());
        skipped_ = text.size() - text_.size();
    }

    std::string_view bytes() const { return text_; }

    Span at(const YAML::Mark& mark, std::size_t length = 1) const {
        return span(static_cast<std::size_t>(mark.line), static_cast<std::size_t>(mark.column), length);
    }

    Span at(std::size_t byte, std::size_t length) const {
        const std::string_view before = text_.substr(0, byte);
        const auto lines = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
        const std::size_t start = lines == 0 ? 0 : before.rfind('\n') + 1;
        return span(lines, byte - start, length);
    }

    /// What stands at a mark, up to the line's end, but never more than a bounded look ahead: a whole file
    /// may be one line with a hundred thousand values.
    std::string_view ahead(const YAML::Mark& mark, std::size_t most = 200) const {
        return rest_of_line(
            text_.substr(0, std::min(text_.size(), static_cast<std::size_t>(mark.pos) + most)),
            static_cast<std::size_t>(mark.pos));
    }

    /// A scalar as it stands in the text, up to the end of its first line.
    Span scalar(const YAML::Mark& mark, const std::string& value) const {
        const std::string_view line = ahead(mark, 2 * value.size() + 200);
        if (line.empty() || line[0] == '|' || line[0] == '>') return at(mark);
        if (line[0] == '"' || line[0] == '\'') return at(mark, end_of_quoted(line, 0).value_or(line.size()));
        if (line.starts_with(value)) return at(mark, std::max<std::size_t>(1, value.size()));
        return at(mark, std::min(line.find(" #"), line.size()));
    }

    /// yaml-cpp takes the end of the file for a closing quote.
    bool lacks_closing_quote(const YAML::Mark& mark) const {
        const auto byte = static_cast<std::size_t>(mark.pos);
        if (byte >= text_.size() || (text_[byte] != '"' && text_[byte] != '\'')) return false;
        return !end_of_quoted(text_, byte);
    }

  private:
    Span span(std::size_t line, std::size_t column, std::size_t length) const {
        if (line == 0) column += skipped_;
        return {source_, static_cast<std::uint32_t>(line + 1), static_cast<std::uint32_t>(column + 1),
                static_cast<std::uint32_t>(length)};
    }

    std::uint32_t source_;
    std::string_view text_;
    std::size_t skipped_ = 0;
};

/// What a value costs when an alias repeats it.
struct Weight {
    std::size_t values = 0, bytes = 0, depth = 0;
};

Weight weigh(const Value& value) {
    Weight sum{1, value.scalar.size(), 1};
    const auto add = [&](const Value& child) {
        const Weight w = weigh(child);
        sum.values += w.values;
        sum.bytes += w.bytes;
        sum.depth = std::max(sum.depth, w.depth + 1);
    };
    for (const Value& item : value.items) add(item);
    for (const Entry& entry : value.entries) {
        add(entry.value);
        sum.bytes += entry.key.size();
    }
    return sum;
}

class Builder final : public YAML::EventHandler {
  public:
    Builder(const Text& text, const std::string& lang, Diagnostics& diagnostics)
        : text_(text), lang_(lang), diagnostics_(diagnostics) {}

    Value take() {
        report_unused_anchors();
        return std::move(root_);
    }

    /// The innermost collection that is still open.
    std::optional<std::size_t> opened() const {
        if (open_.empty()) return std::nullopt;
        return open_.back().byte;
    }

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (++documents_ == 1) return;
        const auto byte = static_cast<std::size_t>(mark.pos);
        if (text_.bytes().substr(byte).starts_with("---")) {
            stop("second-document", text_.at(mark, 3), "a second document begins here",
                 "a file holds one document: remove the \"---\" or make two files");
        }
        stop("yaml-syntax", text_.at(mark, text_.ahead(mark).size()),
             "this does not belong to what stands above it",
             "line up the keys that belong together, and begin each with a letter or a quote");
    }
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { add({}, text_.at(mark), anchor); }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        const auto found = anchored_.find(anchor);
        const std::string_view written = text_.ahead(mark);
        const Span span = text_.at(mark, std::min(written.find_first_of(" ,]}#"), written.size()));
        if (found == anchored_.end())
            stop("yaml-alias", text_.at(mark), "a value cannot hold a repeat of itself",
                 "write the value out");
        found->second.repeated = true;
        charge(found->second.weight, span);
        Value copy = found->second.value;
        place(std::move(copy));
    }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& text) override {
        if (text_.lacks_closing_quote(mark)) {
            stop("yaml-syntax", text_.at(mark), "this text has no closing quote",
                 "add the closing quote; a double quote inside a text is written \\\"");
        }
        Value value;
        value.kind = Value::Kind::scalar;
        value.scalar = text;
        value.quoted = tag != "?";
        check_tag(tag, mark);
        add(std::move(value), text_.scalar(mark, text), anchor);
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(Value::Kind::sequence, mark, tag, anchor);
    }
    void OnSequenceEnd() override { close(); }

    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        open(Value::Kind::map, mark, tag, anchor);
    }
    void OnMapEnd() override { close(); }

  private:
    struct Open {
        Value value;
        YAML::anchor_t anchor = YAML::NullAnchor;
        std::size_t byte = 0;
        std::map<std::string, Span> keys;  // seen so far
        bool has_key = false;              // the next value belongs to `key`
        std::string key;
        Span key_span;
    };
    struct Anchored {
        Value value;
        Weight weight;
        bool repeated = false;
    };

    [[noreturn]] void stop(std::string code, Span span, std::string message, std::string hint) {
        diagnostics_.error(std::move(code), span, std::move(message), std::move(hint));
        throw Stop{};
    }

    void charge(const Weight& weight, Span span) {
        values_ += weight.values;
        bytes_ += weight.bytes;
        if (values_ > limits::yaml_values || bytes_ > limits::yaml_file_bytes) {
            stop("yaml-too-large", span,
                 "the file grows too large here, with everything that is repeated by \"*\"",
                 "write fewer repeats, or make two files");
        }
        if (open_.size() + weight.depth > limits::yaml_depth) {
            stop("yaml-too-deep", span,
                 fmt::format("more than {} levels lie within one another here", limits::yaml_depth),
                 "bring the inner levels up");
        }
    }

    void check_tag(const std::string& tag, const YAML::Mark& mark) {
        if (tag.empty() || tag == "?" || tag == "!" || tag == "tag:yaml.org,2002:str") return;
        const std::string_view line = text_.ahead(mark);
        const std::string_view written = line.substr(0, line.find(' '));
        diagnostics_.error("yaml-tag", text_.at(mark, written.size()),
                           fmt::format("unknown tag \"{}\"", written),
                           "put double quotes around a text that begins with \"!\"");
    }

    void open(Value::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
        check_tag(tag, mark);
        const Span span = text_.at(mark);
        charge({1, 0, 1}, span);
        if (!open_.empty() && open_.back().value.kind == Value::Kind::map && !open_.back().has_key) {
            stop("yaml-key", span, "a key must be a plain word",
                 "a text that begins with \"{\" or \"[\" needs double quotes around all of it");
        }
        Open& top = open_.emplace_back();
        top.value.kind = kind;
        top.value.span = span;
        top.value.lang = lang_;
        top.anchor = anchor;
        top.byte = static_cast<std::size_t>(mark.pos);
    }

    void close() {
        Open done = std::move(open_.back());
        open_.pop_back();
        remember(done.anchor, done.value);
        place(std::move(done.value));
    }

    void add(Value value, Span span, YAML::anchor_t anchor) {
        value.span = span;
        value.lang = lang_;
        charge({1, value.scalar.size(), 1}, span);
        if (value.kind == Value::Kind::null && !open_.empty() && open_.back().has_key)
            value.span = open_.back().key_span;  // an absent value has no place of its own
        remember(anchor, value);
        place(std::move(value));
    }

    void remember(YAML::anchor_t anchor, const Value& value) {
        if (anchor == YAML::NullAnchor) return;
        Anchored kept{value, weigh(value), false};
        charge({kept.weight.values, kept.weight.bytes, 0}, value.span);
        anchored_.insert_or_assign(anchor, std::move(kept));
    }

    /// "name: &Willow House" would say "House": a text whose first word is taken for a name that nothing asks
    /// for.
    void report_unused_anchors() {
        for (const auto& [anchor, kept] : anchored_) {
            const bool is_text =
                kept.value.kind == Value::Kind::scalar || kept.value.kind == Value::Kind::null;
            if (kept.repeated || !is_text) continue;
            diagnostics_.error("unused-anchor", kept.value.span,
                               "a text that begins with \"&\" is read as the name of a value",
                               "put double quotes around the whole text");
        }
    }

    void place(Value value) {
        if (!open_.empty() &&
            open_.back().value.items.size() + open_.back().keys.size() >= limits::yaml_children) {
            stop("yaml-too-large", value.span,
                 fmt::format("more than {} items stand in one list here", limits::yaml_children),
                 "make two lists");
        }
        if (open_.empty()) {
            root_ = std::move(value);
        } else if (open_.back().value.kind == Value::Kind::sequence) {
            open_.back().value.items.push_back(std::move(value));
        } else if (open_.back().has_key) {
            place_at_key(open_.back(), std::move(value));
        } else {
            take_key(open_.back(), value);
        }
    }

    void take_key(Open& map, const Value& key) {
        if (key.kind == Value::Kind::null)
            stop("yaml-key", key.span, "a key is missing before this colon", "write a word before the colon");
        if (key.kind != Value::Kind::scalar) stop("yaml-key", key.span, "a key must be a plain word", {});
        if (key.scalar == "<<" && !key.quoted)
            stop("yaml-key", key.span, "the merge key \"<<\" is not used here", "write the keys out");
        map.has_key = true;
        map.key = key.scalar;
        map.key_span = key.span;
        if (map.keys.empty() && map.value.span.column == key.span.column &&
            map.value.span.line == key.span.line)
            map.value.span.length = key.span.length;
    }

    void place_at_key(Open& map, Value value) {
        map.has_key = false;
        const auto [first, is_new] = map.keys.emplace(map.key, map.key_span);
        if (is_new) {
            map.value.entries.push_back({std::move(map.key), map.key_span, std::move(value)});
            return;
        }
        if (diagnostics_.errors() > limits::errors_shown) throw Stop{};
        diagnostics_
            .error("duplicate-key", map.key_span, fmt::format("\"{}\" is written twice", map.key),
                   "keep one of the two")
            .notes.push_back({first->second, "the first is here"});
    }

    const Text& text_;
    const std::string& lang_;
    Diagnostics& diagnostics_;
    Value root_;
    std::vector<Open> open_;
    std::map<YAML::anchor_t, Anchored> anchored_;
    std::size_t values_ = 0, bytes_ = 0;
    int documents_ = 0;
};

/// Reads a text in place: std::istringstream would copy it.
class ViewBuffer final : public std::streambuf {
  public:
    explicit ViewBuffer(std::string_view text) {
        char* begin = const_cast<char*>(text.data());  // a get area is never written to
        setg(begin, begin, begin + text.size());
    }
};

/// Files that are no UTF-8 from their first byte on: what they are, and what to do about it. Empty for
/// others.
std::pair<std::string_view, std::string_view> foreign_kind(std::string_view text) {
    constexpr std::string_view as_text = "save it as UTF-8: editors offer this as \"encoding\"";
    constexpr std::string_view no_yaml = "name a YAML file, which is plain text";
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) return {"a text in UTF-16", as_text};
    if (text.starts_with("\x89PNG") || text.starts_with("\xFF\xD8") || text.starts_with("GIF8"))
        return {"a picture", no_yaml};
    if (text.starts_with("%PDF")) return {"a PDF", no_yaml};
    if (text.starts_with("PK\x03\x04"))
        return {"a ZIP file, as word processors and spreadsheets save them", no_yaml};
    const std::string_view start = text.substr(0, 512);
    const auto zeros = static_cast<std::size_t>(std::count(start.begin(), start.end(), '\0'));
    if (zeros * 3 > start.size()) return {"a text in UTF-16", as_text};  // every second byte
    if (zeros * 20 > start.size()) return {"no text", no_yaml};
    return {};
}

bool is_well_encoded(std::uint32_t source, std::string_view text, Diagnostics& diagnostics) {
    const auto bad = first_bad_byte(text);
    if (!bad) return true;
    if (const auto [what, hint] = foreign_kind(text); !what.empty()) {
        diagnostics.error("not-utf8", {source, 0, 0, 0}, fmt::format("this file is {}", what),
                          std::string(hint));
        return false;
    }
    const Span span =
        Text(source, text).at(*bad - (text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0), 1);
    const auto byte = static_cast<unsigned char>(text[*bad]);
    if (byte < 0x80) {
        diagnostics.error("control-character", span,
                          fmt::format("the control character 0x{:02X} stands here", byte),
                          "remove it; if the whole file is like this, save it as UTF-8");
    } else {
        diagnostics.error("not-utf8", span, fmt::format("the byte 0x{:02X} is not UTF-8", byte),
                          "save the file as UTF-8: editors offer this as \"encoding\"");
    }
    return false;
}

}  // namespace

std::optional<Value> parse_yaml(std::uint32_t source, std::string_view bytes, const std::string& lang,
                                Diagnostics& diagnostics) {
    if (auto ahead = parsed_ahead(shipped_ahead(), bytes, source, lang)) return ahead;
    if (!is_well_encoded(source, bytes, diagnostics)) return std::nullopt;
    const Text text(source, bytes);
    if (const auto bracket = first_flow_too_deep(text.bytes(), limits::yaml_open_flows)) {
        diagnostics.error(
            "yaml-too-deep", text.at(*bracket, 1),
            fmt::format("more than {} brackets are open here, one within another", limits::yaml_open_flows),
            "close each \"[\" with \"]\" and each \"{\" with \"}\"");
        return std::nullopt;
    }
    Builder builder(text, lang, diagnostics);
    ViewBuffer buffer(text.bytes());
    std::istream stream(&buffer);
    try {
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(builder)) continue;
    } catch (const Stop&) {
        return std::nullopt;
    } catch (const YAML::Exception& fault) {
        const YamlFault plain = explain_yaml_fault(
            fault.msg, text.bytes(), static_cast<std::size_t>(fault.mark.pos), builder.opened());
        diagnostics.error("yaml-syntax", text.at(plain.at, plain.length), plain.message, plain.hint);
        return std::nullopt;
    }
    Value root = builder.take();
    if (!root.span) root.span = {source, 1, 1, 1};
    root.lang = lang;
    return root;
}

}  // namespace sayso::load
