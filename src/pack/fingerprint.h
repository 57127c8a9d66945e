// What a document is made from, in 64 hexadecimal digits: two documents with the same fingerprints are the
// same files.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "compose/compose.h"
#include "pdf/standard.h"

namespace sayso::pack {

/// SHA-256 in lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

struct Fingerprint {
    std::string words;  // the semantic tree without looks: words, order, structure, languages
    std::string looks;  // styles, paper, pictures, formats, version of PDF
    bool operator==(const Fingerprint&) const = default;
};

/// Not shared between threads: it remembers the drawings that documents have in common.
class Fingerprinter {
  public:
    Fingerprint of(const compose::Composed& composed, const std::vector<std::string>& formats,
                   pdf::Standard pdf);

  private:
    const std::string& digest_of(const doc::Figure& figure);

    // By owner, not by address: an address may be used again. Bounded, then begun anew.
    std::map<std::weak_ptr<const void>, std::string, std::owner_less<std::weak_ptr<const void>>> known_;
};

}  // namespace sayso::pack
