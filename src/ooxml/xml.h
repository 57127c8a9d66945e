// Writes the XML of one part, front to back: elements open and close as C++ scopes do, and what XML 1.0
// cannot hold never gets in. Stage: emit. (pugixml builds a tree first, at several times the cost.)
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace sayso::ooxml {

/// Written in the order given. Values are escaped; names are the formats' own and literal.
using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

class Xml {
  public:
    /// With the declaration that Office writes.
    Xml();

    /// An open element: whatever is written during its life stands inside it.
    class Element {
      public:
        ~Element() { xml_.close(name_); }
        Element(const Element&) = delete;
        Element& operator=(const Element&) = delete;

      private:
        friend class Xml;
        Element(Xml& xml, std::string_view name) : xml_(xml), name_(name) {}
        Xml& xml_;
        std::string_view name_;
    };

    /// `name` must outlive the element (a literal).
    [[nodiscard]] Element element(std::string_view name, Attributes attributes = {});
    /// <name …/>
    void leaf(std::string_view name, Attributes attributes = {});
    /// <name …>words</name>
    void words(std::string_view name, std::string_view words, Attributes attributes = {});
    void text(std::string_view words);
    /// What an Xml wrote before, without a declaration: parts that are written once and used often.
    void fragment(std::string_view xml) { out_ += xml; }

    std::string take() { return std::move(out_); }

  private:
    void open(std::string_view name, Attributes attributes, std::string_view end);
    void close(std::string_view name);

    std::string out_;
};

/// Appends `text` for element content or a quoted attribute. Characters that XML 1.0 has no place for are
/// left out; ill-formed UTF-8 becomes U+FFFD. https://www.w3.org/TR/xml/#charsets
void append_escaped(std::string& out, std::string_view text);

}  // namespace sayso::ooxml
