#include "model/condition.h"

#include <algorithm>

#include <fmt/format.h>

namespace sayso::model {
namespace {

struct Token {
    enum class Kind : std::uint8_t { word, quoted, equals, open, close, end } kind = Kind::end;
    std::string text;
    std::size_t at = 0, length = 0;  // bytes of the condition
};

bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
}

class Parser {
  public:
    Parser(const Words& text, Diagnostics& diagnostics) : text_(text), diagnostics_(diagnostics) { next(); }

    std::optional<Condition> parse() {
        std::optional<Condition> out = any();
        if (out && token_.kind != Token::Kind::end)
            return fault(fmt::format("\"{}\" cannot stand here", token_.text),
                         "join conditions by \"and\" or \"or\"");
        return failed_ ? std::nullopt : std::move(out);
    }

  private:
    std::optional<Condition> any() {
        return joined<Condition::Any>("or", [this] { return all(); });
    }
    std::optional<Condition> all() {
        return joined<Condition::All>("and", [this] { return one(); });
    }

    template <class Junction>
    std::optional<Condition> joined(std::string_view word, const auto& part) {
        std::optional<Condition> first = part();
        if (!first || !is(word)) return first;
        Junction all;
        all.of.push_back(std::move(*first));
        while (is(word)) {
            next();
            std::optional<Condition> more = part();
            if (!more) return std::nullopt;
            all.of.push_back(std::move(*more));
        }
        return Condition{std::move(all)};
    }

    std::optional<Condition> one() {
        if (++depth_ > deepest) return fault("this condition has too many brackets", "say it more simply");
        std::optional<Condition> out = is("not")                          ? negation()
                                       : token_.kind == Token::Kind::open ? bracket()
                                                                          : test();
        --depth_;
        return out;
    }

    std::optional<Condition> negation() {
        next();
        std::optional<Condition> of = one();
        if (!of) return std::nullopt;
        Condition::Not out;
        out.of.push_back(std::move(*of));
        return Condition{std::move(out)};
    }

    std::optional<Condition> bracket() {
        next();
        std::optional<Condition> inside = any();
        if (!inside) return std::nullopt;
        if (token_.kind != Token::Kind::close) return fault("\"(\" is never closed", "add a \")\"");
        next();
        return inside;
    }

    std::optional<Condition> test() {
        if (token_.kind != Token::Kind::word || is("and") || is("or")) {
            return fault(token_.kind == Token::Kind::end ? "the condition ends too early"
                                                         : fmt::format("\"{}\" is no path", token_.text),
                         "write a path here, such as contact or audience.id");
        }
        Condition::Test out{words(token_), std::nullopt};
        next();
        if (token_.kind != Token::Kind::equals)
            return failed_ ? std::nullopt : std::optional(Condition{std::move(out)});
        if (token_.text == "==")
            return fault("\"==\" is not known here", fmt::format("write one \"=\": {} = …", out.path.text));
        next();
        if (token_.kind != Token::Kind::word && token_.kind != Token::Kind::quoted)
            return fault("nothing is compared with here",
                         fmt::format("write a word after \"{} =\"", out.path.text));
        out.value = words(token_);
        next();
        return failed_ ? std::nullopt : std::optional(Condition{std::move(out)});
    }

    bool is(std::string_view word) const { return token_.kind == Token::Kind::word && token_.text == word; }

    /// The place of a token, where the file has the condition letter for letter; else that of the whole.
    Words words(const Token& token) const { return {token.text, place(token), text_.lang}; }
    Span place(const Token& token) const {
        Span span = text_.span;
        const std::size_t quotes = span.length - text_.text.size();  // two around the text, or none
        if (span.length < text_.text.size() || (quotes != 0 && quotes != 2)) return span;
        span.column += static_cast<std::uint32_t>(token.at + quotes / 2);
        span.length = static_cast<std::uint32_t>(std::max<std::size_t>(token.length, 1));
        return span;
    }

    std::nullopt_t fault(std::string message, std::string hint) {
        if (!failed_) diagnostics_.error("condition", place(token_), std::move(message), std::move(hint));
        failed_ = true;
        return std::nullopt;
    }

    void next() {
        const std::string& all = text_.text;
        while (at_ < all.size() && (all[at_] == ' ' || all[at_] == '\n' || all[at_] == '\t')) ++at_;
        token_ = {Token::Kind::end, "", at_, 0};
        if (at_ == all.size()) return;
        const char c = all[at_];
        if (c == '(' || c == ')') return take(c == '(' ? Token::Kind::open : Token::Kind::close, 1);
        if (c == '=') return take(Token::Kind::equals, all.substr(at_, 2) == "==" ? 2 : 1);
        if (c == '"' || c == '\'') return quoted(c);
        if (is_word(c)) {
            std::size_t end = at_;
            while (end < all.size() && is_word(all[end])) ++end;
            return take(Token::Kind::word, end - at_);
        }
        take(Token::Kind::end, 1);
        const bool differs = c == '!';
        fault(fmt::format("\"{}\" is not known here", c),
              differs ? "write \"not\" before the condition"
                      : "a condition knows =, not, and, or, brackets and quotes");
    }

    void take(Token::Kind kind, std::size_t length) {
        token_ = {kind, text_.text.substr(at_, length), at_, length};
        at_ += length;
    }

    void quoted(char quote) {
        const std::size_t close = text_.text.find(quote, at_ + 1);
        if (close == std::string::npos) {
            take(Token::Kind::end, text_.text.size() - at_);
            fault("a quote is never closed", fmt::format("add a {} after the last word", quote));
            return;
        }
        token_ = {Token::Kind::quoted, text_.text.substr(at_ + 1, close - at_ - 1), at_, close + 1 - at_};
        at_ = close + 1;
    }

    static constexpr int deepest = 32;

    const Words& text_;
    Diagnostics& diagnostics_;
    Token token_;
    std::size_t at_ = 0;
    int depth_ = 0;
    bool failed_ = false;
};

}  // namespace

std::optional<Condition> parse_condition(const Words& text, Diagnostics& diagnostics) {
    return Parser(text, diagnostics).parse();
}

}  // namespace sayso::model
