#include "pdf/metadata.h"

#include <algorithm>
#include <chrono>
#include <string_view>

#include <fmt/format.h>

#include "base/utf8.h"
#include "pdf/objects/syntax.h"
#include "pdf/objects/unicode.h"

namespace sayso::pdf {
namespace {

struct Moment {
    int year;
    unsigned month, day;
    std::int64_t hour, minute, second;
};

/// Years 1 to 9999: the form of the dates has four digits.
Moment moment(std::int64_t seconds) {
    constexpr std::int64_t first = -62'135'596'800, last = 253'402'300'799;
    seconds = std::clamp(seconds, first, last);
    using namespace std::chrono;
    const sys_seconds time{std::chrono::seconds{seconds}};
    const sys_days day = floor<days>(time);
    const year_month_day date{day};
    const std::int64_t rest = (time - day).count();
    return {int{date.year()}, unsigned{date.month()}, unsigned{date.day()},
            rest / 3600,      rest / 60 % 60,         rest % 60};
}

std::string xmp_date(std::int64_t seconds) {
    const Moment m = moment(seconds);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", m.year, m.month, m.day, m.hour, m.minute,
                       m.second);
}

std::string info_date(std::int64_t seconds) {
    const Moment m = moment(seconds);
    return fmt::format("D:{:04}{:02}{:02}{:02}{:02}{:02}Z", m.year, m.month, m.day, m.hour, m.minute,
                       m.second);
}

std::string clean(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        const bool forbidden = c < ' ' || (c >= 0x7F && c < 0xA0) || c == 0xFEFF || (c & 0xFFFE) == 0xFFFE;
        append_utf8(out, forbidden ? U' ' : c);
    }
    return out;
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else
            out += c;
    }
    return out;
}

std::string element(std::string_view name, std::string_view text) {
    return text.empty() ? std::string{} : fmt::format("<{0}>{1}</{0}>\n", name, escaped(text));
}

/// A property that is a list, a bag or a choice of languages.
std::string container(std::string_view name, std::string_view kind, std::string_view text) {
    if (text.empty()) return {};
    const std::string_view lang = kind == "Alt" ? " xml:lang=\"x-default\"" : "";
    return fmt::format("<{0}><rdf:{1}><rdf:li{2}>{3}</rdf:li></rdf:{1}></{0}>\n", name, kind, lang,
                       escaped(text));
}

/// PDF/A knows only the XMP schemas of 2005; the schema of PDF/UA has to be described (ISO 19005-2, 6.6.2.3).
constexpr std::string_view extension_schema =
    R"(<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file keeps to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
)";

constexpr std::string_view packet_start =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
    "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"\n";

/// What a file says of the standards that it keeps to.
struct Claims {
    std::string_view namespaces, properties, schemas;
};

constexpr Claims of_ua_1{
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\"",
    "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n"
    "<pdfuaid:part>1</pdfuaid:part>\n",
    extension_schema};

/// PDF/A-4 has no levels and asks for no descriptions of schemas (ISO 19005-4, 6.7.3); Well Tagged PDF 1.0
/// (6.1.3) is told as a PDF Declaration.
constexpr Claims of_ua_2{
    " xmlns:pdfd=\"http://pdfa.org/declarations/\"",
    "<pdfaid:part>4</pdfaid:part>\n<pdfaid:rev>2020</pdfaid:rev>\n"
    "<pdfuaid:part>2</pdfuaid:part>\n<pdfuaid:rev>2024</pdfuaid:rev>\n"
    "<pdfd:declarations><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#accessibility1.0</pdfd:conformsTo>\n"
    "</rdf:li></rdf:Bag></pdfd:declarations>\n",
    ""};

const Claims& claims(Standard standard) {
    switch (standard) {
        case Standard::ua_1:
            return of_ua_1;
        case Standard::ua_2:
            break;
    }
    return of_ua_2;
}

void append_info(std::string& out, std::string_view key, std::string_view text) {
    if (text.empty()) return;
    out += key;
    append_text(out, text);
}

}  // namespace

Metadata metadata(const doc::Document& document, const Options& options) {
    return {clean(document.title),   clean(document.lang),     clean(document.author),
            clean(document.subject), clean(document.keywords), clean(options.producer),
            options.created};
}

std::string xmp_packet(const Metadata& m, const StandardInfo& standard) {
    const std::string date = xmp_date(m.created);
    const auto& [namespaces, properties, schemas] = claims(standard.standard);
    std::string out{packet_start};
    out += namespaces;
    out += ">\n";
    out += properties;
    out += element("dc:format", "application/pdf");
    out += container("dc:title", "Alt", m.title);
    out += container("dc:language", "Bag", m.lang);
    out += container("dc:creator", "Seq", m.author);
    out += container("dc:description", "Alt", m.subject);
    out += element("pdf:Keywords", m.keywords);
    out += element("pdf:Producer", m.producer);
    out += element("xmp:CreatorTool", m.producer);
    out += element("xmp:CreateDate", date) + element("xmp:ModifyDate", date);
    out += schemas;
    out += "</rdf:Description>\n</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>";
    return out;
}

std::string info_entries(const Metadata& m) {
    const std::string date = info_date(m.created);
    std::string out;
    append_info(out, "/Title", m.title);
    append_info(out, "/Author", m.author);
    append_info(out, "/Subject", m.subject);
    append_info(out, "/Keywords", m.keywords);
    append_info(out, "/Creator", m.producer);
    append_info(out, "/Producer", m.producer);
    append_info(out, "/CreationDate", date);
    append_info(out, "/ModDate", date);
    return out;
}

}  // namespace sayso::pdf
