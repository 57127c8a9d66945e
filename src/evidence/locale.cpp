#include <chrono>

#include <unicode/locid.h>
#include <unicode/numberformatter.h>
#include <unicode/smpdtfmt.h>
#include <unicode/ustring.h>

#include "evidence/claim.h"

namespace sayso::evidence {
namespace {

icu::Locale locale_of(const std::string& lang) {
    return icu::Locale::createCanonical(lang.c_str());
}

std::string formatted(const icu::number::LocalizedNumberFormatter& formatter, double number) {
    UErrorCode fault = U_ZERO_ERROR;
    std::string out;
    formatter.formatDouble(number, fault).toString(fault).toUTF8String(out);
    return U_FAILURE(fault) ? std::string() : out;
}

}  // namespace

std::string number_in(double number, int decimals, const std::string& lang) {
    using icu::number::NumberFormatter;
    return formatted(
        NumberFormatter::withLocale(locale_of(lang)).precision(icu::number::Precision::maxFraction(decimals)),
        number);
}

std::string money_in(double amount, const std::string& currency, const std::string& lang) {
    UErrorCode fault = U_ZERO_ERROR;
    icu::UnicodeString code = icu::UnicodeString::fromUTF8(currency);
    const icu::CurrencyUnit unit(code.getTerminatedBuffer(), fault);
    if (U_FAILURE(fault)) return number_in(amount, 2, lang) + " " + currency;
    const bool whole = amount == static_cast<double>(static_cast<long long>(amount));
    return formatted(icu::number::NumberFormatter::withLocale(locale_of(lang))
                         .unit(unit)
                         .unitWidth(UNUM_UNIT_WIDTH_NARROW)
                         .precision(icu::number::Precision::fixedFraction(whole ? 0 : 2)),
                     amount);
}

std::string month_in(int month, bool with_year, const std::string& lang) {
    UErrorCode fault = U_ZERO_ERROR;
    icu::SimpleDateFormat format(icu::UnicodeString(with_year ? u"MMMM y" : u"MMMM"), locale_of(lang), fault);
    format.setTimeZone(*icu::TimeZone::getGMT());
    const std::chrono::sys_days day{std::chrono::year{month / 12} / (month % 12 + 1) / 15};
    icu::UnicodeString text;
    format.format(static_cast<double>(day.time_since_epoch().count()) * 86'400'000.0, text);  // milliseconds
    std::string out;
    text.toUTF8String(out);
    return U_FAILURE(fault) ? std::string() : out;
}

std::string period_in(const Period& period, const ClaimWords& words, const std::string& lang) {
    if (period.months == 1) return month_in(period.first, true, lang);
    if (period.months == 12) return to_string(period);
    const int last = period.after() - 1;
    return filled(words.period_range,
                  {{"first", month_in(period.first, period.first / 12 != last / 12, lang)},
                   {"last", month_in(last, true, lang)}});
}

}  // namespace sayso::evidence
