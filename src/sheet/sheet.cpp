#include "sheet/sheet.h"

#include "env/env.h"
#include "env/limits.h"
#include "sheet/decode.h"
#include "sheet/xlsx.h"

namespace sayso::sheet {
std::optional<std::vector<Sheet>> read_sheets(const std::string& path, std::string_view bytes,
                                              SourceMap& sources, Diagnostics& diagnostics) {
    if (is_workbook(bytes)) return read_xlsx(path, bytes, sources, diagnostics);
    const std::string text = to_utf8(bytes);
    Sheet sheet;
    sheet.name = name_of(path);
    sheet.name = sheet.name.substr(0, sheet.name.rfind('.'));
    sheet.source = sources.add(path, text);
    auto rows = load::parse_csv_rows(sheet.source, text, limits::sheet_rows, diagnostics);
    if (!rows) return std::nullopt;
    sheet.rows = std::move(*rows);
    std::vector<Sheet> out;
    out.push_back(std::move(sheet));
    return out;
}

}  // namespace sayso::sheet
