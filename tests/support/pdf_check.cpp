#include "support/pdf_check.h"

#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include <fmt/format.h>

#include "support/pdf_reader.h"
#include "support/pdf_rules.h"
#include "support/pdf_ua_2.h"
#include "support/pdf_xmp.h"

namespace sayso::test {
namespace {

bool is_blank(const std::string& text) {
    return plain(text).empty();
}

bool is_language_tag(const std::string& tag) {
    static const std::regex form("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");
    return std::regex_match(tag, form);
}

class Checker {
  public:
    Checker(const PdfFile& file, PdfRules rules) : file_(file), rules_(rules) {}

    std::vector<std::string> check() {
        for (const std::string& each : file_.faults) fault(each);
        check_document();
        if (rules_ == PdfRules::ua_1) check_that_it_is_old();
        check_profile();
        for (const PdfFont& font : file_.fonts)
            for (const std::string& each : font.faults) fault(each);
        for (std::size_t i = 0; i < file_.pages.size(); ++i) check_page(static_cast<int>(i));
        for (std::size_t i = 0; i < file_.elements.size(); ++i) check_element(static_cast<int>(i));
        check_headings();
        check_marks();
        check_annotations();
        check_bookmarks();
        return std::move(faults_);
    }

  private:
    void fault(std::string words) { faults_.push_back(std::move(words)); }
    void require(bool holds, std::string words) {
        if (!holds) fault(std::move(words));
    }
    const PdfElement& element(int index) const { return file_.elements.at(static_cast<std::size_t>(index)); }
    std::string type_of(int index) const { return index < 0 ? std::string{} : element(index).type; }

    void check_document() {
        require(!file_.encrypted, "the file is encrypted");
        require(file_.has_id, "there is no file identifier");
        require(file_.marked, "MarkInfo does not say Marked");
        require(is_language_tag(file_.lang), "the document's language is missing or malformed");
        require(file_.shows_title, "DisplayDocTitle is not true");
        require(!file_.pages.empty(), "there are no pages");
        for (std::string& each : xmp_faults(file_.xmp, file_.info, rules_)) fault(std::move(each));
    }

    /// PDF 1.7 and what it has.
    void check_that_it_is_old() {
        require(file_.version <= "1.7" && file_.version.size() == 3, "the version is not 1.7 or less");
        require(file_.namespaces.empty(), "PDF 1.7 has no namespaces");
        for (const PdfElement& e : file_.elements) {
            require(is_type_of_1_7(e.type), fmt::format("{} is no standard structure type", e.type));
            check_captions(e);
        }
        for (const PdfPage& page : file_.pages)
            for (const PdfAnnotation& a : page.annotations)
                require(a.action.empty() || a.action == "URI", "an action that is no URI");
    }

    /// ICC.1:2010, 7.2: size, class, colour space, "acsp".
    void check_profile() {
        const std::string& profile = file_.output_profile;
        require(file_.output_subtype == "GTS_PDFA1", "there is no output intent of PDF/A");
        if (profile.size() < 132) return fault("the output profile is missing or cut off");
        std::size_t size = 0;
        for (std::size_t i = 0; i < 4; ++i) size = size << 8 | static_cast<unsigned char>(profile[i]);
        require(size == profile.size(), "the output profile gives a wrong size");
        require(profile.substr(12, 8) == "mntrRGB ", "the output profile is not of an RGB display");
        require(profile.substr(36, 4) == "acsp", "the output profile is none");
    }

    void check_page(int number) {
        const PdfPage& page = file_.pages[static_cast<std::size_t>(number)];
        for (const std::string& each : page.faults) fault(fmt::format("page {}: {}", number + 1, each));
        require(page.tabs == "S",
                fmt::format("page {}: tab order does not follow the structure", number + 1));
        require(page.marks.empty() || page.struct_parents >= 0,
                fmt::format("page {}: no StructParents", number + 1));
        int next = 0;
        for (const auto& [id, mark] : page.marks) {
            require(id == next++,
                    fmt::format("page {}: marked content is not numbered from 0 without gaps", number + 1));
            require(mark.draws, fmt::format("page {}: MCID {} holds nothing", number + 1, id));
        }
    }

    void check_element(int index) {
        const PdfElement& e = element(index);
        const std::string parent = type_of(e.parent);
        require(e.parent_agrees, fmt::format("{}: P is another element than the one that holds it", e.type));
        require(may_stand_in(e.type, parent),
                fmt::format("{} stands in {}", e.type, parent.empty() ? "the root" : parent));
        require(e.lang.empty() || is_language_tag(e.lang),
                fmt::format("{}: \"{}\" is no language", e.type, e.lang));
        const bool may_be_empty = e.type == "TD" || e.type == "TH";
        require(may_be_empty || !e.kids.empty(), fmt::format("{} is empty", e.type));
        for (const PdfKid& kid : e.kids) {
            if (kid.kind == PdfKid::Kind::mark)
                require(may_hold_content(e.type), fmt::format("{} holds content itself", e.type));
            if (kid.kind == PdfKid::Kind::annotation)
                require(e.type == "Link", fmt::format("an annotation stands in {}", e.type));
        }
        if (e.type == "L") check_list(e);
        if (e.type == "Table") check_table(e);
        if (e.type == "TH") check_header(e);
        if (e.type == "Figure") check_figure(e);
        if (e.type == "Link") check_link(e);
    }

    std::vector<int> children(const PdfElement& e) const {
        std::vector<int> found;
        for (const PdfKid& kid : e.kids)
            if (kid.kind == PdfKid::Kind::element) found.push_back(kid.index);
        return found;
    }
    int count(const PdfElement& e, std::string_view type) const {
        return static_cast<int>(
            std::ranges::count_if(children(e), [&](int kid) { return type_of(kid) == type; }));
    }

    /// Outside lists and tables a Caption is the next sibling of its Figure.
    void check_captions(const PdfElement& e) {
        if (e.type == "L" || e.type == "Table") return;
        const std::vector<int> kids = children(e);
        for (std::size_t i = 0; i < kids.size(); ++i)
            require(type_of(kids[i]) != "Caption" || (i > 0 && type_of(kids[i - 1]) == "Figure"),
                    "a Caption does not follow a Figure");
    }

    void check_list(const PdfElement& e) {
        static const std::set<std::string> known{"/None",       "/Disc",       "/Circle",
                                                 "/Square",     "/Decimal",    "/UpperRoman",
                                                 "/LowerRoman", "/UpperAlpha", "/LowerAlpha"};
        const auto numbering = e.attributes.find("List.ListNumbering");
        require(numbering == e.attributes.end() || known.contains(numbering->second),
                "L: an unknown ListNumbering");
        for (const int index : children(e)) {
            const PdfElement& item = element(index);
            require(count(item, "Lbl") <= 1 && count(item, "LBody") == 1,
                    "LI has not one LBody and at most one Lbl");
            const bool labelled = count(item, "Lbl") == 1;
            require(!labelled || (numbering != e.attributes.end() && numbering->second != "/None"),
                    "L has labels and says that it has none");
        }
    }

    void check_table(const PdfElement& e) {
        const std::vector<int> kids = children(e);
        std::set<std::size_t> widths;
        int headers = 0;
        for (std::size_t i = 0; i < kids.size(); ++i) {
            if (type_of(kids[i]) == "Caption") {
                require(i == 0 || i + 1 == kids.size(), "Table: the Caption is neither first nor last");
                continue;
            }
            std::size_t cells = 0;
            for (const int cell : children(element(kids[i]))) {
                for (const char* key : {"Table.ColSpan", "Table.RowSpan"})
                    require(!element(cell).attributes.contains(key),
                            "Table: cells that span, which this checker does not know");
                if (type_of(cell) == "TH") ++headers;
                if (type_of(cell) == "TH" || type_of(cell) == "TD") ++cells;
            }
            widths.insert(cells);
        }
        require(count(e, "Caption") <= 1, "Table has two Captions");
        require(widths.size() == 1, "Table: the rows are not of one length");
        require(headers > 0, "Table has no header cells");
    }

    void check_header(const PdfElement& e) {
        const auto scope = e.attributes.find("Table.Scope");
        if (scope == e.attributes.end()) return fault("TH has no Scope");
        require(scope->second == "/Row" || scope->second == "/Column" || scope->second == "/Both",
                "TH has an unknown Scope");
    }

    void check_figure(const PdfElement& e) {
        require(!is_blank(e.alt), "Figure has no Alt");
        const auto box = e.attributes.find("Layout.BBox");
        if (box == e.attributes.end()) return fault("Figure has no BBox");
        std::istringstream numbers(box->second.substr(1));
        double left = 0, bottom = 0, right = 0, top = 0;
        numbers >> left >> bottom >> right >> top;
        require(right > left && top > bottom, fmt::format("Figure: the BBox {} is empty", box->second));
        for (const PdfKid& kid : e.kids) {
            if (kid.page < 0) continue;
            const PdfPage& page = file_.pages.at(static_cast<std::size_t>(kid.page));
            constexpr double slack = 0.01;
            require(left >= -slack && bottom >= -slack && right <= page.width + slack &&
                        top <= page.height + slack,
                    "Figure: the BBox leaves the page");
        }
    }

    void check_link(const PdfElement& e) {
        const bool tied =
            std::ranges::any_of(e.kids, [](const PdfKid& k) { return k.kind == PdfKid::Kind::annotation; });
        require(tied, "Link has no annotation");
    }

    void check_headings() {
        int last = 0;
        for (const PdfElement& e : file_.elements) {
            if (e.type.size() != 2 || e.type[0] != 'H' || e.type[1] < '1' || e.type[1] > '6') continue;
            const int level = e.type[1] - '0';
            require(level <= last + 1, fmt::format("H{} follows H{}", level, last));
            last = level;
        }
    }

    /// Every marked-content sequence is a child of exactly one element, and ParentTree names that element.
    void check_marks() {
        std::map<std::pair<int, int>, int> parents;
        for (const PdfElement& e : file_.elements) {
            for (const PdfKid& kid : e.kids) {
                if (kid.kind != PdfKid::Kind::mark) continue;
                const bool first = parents.emplace(std::pair{kid.page, kid.index}, e.object).second;
                require(first, fmt::format("page {}: MCID {} has two parents", kid.page + 1, kid.index));
                const bool there = kid.page >= 0 && kid.page < static_cast<int>(file_.pages.size()) &&
                                   file_.pages[static_cast<std::size_t>(kid.page)].marks.contains(kid.index);
                require(there, fmt::format("{} holds MCID {} of page {}, which is not there", e.type,
                                           kid.index, kid.page + 1));
            }
        }
        for (std::size_t i = 0; i < file_.pages.size(); ++i) {
            const PdfPage& page = file_.pages[i];
            const auto tree = file_.parent_tree.find(page.struct_parents);
            const std::vector<int> listed =
                tree == file_.parent_tree.end() ? std::vector<int>{} : tree->second;
            require(page.struct_parents < 0 || listed.size() == page.marks.size(),
                    fmt::format("page {}: ParentTree lists another number of MCIDs", i + 1));
            for (const auto& [id, mark] : page.marks) {
                const auto parent = parents.find({static_cast<int>(i), id});
                if (parent == parents.end()) {
                    fault(fmt::format("page {}: MCID {} has no parent: \"{}\"", i + 1, id, mark.text));
                } else {
                    const auto place = static_cast<std::size_t>(id);
                    require(place < listed.size() && listed[place] == parent->second,
                            fmt::format("page {}: ParentTree disagrees about MCID {}", i + 1, id));
                }
            }
        }
    }

    void check_annotations() {
        std::map<int, int> holder;  // element object by annotation object
        for (const PdfElement& e : file_.elements)
            for (const PdfKid& kid : e.kids)
                if (kid.kind == PdfKid::Kind::annotation)
                    require(holder.emplace(kid.index, e.object).second, "an annotation has two parents");
        for (const PdfPage& page : file_.pages)
            for (const PdfAnnotation& annotation : page.annotations)
                check_annotation(page, annotation, holder);
    }

    void check_annotation(const PdfPage& page, const PdfAnnotation& a, const std::map<int, int>& holder) {
        require(a.subtype == "Link", "an annotation that is no link");
        require(!is_blank(a.contents), "a link annotation has no Contents");
        require(a.flags == 4, "an annotation is not just to be printed");
        require(!a.uri.empty() || a.target_page >= 0, "a link leads nowhere");
        require(std::ranges::all_of(a.uri, [](char c) { return c > ' ' && c <= '~'; }), "a URI is not ASCII");
        require(a.left >= -0.01 && a.bottom >= -0.01 && a.right <= page.width + 0.01 &&
                    a.top <= page.height + 0.01 && a.right > a.left && a.top > a.bottom,
                "a link's area is empty or leaves the page");
        const auto parent = holder.find(a.object);
        if (parent == holder.end()) return fault("an annotation is no part of the structure");
        const auto listed = file_.parent_tree.find(a.struct_parent);
        require(listed != file_.parent_tree.end() && listed->second == std::vector<int>{parent->second},
                "ParentTree disagrees about an annotation");
    }

    void check_bookmarks() {
        for (const PdfBookmark& bookmark : file_.bookmarks) {
            require(!is_blank(bookmark.title), "a bookmark has no title");
            require(bookmark.page >= 0, fmt::format("the bookmark \"{}\" leads nowhere", bookmark.title));
        }
        const bool has_headings =
            std::ranges::any_of(file_.elements, [](const PdfElement& e) { return e.type == "H1"; });
        require(!has_headings || !file_.bookmarks.empty(), "there are headings and no bookmarks");
    }

    const PdfFile& file_;
    PdfRules rules_;
    std::vector<std::string> faults_;
};

/// ISO 19005-2, 6.1.7.1: "stream" ends its line, "endstream" begins one.
void check_stream_lines(std::string_view bytes, std::vector<std::string>& faults) {
    for (std::size_t at = bytes.find("endstream"); at != std::string_view::npos;
         at = bytes.find("endstream", at + 1))
        if (at == 0 || (bytes[at - 1] != '\n' && bytes[at - 1] != '\r'))
            faults.push_back("endstream does not begin a line");
}

}  // namespace

std::vector<std::string> pdf_ua_faults(std::string_view pdf_bytes, PdfRules rules) {
    if (!pdf_bytes.starts_with("%PDF-")) return {"the file does not begin as a PDF"};
    const PdfFile file = read_pdf(pdf_bytes);
    std::vector<std::string> faults = Checker(file, rules).check();
    if (rules == PdfRules::ua_2)
        for (std::string& each : ua_2_faults(file, pdf_bytes)) faults.push_back(std::move(each));
    check_stream_lines(pdf_bytes, faults);
    return faults;
}

}  // namespace sayso::test
