#include "support/pdf_ua_2.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "support/pdf_rules.h"

namespace sayso::test {
namespace {

constexpr std::string_view of_1_7 = "http://iso.org/pdf/ssn", of_2_0 = "http://iso.org/pdf2/ssn";

/// A code point of the Unicode Private Use Area of the first plane: U+E000 to U+F8FF, in UTF-8.
bool has_private_use(std::string_view text) {
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        const auto first = static_cast<unsigned char>(text[i]),
                   second = static_cast<unsigned char>(text[i + 1]);
        if (first == 0xEE || (first == 0xEF && second <= 0xA3)) return true;
    }
    return false;
}

class Checker {
  public:
    Checker(const PdfFile& file, std::string_view bytes) : file_(file), bytes_(bytes) {}

    std::vector<std::string> check() {
        check_file();
        check_namespaces();
        for (const PdfElement& e : file_.elements) check_element(e);
        check_notes();
        for (const PdfPage& page : file_.pages)
            for (const PdfAnnotation& a : page.annotations) check_annotation(a);
        for (const PdfBookmark& b : file_.bookmarks) {
            require(is_element(b.element), "UA 8.8: a bookmark leads to no structure element");
            check_words(b.title);
        }
        return std::move(faults_);
    }

  private:
    void require(bool holds, std::string words) {
        if (!holds) faults_.push_back(std::move(words));
    }
    bool is_element(int object) const {
        return std::ranges::find(file_.elements, object, &PdfElement::object) != file_.elements.end();
    }
    const PdfElement* element_of(int object) const {
        const auto found = std::ranges::find(file_.elements, object, &PdfElement::object);
        return found == file_.elements.end() ? nullptr : &*found;
    }
    const PdfElement* parent_of(const PdfElement& e) const {
        return e.parent < 0 ? nullptr : &file_.elements.at(static_cast<std::size_t>(e.parent));
    }
    std::vector<const PdfElement*> children(const PdfElement& e) const {
        std::vector<const PdfElement*> found;
        for (const PdfKid& kid : e.kids)
            if (kid.kind == PdfKid::Kind::element)
                found.push_back(&file_.elements.at(static_cast<std::size_t>(kid.index)));
        return found;
    }
    void check_words(std::string_view words) {
        require(!has_private_use(words), "UA 8.6: words have characters of private use");
    }

    void check_file() {
        const bool begins = bytes_.size() > 14 && bytes_.starts_with("%PDF-2.") && bytes_[7] >= '0' &&
                            bytes_[7] <= '9' && bytes_[8] == '\n' && bytes_[9] == '%';
        require(begins, "A 6.1.2: the file does not begin as PDF 2.0");
        for (std::size_t i = 10; i < 14 && i < bytes_.size(); ++i)
            require(static_cast<unsigned char>(bytes_[i]) > 127, "A 6.1.2: the second line is not binary");
        require(bytes_.ends_with("%%EOF") || bytes_.ends_with("%%EOF\n") || bytes_.ends_with("%%EOF\r\n"),
                "A 6.1.3: something follows the end of the file");
        require(!file_.has_info, "A 6.1.3: there is an information dictionary");
        for (const std::string& key : file_.old_keys)
            require(false, fmt::format("ISO 32000-2: {} is a thing of the past", key));
        check_words(file_.xmp);
    }

    void check_namespaces() {
        require(!file_.maps_across_namespaces, "UA 8.2.4: types are mapped to others");
        for (const auto& [type, before] : file_.role_map)
            require(!is_type_of_1_7(type) && (is_type_of_1_7(before) || before == "Note"),
                    "UA 8.2.4: a type of PDF 1.7 is mapped to another");
        std::set<std::string> used;
        for (const PdfElement& e : file_.elements) used.insert(e.space);
        const std::set<std::string> said(file_.namespaces.begin(), file_.namespaces.end());
        require(said.size() == file_.namespaces.size(), "UA 8.2.4: a namespace is declared twice");
        require(used == said, "UA 8.2.4: the namespaces declared are not those used");
        int tops = 0;
        for (const PdfElement& e : file_.elements) {
            if (e.parent >= 0) continue;
            ++tops;
            require(e.type == "Document" && e.space == of_2_0,
                    "UA 8.2.5.2: the root holds something other than a Document of PDF 2.0");
        }
        require(tops == 1, "UA 8.2.5.2: the root does not hold one Document");
    }

    void check_element(const PdfElement& e) {
        const bool known =
            (e.space == of_2_0 && is_type_of_2_0(e.type)) || (e.space == of_1_7 && is_type_of_1_7(e.type));
        require(known, fmt::format("UA 8.2.4: {} is no type of the namespace \"{}\"", e.type, e.space));
        require(e.space != of_1_7 || !is_type_of_2_0(e.type),
                fmt::format("UA 8.2.4: {} is of PDF 1.7 needlessly", e.type));
        require(e.type != "H", "UA 8.2.5.12: H is used");
        require(e.type != "Note", "UA 8.2.5.14: Note is used");
        for (const std::string* words : {&e.alt, &e.actual_text})
            require(!has_private_use(*words), "UA 8.4.3: a replacement has characters of private use");
        const std::vector<const PdfElement*> kids = children(e);
        for (std::size_t i = 1; i + 1 < kids.size(); ++i)
            require(kids[i]->type != "Caption",
                    fmt::format("UA 8.2.5.27: a Caption is neither first nor last in {}", e.type));
        if (e.type == "Caption") check_caption(e);
        if (e.type == "Table") check_table(e);
        if (e.type == "Link") check_link(e);
        for (const PdfKid& kid : e.kids) check_mark(kid, e);
    }

    /// Of a table, in it; of a figure, in a group with it.
    void check_caption(const PdfElement& e) {
        const PdfElement* const parent = parent_of(e);
        const bool of_table = parent && parent->type == "Table";
        const bool of_figure = parent && parent->type == "Div" && children(*parent).front()->type == "Figure";
        require(of_table || of_figure, "UA 8.2.5.27: a Caption is of nothing");
    }

    /// Each data cell has a header above it, or before it in its row, by Scope.
    void check_table(const PdfElement& table) {
        std::map<std::size_t, bool> above;  // by column
        for (const PdfElement* row : children(table)) {
            bool before = false;
            std::size_t column = 0;
            for (const PdfElement* cell : children(*row)) {
                const auto scope = cell->attributes.find("Table.Scope");
                const std::string said = scope == cell->attributes.end() ? "" : scope->second;
                if (cell->type == "TH") {
                    above[column] = above[column] || said == "/Column" || said == "/Both";
                    before = before || said == "/Row" || said == "/Both";
                }
                if (cell->type == "TD")
                    require(before || above[column], "UA 8.2.5.26: a cell has no header to be told by");
                ++column;
            }
        }
    }

    /// What the annotations of one element lead to.
    void check_link(const PdfElement& e) {
        std::set<std::tuple<std::string, int, int>> targets;
        for (const PdfKid& kid : e.kids) {
            if (kid.kind != PdfKid::Kind::annotation || kid.page < 0) continue;
            for (const PdfAnnotation& a : file_.pages.at(static_cast<std::size_t>(kid.page)).annotations)
                if (a.object == kid.index) targets.emplace(a.uri, a.target_page, a.target_element);
        }
        require(targets.size() <= 1, "UA 8.2.5.20: one Link leads to several places");
    }

    void check_mark(const PdfKid& kid, const PdfElement& e) {
        if (kid.kind != PdfKid::Kind::mark || kid.page < 0) return;
        const auto& marks = file_.pages.at(static_cast<std::size_t>(kid.page)).marks;
        const auto mark = marks.find(kid.index);
        if (mark == marks.end()) return;
        require(!has_private_use(mark->second.text) || !e.alt.empty() || !e.actual_text.empty(),
                "UA 8.4.3: content of private use has no replacement");
        require((mark->second.tag == "Artifact") == (e.type == "Artifact"),
                "UA 8.2.2: content is an artifact by its mark and not by its element, or the other way");
    }

    void check_notes() {
        for (const PdfElement& e : file_.elements) {
            for (const int object : e.mentions) {
                const PdfElement* const other = element_of(object);
                if (!other) {
                    require(false, fmt::format("UA 8.2.5.14: {} mentions what is not there", e.type));
                    continue;
                }
                const bool back = std::ranges::find(other->mentions, e.object) != other->mentions.end();
                require(back, fmt::format("UA 8.2.5.14: {} mentions {}, which does not know of it", e.type,
                                          other->type));
            }
            if (e.type != "FENote") continue;
            const auto type = e.attributes.find("FENote.NoteType");
            require(type != e.attributes.end() && type->second == "/Endnote",
                    "UA 8.2.5.14: FENote has no type");
            require(!e.mentions.empty(), "UA 8.2.5.14: nothing refers to a FENote");
        }
    }

    void check_annotation(const PdfAnnotation& a) {
        check_words(a.contents);
        require(a.action == "URI" || a.action == "GoTo", "A 6.6.1: an action that is no URI and no GoTo");
        if (a.uri.empty()) {
            require(a.target_page >= 0, "UA 8.8: a link leads to no page");
            require(is_element(a.target_element), "UA 8.8: a link leads to no structure element");
        }
    }

    const PdfFile& file_;
    std::string_view bytes_;
    std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> ua_2_faults(const PdfFile& file, std::string_view bytes) {
    return Checker(file, bytes).check();
}

}  // namespace sayso::test
