#include "diag/diagnostic.h"

#include <algorithm>

namespace sayso {

bool Diagnostic::operator==(const Diagnostic& other) const {
    return severity == other.severity && code == other.code && span == other.span && message == other.message;
}

namespace {

/// A fault found again elsewhere stays one fault; what differs is where it shows.
void add_notes(Diagnostic& to, const std::vector<Note>& notes) {
    constexpr std::size_t most = 12;
    for (const Note& note : notes) {
        const bool known = std::any_of(to.notes.begin(), to.notes.end(), [&](const Note& n) {
            return n.span == note.span && n.message == note.message;
        });
        if (!known && to.notes.size() < most) to.notes.push_back(note);
    }
}

}  // namespace

Diagnostic& Diagnostics::add(Diagnostic diagnostic) {
    if (const auto twin = std::find(items_.begin(), items_.end(), diagnostic); twin != items_.end()) {
        add_notes(*twin, diagnostic.notes);
        return scratch_ = std::move(diagnostic);
    }
    if (diagnostic.severity == Severity::error) ++errors_;
    if (diagnostic.severity == Severity::warning) ++warnings_;
    return items_.emplace_back(std::move(diagnostic));
}

Diagnostic& Diagnostics::error(std::string code, Span span, std::string message, std::string hint) {
    return add({Severity::error, std::move(code), span, std::move(message), std::move(hint), {}});
}

Diagnostic& Diagnostics::warning(std::string code, Span span, std::string message, std::string hint) {
    return add({Severity::warning, std::move(code), span, std::move(message), std::move(hint), {}});
}

void Diagnostics::merge(const Diagnostics& other) {
    for (const Diagnostic& item : other.items_) add(item);
}

std::vector<Diagnostic> Diagnostics::sorted() const {
    std::vector<Diagnostic> out = items_;
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.span < b.span; });
    return out;
}

}  // namespace sayso
