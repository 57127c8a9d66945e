// Paragraphs, tables and pictures as WordprocessingML, for each part that holds some. Private to src/docx.
#pragma once

#include <string>

#include "docx/parts.h"
#include "ooxml/xml.h"

namespace sayso::docx {

/// Counts what must be unique in a file: bookmarks, figures, content controls.
class BodyWriter {
  public:
    BodyWriter(const Text& text, const Ways& ways, ooxml::Xml& xml) : text_(text), ways_(ways), xml_(xml) {}

    void block(const Block& block);
    void paragraph(const Paragraph& paragraph);
    void stretch(const Stretch& stretch);

  private:
    void properties(const Paragraph& paragraph);
    void table(const Table& table);
    void row(const Table& table, const Row& row);
    void picture(const Picture& picture);
    void drawing(const Picture& picture);
    void inlines(const Stretch& stretch, std::string_view style);
    void words(const std::string& words, bool strong, const std::string& lang, std::string_view style);
    void blank(const Blank& blank);
    void page_number(const PageNumber& number);
    void note_mark(const NoteMark& mark);
    void note_reference(const std::string& number);
    void run_properties(std::string_view style, bool strong, const std::string& lang);

    const Text& text_;
    const Ways& ways_;
    ooxml::Xml& xml_;
    int bookmarks_ = 0, pictures_ = 0, blanks_ = 0;
};

}  // namespace sayso::docx
