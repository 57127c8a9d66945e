// A small document of every kind of block, and the Word file that is made of it.
#pragma once

#include <string>

#include "doc/document.h"
#include "doc/pages.h"
#include "docx/docx.h"
#include "support/ooxml_reader.h"

namespace sayso::test {

doc::Document sample_document(const std::string& lang = "en-GB");
doc::PageSpec a4();
/// As written; faults of writing are faults of the test.
std::string docx_of(const doc::Document& document);
/// The words of a part, each paragraph with its style in front: "Title: Wording for plans".
std::string outline_of(const OfficeFile& file, const std::string& part = "word/document.xml");

NodeId add_words(doc::Document& document, NodeId parent, doc::Kind kind, const std::string& role,
                 const std::string& words);

}  // namespace sayso::test
