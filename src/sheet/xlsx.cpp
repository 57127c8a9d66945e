#include "sheet/xlsx.h"

#include <map>

#include <fmt/format.h>

#include "env/limits.h"
#include "sheet/sheet_reader.h"
#include "sheet/zip_parts.h"

namespace sayso::sheet {
namespace {

constexpr std::string_view zip_start = "PK\x03\x04", compound_start = "\xD0\xCF\x11\xE0";
constexpr std::string_view save_again =
    "open the file in Excel or LibreOffice and save it as \"Excel Workbook (.xlsx)\"";

/// Where a relationship of `folder` leads: from the package's root, or beside its owner.
std::string target_in(const std::string& folder, std::string_view target) {
    if (target.starts_with('/')) return std::string(target.substr(1));
    std::string path = folder;
    while (target.starts_with("../")) {
        target.remove_prefix(3);
        const auto slash = path.empty() ? std::string::npos : path.rfind('/', path.size() - 2);
        path = slash == std::string::npos ? "" : path.substr(0, slash + 1);
    }
    return path + std::string(target);
}

class WorkbookReader {
  public:
    WorkbookReader(const std::string& path, const ZipParts& parts, SourceMap& sources,
                   Diagnostics& diagnostics)
        : path_(path),
          parts_(parts),
          sources_(sources),
          diagnostics_(diagnostics),
          file_{sources.add(path, {}), 0, 0, 0} {}

    std::optional<std::vector<Sheet>> read() {
        const std::string main = main_part();
        if (main.empty()) return std::nullopt;
        pugi::xml_document workbook;
        if (!parse(main, workbook) || !read_shared(main, workbook)) return std::nullopt;
        std::vector<Sheet> out;
        const pugi::xml_node root = child(workbook, "workbook");
        for (const pugi::xml_node& each : child(root, "sheets").children()) {
            if (local_name(each.name()) != "sheet" || attribute(each, "state").ends_with("idden")) continue;
            if (!read_one(each, out)) return std::nullopt;
        }
        return out;
    }

  private:
    bool refuse(std::string code, std::string message, std::string hint) {
        diagnostics_.error(std::move(code), file_, std::move(message), std::move(hint));
        return false;
    }

    /// True when the part is there and well formed.
    bool parse(const std::string& name, pugi::xml_document& xml) {
        if (parts_.is_encrypted(name))
            return refuse("encrypted-workbook", "the workbook is protected by a password",
                          "save it without a password");
        ZipParts::Part part = parts_.read(name, limits::sheet_part_bytes);
        if (part.too_large) {
            return refuse(
                "workbook-too-large",
                fmt::format("the workbook unpacks to more than {} MB", limits::sheet_part_bytes >> 20),
                "delete the rows and columns that are not needed, and save it again");
        }
        if (part.bytes && xml.load_buffer(part.bytes->data(), part.bytes->size())) return true;
        return refuse("damaged-workbook", "the workbook is damaged and cannot be read",
                      std::string(save_again));
    }

    /// Relationships of a part: by id, and by the last word of their type.
    std::map<std::string, std::string> related(const std::string& name, std::string_view by) {
        std::map<std::string, std::string> out;
        const auto slash = name.rfind('/') + 1;  // 0 when there is none
        const std::string path = name.substr(0, slash) + "_rels/" + name.substr(slash) + ".rels";
        pugi::xml_document xml;
        if (!parts_.has(path) || !parse(path, xml)) return out;
        for (const pugi::xml_node& each : child(xml, "Relationships").children()) {
            std::string_view key = attribute(each, by);
            if (by == "Type") key = key.substr(key.rfind('/') + 1);
            out.emplace(key, target_in(name.substr(0, slash), attribute(each, "Target")));
        }
        return out;
    }

    std::string main_part() {
        const auto related_parts = related("", "Type");
        const auto found = related_parts.find("officeDocument");
        if (found != related_parts.end() && found->second.ends_with(".xml") && parts_.has(found->second))
            return found->second;
        if (!diagnostics_.has_errors())
            refuse("not-a-workbook", "this file is no .xlsx workbook", std::string(save_again));
        return {};
    }

    bool read_shared(const std::string& main, const pugi::xml_document& workbook) {
        sheets_ = related(main, "Id");
        const auto by_type = related(main, "Type");
        shared_.since_1904 = is_true(attribute(child(child(workbook, "workbook"), "workbookPr"), "date1904"));
        pugi::xml_document xml;
        if (const auto strings = by_type.find("sharedStrings"); strings != by_type.end()) {
            if (!parse(strings->second, xml)) return false;
            for (const pugi::xml_node& each : child(xml, "sst").children())
                shared_.strings.push_back(rich_text(each));
        }
        if (const auto styles = by_type.find("styles"); styles != by_type.end()) {
            if (!parse(styles->second, xml)) return false;
            read_styles(child(xml, "styleSheet"));
        }
        return true;
    }

    void read_styles(const pugi::xml_node& sheet) {
        std::map<std::string, std::string, std::less<>> codes;
        for (const pugi::xml_node& each : child(sheet, "numFmts").children())
            codes.emplace(attribute(each, "numFmtId"), attribute(each, "formatCode"));
        for (const pugi::xml_node& each : child(sheet, "cellXfs").children()) {
            const std::string_view format = attribute(each, "numFmtId");
            const auto code = codes.find(format);
            shared_.styles.push_back(
                shown_as(std::atoi(std::string(format).c_str()), code == codes.end() ? "" : code->second));
        }
    }

    bool read_one(const pugi::xml_node& each, std::vector<Sheet>& out) {
        const auto part = sheets_.find(std::string(attribute(each, "id")));
        if (part == sheets_.end() || part->second.find("worksheet") == std::string::npos)
            return true;  // a chart
        pugi::xml_document xml;
        if (!parse(part->second, xml)) return false;
        Sheet sheet{std::string(attribute(each, "name")), 0, true, {}};
        sheet.source = sources_.add_sheet(path_, sheet.name);
        if (!read_sheet(child(xml, "worksheet"), shared_, sheet, diagnostics_)) return false;
        out.push_back(std::move(sheet));
        return true;
    }

    const std::string& path_;
    const ZipParts& parts_;
    SourceMap& sources_;
    Diagnostics& diagnostics_;
    Span file_;
    std::map<std::string, std::string> sheets_;
    Shared shared_;
};

/// Why a compound file is refused: the names of its streams, in UTF-16, tell what it is.
void refuse_compound(Span file, std::string_view bytes, Diagnostics& diagnostics) {
    std::string name;
    for (const char c : std::string_view("EncryptedPackage")) name += c, name += '\0';
    if (bytes.find(name) != std::string_view::npos) {
        diagnostics.error("encrypted-workbook", file, "the workbook is protected by a password",
                          "save it without a password");
    } else {
        diagnostics.error("old-workbook", file, "this is a workbook of the old kind (.xls)",
                          std::string(save_again));
    }
}

}  // namespace

bool is_workbook(std::string_view bytes) {
    return bytes.starts_with(zip_start) || bytes.starts_with(compound_start);
}

std::optional<std::vector<Sheet>> read_xlsx(const std::string& path, std::string_view bytes,
                                            SourceMap& sources, Diagnostics& diagnostics) {
    if (bytes.starts_with(compound_start)) {
        refuse_compound({sources.add(path, {}), 0, 0, 0}, bytes, diagnostics);
        return std::nullopt;
    }
    const auto parts = ZipParts::open(bytes);
    if (!parts) {
        diagnostics.error("damaged-workbook", {sources.add(path, {}), 0, 0, 0},
                          "the workbook is damaged and cannot be read", std::string(save_again));
        return std::nullopt;
    }
    Diagnostics faults;
    auto sheets = WorkbookReader(path, *parts, sources, faults).read();
    diagnostics.merge(faults);
    return sheets;
}

}  // namespace sayso::sheet
