// An Office file as its parts: what each holds, of which content type, and which it leads to. ECMA-376-2
// (Open Packaging Conventions). Stage: emit; PPTX, DOCX and embedded workbooks all end here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ooxml/zip.h"

namespace sayso::ooxml {

/// The document's own properties. Nothing else about its making is in the file.
struct Properties {
    std::string title, author, subject, keywords, lang;
    std::int64_t created = 0;           // seconds since 1970 UTC
    std::string application = "sayso";  // with version
};

class Package {
  public:
    /// Adds a part. Paths are "word/document.xml", without a leading slash, each once.
    void add(std::string path, std::string_view content_type, std::string bytes);
    /// The same for a part that was compressed before; it must live until `zip`.
    void add(std::string_view content_type, const ZipEntry& entry);
    /// Parts of this ending have this type and need no word of their own: "png", "image/png".
    void default_type(std::string_view ending, std::string_view content_type);

    /// Leads from a part ("" is the package itself) to another part, by its path. Returns the id, "rId1" and
    /// so on within `from`.
    std::string relate(const std::string& from, std::string_view type, const std::string& to);
    /// Leads out of the package: a web address.
    std::string relate_outside(const std::string& from, std::string_view type, const std::string& address);

    /// docProps/core.xml and docProps/app.xml, and what leads to them.
    void add_properties(const Properties& properties);

    /// The file. Content types come first, then each part in order of adding, with its relationships behind
    /// it.
    std::string zip(Zipper& zipper) const;

  private:
    struct Part {
        std::string path, type, bytes;
        const ZipEntry* ready = nullptr;
    };
    struct Relationship {
        std::string type, target;
        bool outside = false;
    };
    std::string relate(const std::string& from, Relationship relationship);
    std::string content_types() const;
    static std::string relationships(const std::vector<Relationship>& all);

    std::vector<Part> parts_;
    std::map<std::string, std::string> defaults_;
    std::map<std::string, std::vector<Relationship>> relationships_;
};

/// The path of the target as seen from the folder of `from`: "../media/image1.png".
std::string relative_path(std::string_view from, std::string_view to);

// Relationship types that several formats use. ECMA-376-1, 15.2; ECMA-376-2, 7.2.
namespace relationship {
inline constexpr std::string_view office_document =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
inline constexpr std::string_view theme =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme";
inline constexpr std::string_view image =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";
inline constexpr std::string_view hyperlink =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";
inline constexpr std::string_view extended_properties =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties";
inline constexpr std::string_view core_properties =
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
}  // namespace relationship

// Namespaces that several formats use.
namespace xmlns {
inline constexpr std::string_view drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
inline constexpr std::string_view picture = "http://schemas.openxmlformats.org/drawingml/2006/picture";
inline constexpr std::string_view relationships =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
}  // namespace xmlns

}  // namespace sayso::ooxml
