// Somebody who has everything of a pack, and of the one before it, and wants to know a hidden count. Reads
// finished files as text, so that whatever leaks through a sentence, an alternative text, a table, a page's
// description or metadata is seen. docs/evidence.md states what must hold.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <pugixml.hpp>
#include <random>
#include <regex>
#include <set>
#include <tuple>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "machine.h"
#include "sayso/pack.h"
#include "support/attacker.h"
#include "support/ooxml_reader.h"
#include "support/pdf_reader.h"

namespace sayso::test {
namespace {

constexpr const char* project = "/project";
const std::vector<std::string> all_sites = {"north", "south", "east", "west"};
const std::vector<std::string> periods = {"2025 Q1", "2025 Q2", "2025 Q3"};

/// A kind of document that says all that templates can say of every claim, and draws it twice.
constexpr const char* figures = R"(id: figures
kind: figures
name: Figures
extends: briefing
title: Figures
flow:
  - {heading: Figures, level: 1}
  - for: "c in evidence.claims"
    do:
      - {when: c.sentence, do: [{text: "{{c.sentence}} {{c.note}}"}]}
      - {when: c.sum, do: [{text: "Sum of {{c.label}}: {{c.sum}}"}]}
      - {when: c.mean, do: [{text: "Mean of {{c.label}}: {{c.mean}}"}]}
      - {when: c.percent, do: [{text: "{{c.label}}: {{c.change}}, {{c.percent}}"}]}
      - {chart: "{{c.id}}"}
      - {chart: "{{c.id}}", as: sites}
)";

/// A talk that draws every claim, whose charts in PowerPoint hold workbooks.
constexpr const char* talk = R"(id: talk
kind: talk
name: Talk
extends: slides
flow:
  - for: "c in evidence.claims"
    do:
      - when: c.label
        do:
          - slide: "{{c.label}}"
            layout: chart
            flow: [{chart: "{{c.id}}", width: 302mm, height: 115mm}]
)";

/// What a workbook's cells hold, in the words of a chart's description: "Home north: 2025 Q1: 20; ".
std::string cells_in_words(const std::string& sheet) {
    pugi::xml_document xml;
    xml.load_string(sheet.c_str());
    const auto cell = [](const pugi::xml_node& row, int at) {
        pugi::xml_node found = row.child("c");
        for (int i = 0; i < at; ++i) found = found.next_sibling("c");
        return std::string(found.child("v") ? found.child("v").child_value()
                                            : found.child("is").child("t").child_value());
    };
    std::string out;
    for (const pugi::xml_node& row : xml.child("worksheet").child("sheetData").children("row")) {
        if (out.empty()) {
            out = cell(row, 1) + ": ";
            continue;
        }
        const std::string value = cell(row, 1);
        out += cell(row, 0).substr(0, 7) + ": " +
               (!value.empty()                ? value
                : cell(row, 0).ends_with("*") ? "not shown"
                                              : "no data") +
               "; ";
    }
    return out + "\n";
}

/// All that is written and described in a file of Office, and the workbooks of its charts.
std::string office_text(const OfficeFile& file) {
    static const std::regex words("descr=\"([^\"]*)\"|<[aw]:t(?: [^>]*)?>([^<]*)");
    std::string out;
    for (const auto& [path, part] : file.parts) {
        std::string text;
        if (path.ends_with(".xml"))
            for (std::sregex_iterator at(part.begin(), part.end(), words), end; at != end; ++at)
                text += (*at)[1].str() + (*at)[2].str() + "\n";
        for (auto at = text.find("&#10;"); at != text.npos; at = text.find("&#10;", at))
            text.replace(at, 5, "\n");
        out += text;
        for (const OfficeRelationship& chart : file.related(path, "chart"))
            for (const OfficeRelationship& book : file.related(chart.target, "package"))
                out += text.substr(0, text.find('\n')) + "\n" +
                       cells_in_words(
                           read_office(file.parts.at(book.target)).parts.at("xl/worksheets/sheet1.xml"));
    }
    return out;
}

/// indicator, site (empty: the whole service), period
using Place = std::tuple<std::string, std::string, std::string>;

/// A service with counts of people, of some of them, and what percentage of them those and others are.
class RandomService {
  public:
    explicit RandomService(unsigned seed) : random_(seed), env_(shipped_machine()) {
        sites_.assign(all_sites.begin(), all_sites.begin() + static_cast<long>(2 + below(3)));
        std::string sites;
        for (const std::string& site : sites_)
            sites += fmt::format("    - {{id: {0}, name: Home {0}}}\n", site);
        write("sayso.yaml",
              "approach: intensive-interaction\nservice:\n  name: Willow\n  fictional: true\n"
              "  contact: {name: Sam, role: lead, phone: \"01632 960 123\", email: s@w.example}\n"
              "  sites:\n" +
                  sites);
        write("pack.yaml",
              "documents:\n  - {kinds: [figures], audiences: [management], formats: [html, pdf, docx]}\n"
              "  - {kinds: [talk], audiences: [management], formats: [pptx]}\n"
              "  - {kinds: [figures], audiences: [management], formats: [html], whole-service: true}\n");
        write("templates/figures.yaml", figures);
        write("templates/talk.yaml", talk);
        const auto indicator = [](const char* id, const char* more) {
            return fmt::format(
                "  - {{id: {0}, label: Label of {0}, {1}, better: higher, every: quarter, method: "
                "Counted., source: Log, by: Managers, strength: fair}}\n",
                id, more);
        };
        rounding_ = below(3) == 0 ? 5 : 1;
        write("evidence/evidence.yaml", "indicators:\n" + indicator("all", "counts: people, unit: people") +
                                            indicator("out", "counts: people, unit: people, part-of: all") +
                                            indicator("share", "counts: percent, part-of: all") +
                                            fmt::format("disclosure: {{round-to: {}}}\n", rounding_));
        draw();
    }

    /// The pack, with some of the values not in yet, or with all of them.
    void pack(bool all) {
        std::string csv = "indicator,site,period,value\n";
        for (const auto& [place, value] : values_) {
            const auto& [indicator, site, period] = place;
            if (all || !late_.contains({site, period}))
                csv += fmt::format("{},{},{},{}\n", indicator, site, period, value);
        }
        write("evidence/values.csv", csv);
        PackOptions options;
        options.out = "/pack";
        const PackReport report = make_pack(env_, data_folder, project, options);
        // A count that cannot be protected is refused: then nothing of it is printed, which is as safe.
        refused_ = !report.ok();
        if (refused_) {
            EXPECT_NE(faults(report).find("cannot be protected"), std::string::npos) << faults(report);
        }
    }

    bool refused() const { return refused_; }
    const std::vector<std::string>& sites() const { return sites_; }
    int rounding() const { return rounding_; }

    /// The people at a site; of a percentage, those that it is of.
    std::size_t people(const Place& place) const {
        const auto& [indicator, site, period] = place;
        const std::size_t value = values_.at(place);
        if (indicator != "share") return value;
        return (value * values_.at({"all", site, period}) + 50) / 100;
    }
    /// All of them, or those of the sites whose values were in at first.
    std::size_t people(const std::string& indicator, const std::string& period, bool all) const {
        std::size_t total = 0;
        for (const std::string& site : sites_)
            if (all || !late_.contains({site, period})) total += values_.at({indicator, site, period});
        return total;
    }

    /// Every text of every file, one after another.
    std::string text() const {
        std::string out;
        for (const auto& [path, bytes] : env_.files) {
            if (!path.starts_with("/pack/")) continue;
            if (path.ends_with(".pdf")) {
                const PdfFile file = read_pdf(bytes);
                for (const PdfElement& each : file.elements) out += each.alt + "\n";
                for (const PdfPage& page : file.pages)
                    for (const auto& [number, mark] : page.marks) out += mark.text + "\n";
            } else if (path.ends_with(".docx") || path.ends_with(".pptx")) {
                out += office_text(read_office(bytes));
            } else {
                out += bytes + "\n";
            }
        }
        return out;
    }

  private:
    std::size_t below(std::size_t end) { return random_() % end; }
    void write(const std::string& name, const std::string& bytes) {
        env_.files[std::string(project) + "/" + name] = bytes;
    }

    void draw() {
        for (const std::string& period : periods) {
            for (const std::string& site : sites_) {
                const std::size_t all = below(3) == 0 ? 1 + below(9) : 8 + below(30);
                const std::size_t out = below(all + 1);
                values_[{"all", site, period}] = all;
                values_[{"out", site, period}] = out;
                if (below(2) == 0)
                    values_[{"share", site, period}] = static_cast<std::size_t>(
                        std::lround(100.0 * static_cast<double>(below(all + 1)) / static_cast<double>(all)));
                if (below(6) == 0 && period != periods.back()) late_.insert({site, period});
            }
        }
        // Sometimes a site comes in late, with its first values of all.
        if (below(3) == 0)
            for (const std::string& period : periods) late_.insert({sites_.back(), period});
    }

    std::mt19937 random_;
    MemoryEnv env_;
    std::vector<std::string> sites_;
    std::map<Place, std::size_t> values_;
    std::set<std::pair<std::string, std::string>> late_;
    int rounding_ = 1;
    bool refused_ = false;
};

/// What the texts say, by place: the words of a number, or of one that is not shown.
using Said = std::map<Place, std::set<std::string>>;

/// Descriptions of charts name every value: "Label of all, people. …\nHome north: 2025 Q1: 20; 2025 Q2: 21."
void read_charts(const std::string& text, Said& said) {
    static const std::regex line(
        "Label of ([a-z]+)|(Willow|Home [a-z]+): ((?:2025 Q[0-9]: [^;.\\n]*[;.] ?)+)");
    static const std::regex value("(2025 Q[0-9]): ([^;.\\n]*)[;.]");
    std::string indicator;
    for (std::sregex_iterator at(text.begin(), text.end(), line), end; at != end; ++at) {
        if ((*at)[1].matched) {
            indicator = (*at)[1];
            continue;
        }
        const std::string name = (*at)[2], values = (*at)[3];
        for (std::sregex_iterator one(values.begin(), values.end(), value); one != end; ++one)
            said[{indicator, name == "Willow" ? "" : name.substr(5), (*one)[1]}].insert((*one)[2]);
    }
}

/// There is such a value, shown or not; a chart writes a dash for one that is missing.
bool is_told(const Said& said, const Place& place) {
    const auto found = said.find(place);
    return found != said.end() &&
           std::any_of(found->second.begin(), found->second.end(), [](const auto& words) {
               return words == "not shown" || words.find_first_of("0123456789") != words.npos;
           });
}

/// Knows what was said in the one pack and in the other.
class Reader {
  public:
    Reader(const RandomService& service, const std::vector<Said>& packs) : service_(service), packs_(packs) {}

    /// Places whose count the texts narrow to less than 1 to 7.
    std::vector<std::string> beaten() {
        std::vector<std::string> out;
        for (const std::string& period : periods) {
            std::vector<Place> narrowed;
            gather(period, true);
            for (const Place& place : hidden_)
                if (!shown_.contains(place) && values_left(place) < 7) narrowed.push_back(place);
            // docs/evidence.md: what earlier packs tell of a number that is not small.
            gather(period, false);
            for (const Place& place : narrowed)
                if (people_at(place) <= 7 || (values_left(place) == 7 && !is_of_earlier(place)))
                    out.push_back(fmt::format("{} {} {}", std::get<0>(place), std::get<1>(place), period));
        }
        return out;
    }

  private:
    std::size_t unknown(const Place& place) {
        const auto [at, is_new] = unknowns_.emplace(place, unknowns_.size());
        return at->second;
    }

    void add(std::vector<std::pair<std::size_t, long>> terms, long low, long high) {
        clues_.clues.push_back({std::move(terms), low, high});
    }

    /// A total is another one in another pack, where it may be of other sites.
    static std::string total_of(std::size_t pack) { return fmt::format("total of pack {}", pack); }

    std::size_t values_left(const Place& place) {
        const std::size_t at = unknown(place);
        clues_.unknowns = unknowns_.size();
        return attack::possible_values(clues_, at, 7).size();
    }

    /// Of the true ones, which the attacker does not have.
    std::size_t people_at(const Place& place) const {
        const auto& [indicator, site, period] = place;
        std::size_t people = 0;
        for (std::size_t pack = 0; pack < packs_.size(); ++pack)
            if (site == total_of(pack)) people = service_.people(indicator, period, pack == 1);
        return site.starts_with("total") ? people : service_.people(place);
    }

    bool is_of_earlier(const Place& place) const {
        return packs_.size() > 1 && std::get<1>(place) == total_of(0);
    }

    /// What was said, of the last pack too, or only that it is there.
    void gather(const std::string& period, bool last) {
        clues_ = {};
        unknowns_.clear();
        hidden_.clear();
        shown_.clear();
        for (std::size_t pack = 0; pack < packs_.size(); ++pack) {
            for (const char* indicator : {"all", "out", "share"}) {
                if (std::string_view(indicator) != "share") add_sum(indicator, period, pack);
                if (pack + 1 == packs_.size() && !last) continue;
                for (const std::string& site : service_.sites())
                    read(packs_[pack], {indicator, site, period}, {indicator, site, period});
                if (std::string_view(indicator) != "share")
                    read(packs_[pack], {indicator, "", period}, {indicator, total_of(pack), period});
            }
        }
        for (const auto& [place, at] : std::map(unknowns_)) {
            const auto& [indicator, site, when] = place;
            const auto whole = unknowns_.find({"all", site, when});
            if (indicator != "all" && whole != unknowns_.end()) add({{at, 1}, {whole->second, -1}}, -1000, 0);
        }
        clues_.most = 200;
    }

    /// What was said in any text counts.
    void read(const Said& said, const Place& written, const Place& place) {
        const auto found = said.find(written);
        if (found == said.end()) return;
        unknown(place);
        for (const std::string& words : found->second) {
            if (words == "not shown") hidden_.insert(place);
            if (words.find_first_of("0123456789") == words.npos) continue;
            if (words.starts_with("fewer than")) {
                hidden_.insert(place);
                add({{unknown(place), 1}}, 1, 7);
                continue;
            }
            shown_.insert(place);
            const long number = std::stol(words);
            if (std::get<0>(place) == "share") {
                const Place whole{"all", std::get<1>(place), std::get<2>(place)};
                add({{unknown(place), 200}, {unknown(whole), 1 - 2 * number}}, 0, 1'000'000);
                add({{unknown(place), 200}, {unknown(whole), -1 - 2 * number}}, -1'000'000, 0);
            } else {
                const long to = service_.rounding();
                add({{unknown(place), 1}}, number - to / 2, number + (to - 1) / 2);
            }
        }
    }

    /// A total that is said, of the sites that this pack tells of.
    void add_sum(const std::string& indicator, const std::string& period, std::size_t pack) {
        const Said& said = packs_[pack];
        if (!is_told(said, {indicator, "", period})) return;
        std::vector<std::pair<std::size_t, long>> terms{{unknown({indicator, total_of(pack), period}), 1}};
        for (const std::string& site : service_.sites())
            if (is_told(said, {indicator, site, period}))
                terms.push_back({unknown({indicator, site, period}), -1});
        add(std::move(terms), 0, 0);
    }

    const RandomService& service_;
    const std::vector<Said>& packs_;
    attack::Clues clues_;
    std::map<Place, std::size_t> unknowns_;
    std::set<Place> hidden_, shown_;
};

/// SAYSO_ATTACKS sets how many packs are read; the first of them is the number SAYSO_FIRST_ATTACK.
unsigned setting(const char* name, unsigned otherwise) {
    const char* text = std::getenv(name);
    return text == nullptr ? otherwise : static_cast<unsigned>(std::stoul(text));
}

TEST(PackAttacker, WorksOutNoHiddenCount) {
    std::size_t hidden = 0, packs = 0, shown = 0, refused = 0;
    const unsigned first = setting("SAYSO_FIRST_ATTACK", 1);
    for (unsigned seed = first; seed < first + setting("SAYSO_ATTACKS", 8); ++seed) {
        RandomService service(seed);
        std::vector<Said> said;
        for (const bool all : {false, true}) {
            service.pack(all);
            if (service.refused()) {
                ++refused;
                break;
            }
            read_charts(service.text(), said.emplace_back());
            const auto beaten = Reader(service, said).beaten();
            EXPECT_TRUE(beaten.empty()) << "pack " << seed << (all ? ", the second" : "") << ": "
                                        << beaten.front() << ", and " << beaten.size() - 1 << " more";
            ++packs;
            for (const auto& [place, words] : said.back()) {
                const bool number = words.begin()->find_first_of("0123456789") != std::string::npos;
                ++(number ? shown : hidden);
            }
        }
    }
    // The attacker has read something: it is no proof that nothing was found where nothing was looked at.
    EXPECT_GT(packs, 0U);
    EXPECT_GT(hidden, packs);
    EXPECT_GT(shown, packs);
    RecordProperty("packs", static_cast<int>(packs));
    RecordProperty("refused", static_cast<int>(refused));
    RecordProperty("hidden", static_cast<int>(hidden));
}

}  // namespace
}  // namespace sayso::test
