// A finished PDF read again, by a parser that had no part in writing it: pages, marked content as text, the
// tag tree, annotations, bookmarks and metadata as plain values. For goldens and for pdf_check.h.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sayso::test {

/// A marked-content sequence that has a number.
struct PdfMark {
    std::string tag;
    std::string text;    // UTF-8 by the fonts' ToUnicode maps, in order of painting
    bool draws = false;  // anything: words, a path, a picture
};

struct PdfAnnotation {
    int object = 0;
    std::string subtype;  // "Link"
    std::string contents;
    std::string action;  // "URI", "GoTo"; empty where a destination stands alone
    std::string uri;     // empty when it leads to a page
    int target_page = -1;
    int target_element = -1;  // the object of a structure destination
    double left = 0, bottom = 0, right = 0, top = 0;
    int struct_parent = -1;
    int flags = 0;
};

struct PdfPage {
    double width = 0, height = 0;
    std::string content;  // the decoded stream
    std::map<int, PdfMark> marks;
    std::vector<std::string> artifacts;  // the type of each artifact sequence, in order of painting
    std::vector<PdfAnnotation> annotations;
    std::string tabs;
    int struct_parents = -1;
    std::vector<std::string> faults;  // of the content stream, each a sentence
};

/// A child of a structure element.
struct PdfKid {
    enum class Kind { element, mark, annotation } kind = Kind::mark;
    int index = 0;  // of the element; the mark's number; the annotation's object
    int page = -1;  // of marks and annotations
};

struct PdfElement {
    std::string type;  // after the role map, where it names no namespace
    int object = 0;
    int parent = -1;  // -1: the root of the structure
    std::vector<PdfKid> kids;
    std::string space;          // the name of its namespace; empty where it names none
    std::vector<int> mentions;  // objects, by Ref
    std::string lang, alt, actual_text, id;
    std::map<std::string, std::string> attributes;  // "Table.Scope" -> "/Column"
    bool parent_agrees = true;                      // its P is the element that has it among its kids
};

struct PdfFont {
    std::string name;
    std::vector<std::string> faults;
};

struct PdfPicture {
    std::string space;  // "DeviceRGB"
    std::string data;   // samples, or the file of a JPEG
    bool masked = false;
};

struct PdfBookmark {
    std::string title;
    int level = 1;
    int page = -1;
    int element = -1;  // the object of a structure destination
};

struct PdfFile {
    std::string version;
    std::string lang;
    bool marked = false, shows_title = false, has_id = false, encrypted = false;
    bool has_info = false, maps_across_namespaces = false;
    std::map<std::string, std::string> role_map;  // of types without a namespace
    std::vector<std::string> namespaces;          // that the root of the structure declares
    std::vector<std::string> old_keys;            // "/CIDSet", "/ProcSet": what PDF 2.0 has given up
    std::string page_labels;                      // as PDF syntax
    std::map<std::string, std::string> info;      // "Title" -> …
    std::string xmp;
    std::string output_profile;  // the ICC profile's bytes
    std::string output_subtype;
    std::vector<PdfPage> pages;
    std::vector<PdfElement> elements;             // in tree order
    std::map<int, std::vector<int>> parent_tree;  // by key: element objects; -1 where there is none
    std::vector<PdfFont> fonts;
    std::vector<PdfBookmark> bookmarks;
    std::vector<PdfPicture> pictures;  // masks among them
    std::vector<std::string> faults;   // of the file's syntax and of the tree's form
};

/// Throws nothing: a file that cannot be read at all is one fault.
PdfFile read_pdf(std::string_view bytes);

/// The tag tree, one element or text a line: type, page, attributes, words.
std::string dump_tags(const PdfFile& file);
/// The document's words in the order of the tree, blocks parted by line ends. ActualText wins over glyphs.
std::string text_in_tree_order(const PdfFile& file);
/// Words without the marks that stand for nothing, runs of white space as one space.
std::string plain(std::string_view text);

}  // namespace sayso::test
