#include "html/epub.h"

#include <algorithm>
#include <chrono>
#include <vector>

#include <fmt/format.h>

#include "html/body.h"
#include "svg/xml.h"

namespace sayso::html {
namespace {

using svg::escape;

constexpr int deepest_heading = 2;  // of the table of contents

constexpr const char* container = R"(<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
)";

struct Entry {
    NodeId heading;
    std::string words;
};

std::vector<Entry> contents_of(const doc::Document& document) {
    std::vector<Entry> out;
    for (std::uint32_t i = 0; i < document.size(); ++i) {
        const auto* heading = document.get<doc::Heading>(NodeId{i});
        if (heading == nullptr || heading->level > deepest_heading) continue;
        std::string words = document.text_of(NodeId{i});
        std::replace(words.begin(), words.end(), '\n', ' ');
        if (!words.empty()) out.push_back({NodeId{i}, std::move(words)});
    }
    return out;
}

bool has_figures(const doc::Document& document) {
    for (std::uint32_t i = 0; i < document.size(); ++i)
        if (document.get<doc::Figure>(NodeId{i})) return true;
    return false;
}

bool has_drawings(const std::string& page) {
    return page.find("<svg") != std::string::npos;
}

/// The same for every version of one document: what it is called, for whom, and who makes it. FNV-1a, 64
/// bits.
std::string identifier(const doc::Document& document) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const std::string& part : {document.title, document.subject, document.author, document.lang}) {
        for (const char c : part + '\0') hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    }
    return fmt::format("sayso-{:016x}", hash);
}

/// "2026-01-31T09:30:00Z"
std::string moment(std::int64_t seconds) {
    using namespace std::chrono;
    const sys_seconds at{std::chrono::seconds(seconds)};
    const auto day = floor<days>(at);
    const year_month_day date(day);
    const hh_mm_ss time(at - day);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                       time.hours().count(), time.minutes().count(), time.seconds().count());
}

std::string navigation(const doc::Document& document, const std::vector<Entry>& contents) {
    const std::string title = escape(document.title), lang = escape(document.lang);
    std::string out = fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n"
        "<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\" "
        "xml:lang=\"{0}\" lang=\"{0}\" dir=\"{1}\">\n<head><title>{2}</title></head>\n<body>\n"
        "<nav epub:type=\"toc\">\n<h1>{2}</h1>\n<ol>\n",
        lang, document.rtl() ? "rtl" : "ltr", title);
    for (const Entry& one : contents)
        out += fmt::format("<li><a href=\"page.xhtml#{}\">{}</a></li>\n", element_id(one.heading),
                           escape(one.words));
    if (contents.empty()) out += fmt::format("<li><a href=\"page.xhtml\">{}</a></li>\n", title);
    return out + "</ol>\n</nav>\n</body>\n</html>\n";
}

/// What readers and shops are told of how it can be read. Only what holds for every document of ours.
std::string accessibility(bool figures) {
    std::string out;
    const auto say = [&](const char* property, const char* value) {
        out += fmt::format("<meta property=\"schema:{}\">{}</meta>\n", property, value);
    };
    say("accessMode", "textual");
    if (figures) say("accessMode", "visual");
    say("accessModeSufficient", "textual");
    for (const char* feature :
         {"structuralNavigation", "tableOfContents", "readingOrder", "displayTransformability"})
        say("accessibilityFeature", feature);
    if (figures) say("accessibilityFeature", "alternativeText");
    say("accessibilityHazard", "none");
    return out;
}

std::string package(const doc::Document& document, const std::string& page, std::int64_t made) {
    const std::string lang = escape(document.lang);
    std::string out = fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"id\" "
        "xml:lang=\"{0}\" dir=\"{1}\">\n<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n"
        "<dc:identifier id=\"id\">{2}</dc:identifier>\n<dc:title>{3}</dc:title>\n"
        "<dc:language>{0}</dc:language>\n",
        lang, document.rtl() ? "rtl" : "ltr", identifier(document), escape(document.title));
    if (!document.author.empty())
        out += fmt::format("<dc:creator>{}</dc:creator>\n", escape(document.author));
    if (!document.subject.empty())
        out += fmt::format("<dc:description>{}</dc:description>\n", escape(document.subject));
    out += fmt::format("<meta property=\"dcterms:modified\">{}</meta>\n", moment(made));
    out += accessibility(has_figures(document));
    out += fmt::format(
        "</metadata>\n<manifest>\n"
        "<item id=\"nav\" href=\"contents.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>\n"
        "<item id=\"page\" href=\"page.xhtml\" media-type=\"application/xhtml+xml\"{}/>\n"
        "</manifest>\n<spine{}><itemref idref=\"page\"/></spine>\n</package>\n",
        has_drawings(page) ? " properties=\"svg\"" : "",
        document.rtl() ? " page-progression-direction=\"rtl\"" : "");
    return out;
}

}  // namespace

std::string write_epub(const doc::Document& document, const text::FontLibrary& fonts, const Options& options,
                       std::int64_t made, ooxml::Zipper& zipper) {
    const std::string page = write_xhtml(document, fonts, options);
    const std::vector<ooxml::ZipEntry> entries{
        ooxml::Zipper::stored("mimetype", "application/epub+zip"),  // first, for programs that look there
        zipper.entry("META-INF/container.xml", container),
        zipper.entry("book/package.opf", package(document, page, made)),
        zipper.entry("book/contents.xhtml", navigation(document, contents_of(document))),
        zipper.entry("book/page.xhtml", page)};
    std::vector<const ooxml::ZipEntry*> all;
    for (const ooxml::ZipEntry& one : entries) all.push_back(&one);
    return ooxml::zip_archive(all);
}

}  // namespace sayso::html
