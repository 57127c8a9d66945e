// A font of a PDF as a reader sees it: code -> text and width. Private to tests/support.
#pragma once

#include <cstdint>
#include <map>
#include <qpdf/JSON.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <vector>

namespace sayso::test {

class FontReader {
  public:
    explicit FontReader(QPDFObjectHandle font);

    const std::string& name() const { return name_; }
    const std::vector<std::string>& faults() const { return faults_; }
    /// UTF-8; faults are noted once for each code.
    std::string text(unsigned code);
    double width(unsigned code) const;

  private:
    void fault(std::string words);
    void read_descendant(QPDFObjectHandle font);
    void read_widths(QPDFObjectHandle array);
    void read_unicode(const std::string& cmap);
    void compare_widths(const std::string& program);

    std::string name_;
    std::map<unsigned, std::u16string> unicode_;
    std::map<unsigned, double> widths_;
    double default_width_ = 1000;
    std::vector<std::string> faults_;
};

std::string utf8_of(const std::u16string& text);

}  // namespace sayso::test
