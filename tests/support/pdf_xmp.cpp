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

using Said = std::vector<std::string>;

Said declared(const pugi::xml_node& description) {
    Said found;
    for (const auto& each : description.child("pdfd:declarations").child("rdf:Bag").children("rdf:li"))
        found.emplace_back(each.child("pdfd:conformsTo").text().get());
    return found;
}

/// ISO 14289-1, 5; ISO 19005-2, 6.6.4.
void check_claims_of_ua_1(const pugi::xml_node& description, std::vector<std::string>& faults) {
    const auto text = [&](const char* name) { return std::string{description.child(name).text().get()}; };
    if (text("pdfuaid:part") != "1") faults.push_back("XMP does not say PDF/UA-1");
    if (text("pdfaid:part") != "2" || text("pdfaid:conformance") != "A")
        faults.push_back("XMP does not say PDF/A-2a");
    check_extension_schema(description, faults);
}

/// ISO 14289-2, 5; ISO 19005-4, 6.7.3; Well Tagged PDF 1.0, 6.1.3.
void check_claims_of_ua_2(const pugi::xml_node& description, std::vector<std::string>& faults) {
    const auto text = [&](const char* name) { return std::string{description.child(name).text().get()}; };
    if (text("pdfuaid:part") != "2") faults.push_back("XMP does not say PDF/UA-2");
    if (text("pdfuaid:rev") != "2024") faults.push_back("XMP does not say PDF/UA-2 of 2024");
    if (text("pdfaid:part") != "4") faults.push_back("XMP does not say PDF/A-4");
    if (text("pdfaid:rev") != "2020") faults.push_back("XMP does not say PDF/A-4 of 2020");
    if (description.child("pdfaid:conformance")) faults.push_back("XMP gives PDF/A-4 a level");
    if (declared(description) != Said{"http://pdfa.org/declarations/wtpdf#accessibility1.0"})
        faults.push_back("XMP does not declare Well Tagged PDF");
}

/// ISO 19005-4, 6.7.2.1 (and ISO 19005-2, 6.6.2.1).
void check_header(const std::string& xmp, std::vector<std::string>& faults) {
    const std::string header = xmp.substr(0, xmp.find("?>"));
    for (const char* attribute : {" bytes=", " encoding="})
        if (header.find(attribute) != std::string::npos)
            faults.push_back(fmt::format("the XMP packet has{}", attribute));
}

}  // namespace

std::vector<std::string> xmp_faults(const std::string& xmp, const Info& info, PdfRules rules) {
    std::vector<std::string> faults;
    pugi::xml_document document;
    if (!document.load_string(xmp.c_str())) return {"XMP is missing or not well-formed"};
    check_header(xmp, faults);
    const auto description = document.child("x:xmpmeta").child("rdf:RDF").child("rdf:Description");
    const auto text = [&](const char* name) { return std::string{description.child(name).text().get()}; };
    const auto agree = [&](const std::string& said, const std::string& key) {
        if (said != known(info, key)) faults.push_back(fmt::format("XMP and Info disagree about {}", key));
    };
    const std::string title = item(description, "dc:title", "rdf:Alt");
    if (title.empty()) faults.push_back("XMP has no title");
    const auto choice = description.child("dc:title").child("rdf:Alt").child("rdf:li");
    if (std::string{choice.attribute("xml:lang").value()} != "x-default")
        faults.push_back("the title has no x-default");
    if (item(description, "dc:language", "rdf:Bag").empty()) faults.push_back("XMP has no language");
    if (text("xmp:CreateDate").empty()) faults.push_back("XMP has no date");
    if (rules == PdfRules::ua_2) {
        check_claims_of_ua_2(description, faults);
        return faults;
    }
    check_claims_of_ua_1(description, faults);
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
    return faults;
}

}  // namespace sayso::test
