#include "models.h"

#include <array>
#include <random>
#include <span>
#include <vector>

namespace sayso::test {
namespace {

constexpr std::array english{
    "better",     "care",          "FUN!",     "of",          "Security", "person-centred",
    "hope",       "and",           "training", "development", "use",      "a",
    "well-being", "communication", "time",     "(incl.",      "trust)"};
constexpr std::array german{"Teilhabe",
                            "und",
                            "Betreuungskontinuitätsvereinbarung",
                            "Freude",
                            "im",
                            "Alltag",
                            "Selbstwirksamkeitserfahrungen",
                            "für",
                            "Eingliederungshilfeträger",
                            "Zeit",
                            "Nähe",
                            "Kommunikationsentwicklungsbegleitung",
                            "Qualität"};
constexpr std::array arabic{"التواصل", "المكثف",  "و",      "الرعاية", "أفضل",        "المستشفيات", "ثقة",
                            "في",      "التطوير", "المهني", "السعادة", "الاستقلالية", "AAC"};

/// Small and the same on every machine: the standard's distributions are not.
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}
    int between(int low, int high) {
        return low + static_cast<int>(engine_() % static_cast<std::uint64_t>(high - low + 1));
    }

  private:
    std::mt19937_64 engine_;
};

class Maker {
  public:
    Maker(Words words, std::uint64_t seed) : words_(words), dice_(seed) {}

    std::string phrase(int most) {
        std::string out;
        const int count = dice_.between(1, most);
        for (int i = 0; i < count; ++i) out += (i == 0 ? "" : " ") + word();
        return out;
    }
    std::vector<std::string> phrases(int count, int most) {
        std::vector<std::string> out;
        for (int i = 0; i < count; ++i) out.push_back(phrase(most));
        return out;
    }
    Dice& dice() { return dice_; }

  private:
    template <std::size_t N>
    std::string pick(const std::array<const char*, N>& words) {
        return words[static_cast<std::size_t>(dice_.between(0, static_cast<int>(N) - 1))];
    }
    std::string word() {
        switch (words_) {
            case Words::english:
                return pick(english);
            case Words::german:
                return pick(german);
            case Words::arabic:
                return pick(arabic);
        }
        return {};
    }

    Words words_;
    Dice dice_;
};

}  // namespace

diagram::Model made_up(const Amount& amount, Words words, std::uint64_t seed) {
    Maker make(words, seed);
    diagram::Model model;
    model.lang = words == Words::arabic ? "ar" : words == Words::german ? "de" : "en-GB";
    model.rtl = words == Words::arabic;
    model.title = make.phrase(3);
    model.means_title = make.phrase(1);
    model.ends_title = make.phrase(2);
    for (int g = 0; g < amount.groups; ++g) {
        diagram::Model::Group group{make.phrase(2), {}};
        for (int i = 0; i < amount.items; ++i) group.items.push_back({make.phrase(amount.words), i % 4 == 0});
        model.means.push_back(std::move(group));
    }
    model.practice = {make.phrase(2), make.phrases(make.dice().between(0, 4), 2)};
    model.overall = {make.phrase(2), make.phrases(amount.overall, amount.words)};
    for (int s = 0; s < amount.stakeholders; ++s)
        model.stakeholders.push_back({"s" + std::to_string(s), make.phrase(2), s == 0,
                                      make.phrases(make.dice().between(1, amount.outcomes), amount.words)});
    model.loop = {make.phrase(2), make.phrase(14), make.phrases(3, 6)};
    return model;
}

diagram::Model random_model(std::uint64_t seed) {
    Dice dice(seed ^ 0x5eed);
    const auto words = static_cast<Words>(dice.between(0, 2));
    Amount amount;
    amount.stakeholders = dice.between(3, 20);
    amount.outcomes = dice.between(1, 15);
    amount.groups = dice.between(1, 6);
    amount.items = dice.between(1, 15);
    amount.overall = dice.between(0, 15);
    amount.words = dice.between(1, 5);
    return made_up(amount, words, seed);
}

std::string summary(const diagram::Model& model) {
    std::size_t outcomes = 0, items = 0;
    for (const auto& s : model.stakeholders) outcomes += s.outcomes.size();
    for (const auto& g : model.means) items += g.items.size();
    return model.lang + ": " + std::to_string(model.stakeholders.size()) + " stakeholders with " +
           std::to_string(outcomes) + " outcomes, " + std::to_string(model.means.size()) + " groups with " +
           std::to_string(items) + " items, " + std::to_string(model.overall.items.size()) + " overall";
}

}  // namespace sayso::test
