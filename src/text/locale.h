// Dates, numbers and lists as a language writes them (ICU).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace sayso::text {

/// "22 November 2026" in `lang` (BCP 47), in UTC.
std::string format_date(std::int64_t seconds, const std::string& lang);
/// "1,234.5" in `lang`.
std::string format_number(double value, const std::string& lang);
/// The same for many numbers: opening ICU's format takes longer than writing a page of them.
class NumberWriter {
  public:
    explicit NumberWriter(const std::string& lang);
    ~NumberWriter();
    NumberWriter(NumberWriter&&) noexcept;
    std::string operator()(double value) const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};
/// "a, b and c" in `lang`.
std::string format_list(const std::vector<std::string>& items, const std::string& lang);
/// The name of the language `lang` in `in`: "Welsh" for "cy" in "en-GB".
std::string language_name(const std::string& lang, const std::string& in);

}  // namespace sayso::text
