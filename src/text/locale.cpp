#include "text/locale.h"

#include <memory>

#include <unicode/datefmt.h>
#include <unicode/listformatter.h>
#include <unicode/numfmt.h>
#include <unicode/timezone.h>

namespace sayso::text {
namespace {

/// With the figures 0 to 9 in every language, as page numbers and phone numbers have them.
icu::Locale locale(const std::string& lang) {
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale out = icu::Locale::forLanguageTag(lang, status);
    out.setKeywordValue("numbers", "latn", status);
    return out;
}

std::string utf8(const icu::UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

}  // namespace

std::string format_date(std::int64_t seconds, const std::string& lang) {
    const std::unique_ptr<icu::DateFormat> format(
        icu::DateFormat::createDateInstance(icu::DateFormat::kLong, locale(lang)));
    if (!format) return {};
    format->setTimeZone(*icu::TimeZone::getGMT());
    icu::UnicodeString out;
    format->format(static_cast<UDate>(seconds) * 1000.0, out);
    return utf8(out);
}

struct NumberWriter::Impl {
    std::unique_ptr<icu::NumberFormat> format;
};

NumberWriter::NumberWriter(const std::string& lang) : impl_(std::make_unique<Impl>()) {
    UErrorCode status = U_ZERO_ERROR;
    impl_->format.reset(icu::NumberFormat::createInstance(locale(lang), status));
    if (U_FAILURE(status)) impl_->format.reset();
}
NumberWriter::~NumberWriter() = default;
NumberWriter::NumberWriter(NumberWriter&&) noexcept = default;

std::string NumberWriter::operator()(double value) const {
    if (!impl_->format) return {};
    icu::UnicodeString out;
    impl_->format->format(value, out);
    return utf8(out);
}

std::string format_number(double value, const std::string& lang) {
    return NumberWriter(lang)(value);
}

std::string language_name(const std::string& lang, const std::string& in) {
    icu::UnicodeString out;
    locale(lang).getDisplayLanguage(locale(in), out);
    return utf8(out);
}

std::string format_list(const std::vector<std::string>& items, const std::string& lang) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::ListFormatter> format(
        icu::ListFormatter::createInstance(locale(lang), status));
    if (U_FAILURE(status)) return {};
    std::vector<icu::UnicodeString> parts;
    for (const std::string& item : items) parts.push_back(icu::UnicodeString::fromUTF8(item));
    icu::UnicodeString out;
    format->format(parts.data(), static_cast<std::int32_t>(parts.size()), out, status);
    return utf8(out);
}

}  // namespace sayso::text
