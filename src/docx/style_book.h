// The styles of one text: Word's own for what Word knows, one more for each role of the template that looks
// different.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "docx/text.h"

namespace sayso::docx {

/// Word's own styles that a document can hold.
enum class BuiltIn {
    normal,
    title,
    heading1,
    heading2,
    heading3,
    bullet,
    number,
    quote,
    caption,
    table_text
};

class StyleBook {
  public:
    /// `body` is the look of running text; the other built-in styles start from it until a paragraph shows
    /// theirs.
    explicit StyleBook(const Look& body);

    /// The id of the style for a paragraph: the built-in one where the role is the standard one of its kind
    /// or the look is the same, else one named after the role.
    std::string style_for(BuiltIn kind, const std::string& role, const Look& look);

    std::vector<Style> take() { return std::move(styles_); }

  private:
    Style& of(BuiltIn kind) { return styles_[static_cast<std::size_t>(kind)]; }

    std::vector<Style> styles_;  // the built-in ones first, in their order
    std::vector<bool> shown_;    // a paragraph has given the built-in style its look
};

/// "card-claim" -> "Card claim" and "CardClaim".
std::string style_name(std::string_view role);
std::string style_id(std::string_view name);

}  // namespace sayso::docx
