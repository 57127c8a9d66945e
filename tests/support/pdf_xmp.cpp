#include "support/pdf_xmp.h"

#include <pugixml.hpp>

#include <fmt/format.h>

namespace sayso::test {
namespace {

using Info = std::map<std::string, std::string>;

std::string item(const pugi::xml_node& description, const char* name, const char* kind) {
    return description.child(name).child(kind).child("rdf:li").text().get();
}

/// "D:20260101000000Z" as "2026-01-01T00:00:00Z".
std::string iso_date(const std::string& date) {
    if (date.size() < 17) return {};
    return fmt::format("{}-{}-{}T{}:{}:{}Z", date.substr(2, 4), date.substr(6, 2), date.substr(8, 2),
                       date.substr(10, 2), date.substr(12, 2), date.substr(14, 2));
}

std::string known(const Info& info, const std::string& key) {
    const auto found = info.find(key);
    return found == info.end() ? std::string{} : found->second;
}

void check_extension_schema(const pugi::xml_node& description, std::vector<std::string>& faults) {
    const auto schema = description.child("pdfaExtension:schemas").child("rdf:Bag").child("rdf:li");
    const std::string uri = schema.child("pdfaSchema:namespaceURI").text().get();
    const auto property = schema.child("pdfaSchema:property").child("rdf:Seq").child("rdf:li");
    const std::string name = property.child("pdfaProperty:name").text().get();
    if (uri != "http://www.aiim.org/pdfua/ns/id/" || name != "part")
        faults.push_back("XMP does not describe the schema of pdfuaid");
}

}  // namespace

std::vector<std::string> xmp_faults(const std::string& xmp, const Info& info) {
    std::vector<std::string> faults;
    pugi::xml_document document;
    if (!document.load_string(xmp.c_str())) return {"XMP is missing or not well-formed"};
    const auto description = document.child("x:xmpmeta").child("rdf:RDF").child("rdf:Description");
    const auto text = [&](const char* name) { return std::string{description.child(name).text().get()}; };
    const auto agree = [&](const std::string& said, const std::string& key) {
        if (said != known(info, key)) faults.push_back(fmt::format("XMP and Info disagree about {}", key));
    };
    if (text("pdfuaid:part") != "1") faults.push_back("XMP does not say PDF/UA-1");
    if (text("pdfaid:part") != "2" || text("pdfaid:conformance") != "A")
        faults.push_back("XMP does not say PDF/A-2a");
    const std::string title = item(description, "dc:title", "rdf:Alt");
    if (title.empty()) faults.push_back("XMP has no title");
    const auto choice = description.child("dc:title").child("rdf:Alt").child("rdf:li");
    if (std::string{choice.attribute("xml:lang").value()} != "x-default")
        faults.push_back("the title has no x-default");
    if (item(description, "dc:language", "rdf:Bag").empty()) faults.push_back("XMP has no language");
    agree(title, "Title");
    agree(item(description, "dc:creator", "rdf:Seq"), "Author");
    agree(item(description, "dc:description", "rdf:Alt"), "Subject");
    agree(text("pdf:Keywords"), "Keywords");
    agree(text("pdf:Producer"), "Producer");
    agree(text("xmp:CreatorTool"), "Creator");
    if (text("xmp:CreateDate") != iso_date(known(info, "CreationDate")))
        faults.push_back("XMP and Info disagree about CreationDate");
    if (text("xmp:ModifyDate") != iso_date(known(info, "ModDate")))
        faults.push_back("XMP and Info disagree about ModDate");
    check_extension_schema(description, faults);
    return faults;
}

}  // namespace sayso::test
