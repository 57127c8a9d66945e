#include "workbook_parts.h"

#include <zip.h>

namespace sayso::sheet {

std::string zipped(const std::vector<Part>& parts, const char* password) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(target);
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    for (const auto& [name, bytes] : parts) {
        zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
        const auto index =
            static_cast<zip_uint64_t>(zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8));
        zip_set_file_compression(archive, index, ZIP_CM_DEFLATE, 1);
        if (password != nullptr) zip_file_set_encryption(archive, index, ZIP_EM_AES_256, password);
    }
    zip_close(archive);
    zip_stat_t stat;
    zip_source_stat(target, &stat);
    std::string out(stat.size, '\0');
    zip_source_open(target);
    zip_source_read(target, out.data(), out.size());
    zip_source_close(target);
    zip_source_free(target);
    return out;
}

std::string workbook_of(const std::string& worksheet, const std::string& properties,
                        const std::string& strings) {
    const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    const auto relation = [&](const std::string& id, const std::string& type, const std::string& target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + office + type + "\" Target=\"" + target + "\"/>";
    };
    return zipped(
        {{"_rels/.rels",
          "<Relationships>" + relation("r1", "officeDocument", "xl/workbook.xml") + "</Relationships>"},
         {"xl/workbook.xml",
          "<workbook>" + properties +
              "<sheets><sheet name=\"Values\" sheetId=\"1\" r:id=\"r1\"/><sheet name=\"Lists\" "
              "sheetId=\"2\" state=\"hidden\" r:id=\"r2\"/></sheets></workbook>"},
         {"xl/_rels/workbook.xml.rels", "<Relationships>" +
                                            relation("r1", "worksheet", "worksheets/sheet1.xml") +
                                            relation("r2", "worksheet", "worksheets/sheet2.xml") +
                                            relation("r3", "sharedStrings", "sharedStrings.xml") +
                                            relation("r4", "styles", "/xl/styles.xml") + "</Relationships>"},
         {"xl/sharedStrings.xml", "<sst>" + strings + "</sst>"},
         {"xl/styles.xml",
          "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/><numFmt numFmtId=\"165\" "
          "formatCode=\"[Red]0.0\\d\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf "
          "numFmtId=\"9\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>"},
         {"xl/worksheets/sheet1.xml", "<worksheet>" + worksheet + "</worksheet>"},
         {"xl/worksheets/sheet2.xml", "<worksheet/>"}});
}

}  // namespace sayso::sheet
