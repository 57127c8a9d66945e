#include "cli/usage.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "diag/suggest.h"

namespace sayso::cli {
namespace {

bool is_option(const std::string& word) {
    return word.size() > 1 && word.front() == '-';
}

std::vector<std::string> option_names(const CLI::App& command) {
    std::vector<std::string> names;
    for (const CLI::Option* option : command.get_options()) {
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    }
    return names;
}

/// What the option's own rules say against a value; empty when it fits.
std::string complaint(CLI::Option& option, std::string value) {
    try {
        for (int rule = 0;; ++rule) {
            if (std::string said = (*option.get_validator(rule))(value); !said.empty()) return said;
        }
    } catch (const CLI::OptionNotFound&) {  // the library's way to say that there are no more rules
        return {};
    }
}

class ArgumentReader {
  public:
    ArgumentReader(CLI::App& app, const std::vector<std::string>& arguments)
        : app_(app), command_(&app), arguments_(arguments) {}

    std::vector<CommandFault> read() {
        bool options_end = false;
        for (at_ = 0; at_ < arguments_.size() && !stopped_; ++at_) {
            const std::string& word = arguments_[at_];
            if (!options_end && word == "--") {
                options_end = true;
            } else if (!options_end && word.starts_with("--")) {
                read_long(word);
            } else if (!options_end && is_option(word)) {
                read_letters(word);
            } else {
                read_word(word);
            }
        }
        if (asks_for_help_) return {};
        if (!stopped_) find_what_is_missing();
        return std::move(faults_);
    }

  private:
    void fault(std::string message, std::string hint) {
        faults_.push_back({std::move(message), std::move(hint)});
    }

    void read_long(const std::string& word) {
        const std::size_t equals = word.find('=');
        const std::string name = word.substr(0, equals);
        CLI::Option* option = command_->get_option_no_throw(name);
        if (option == nullptr) return unknown(name);
        if (equals != std::string::npos) return take(*option, name, word.substr(equals + 1));
        take_next(*option, name);
    }

    /// "-q", "-o out", "-oout", "-qo out".
    void read_letters(const std::string& word) {
        for (std::size_t i = 1; i < word.size(); ++i) {
            const std::string name{'-', word[i]};
            CLI::Option* option = command_->get_option_no_throw(name);
            if (option == nullptr) return unknown(i == 1 ? word : name);
            const bool takes_rest = option->get_items_expected_max() > 0 && i + 1 < word.size();
            if (takes_rest) return take(*option, name, word.substr(i + 1));
            take_next(*option, name);
        }
    }

    void unknown(const std::string& name) {
        words_count_ = false;  // the next word may be its value
        const std::vector<std::string> known = option_names(*command_);
        const auto near = nearest(name, known);
        fault(fmt::format("there is no option \"{}\"", name),
              near ? fmt::format("did you mean {}?", *near)
                   : fmt::format("see `{} --help` for those there are", command_words()));
    }

    void take_next(CLI::Option& option, const std::string& name) {
        if (name == "--help" || name == "-h" || name == "--version") asks_for_help_ = true;
        if (option.get_items_expected_max() == 0) return;  // a flag
        const bool has_next = at_ + 1 < arguments_.size();
        if (has_next && !names_an_option(arguments_[at_ + 1])) return take(option, name, arguments_[++at_]);
        fault(fmt::format("\"{}\" has no value", name), value_hint(option, name));
    }

    /// "-1" is a value, "--kind" and "-q" are not.
    bool names_an_option(const std::string& word) const {
        if (word.starts_with("--")) return true;
        return is_option(word) && command_->get_option_no_throw(word.substr(0, 2)) != nullptr;
    }

    void take(CLI::Option& option, const std::string& name, const std::string& value) {
        if (option.get_items_expected_max() == 0)
            return fault(fmt::format("\"{}\" takes no value", name), fmt::format("write {} alone", name));
        if (option.get_items_expected_max() == 1 && ++given_[&option] == 2)
            fault(fmt::format("\"{}\" is given twice", name), "give it once");
        for (std::size_t begin = 0; begin <= value.size();) {
            const std::size_t end = option.get_delimiter() == '\0'
                                        ? value.size()
                                        : std::min(value.find(option.get_delimiter(), begin), value.size());
            check(option, name, value.substr(begin, end - begin));
            begin = end + 1;
        }
    }

    void check(CLI::Option& option, const std::string& name, const std::string& value) {
        if (value.find_first_not_of(" \t") == std::string::npos)
            return fault(fmt::format("\"{}\" has an empty value", name), value_hint(option, name));
        if (const std::string said = complaint(option, value); !said.empty())
            fault(fmt::format("\"{}\" cannot be \"{}\"", name, value), said);
    }

    static std::string value_hint(const CLI::Option& option, const std::string& name) {
        return fmt::format("write it behind {}: {}", name, option.get_description());
    }

    void read_word(const std::string& word) {
        if (command_ == &app_) return read_command(word);
        if (words_ == 0) {
            const auto named = [&](const CLI::App* one) { return one->get_name() == word; };
            if (const auto inner = command_->get_subcommands(named); !inner.empty()) {
                command_ = inner.front();
                return;
            }
        }
        if (word.empty())
            fault("an argument is empty", "name it, or leave it out; an unset variable of the shell?");
        if (++words_ == 1) first_word_ = word;
        if (words_ <= most_words() || !words_count_) return;
        const auto meant = nearest(first_word_, names_of(command_->get_subcommands({})));
        if (!meant)
            return fault(fmt::format("\"{}\" is one argument too many", word),
                         fmt::format("see `{} --help`", command_words()));
        fault(fmt::format("there is no command \"{} {}\"", command_words(), first_word_),
              fmt::format("did you mean \"{} {}\"?", command_words(), *meant));
        stopped_ = true;  // as for any command that is not known
    }

    static std::vector<std::string> names_of(const std::vector<CLI::App*>& commands) {
        std::vector<std::string> names;
        for (const CLI::App* one : commands) names.push_back(one->get_name());
        return names;
    }

    void read_command(const std::string& word) {
        const std::vector<std::string> known = names_of(app_.get_subcommands({}));
        for (CLI::App* one : app_.get_subcommands({})) {
            if (one->get_name() == word) command_ = one;
        }
        if (command_ != &app_) return;
        fault(fmt::format("there is no command \"{}\"", word),
              word == "help" ? "write: sayso --help, or sayso COMMAND --help" : suggestion(word, known));
        stopped_ = true;  // what follows belongs to a command that is not known
    }

    int most_words() const {
        int most = 0;
        for (const CLI::Option* option : command_->get_options()) {
            if (option->get_positional()) most += option->get_items_expected_max();
        }
        return most;
    }

    void find_what_is_missing() {
        if (command_ == &app_)
            return fault("no command is named", "write: sayso build, for instance; see `sayso --help`");
        for (const CLI::Option* option : command_->get_options()) {
            const bool enough = words_ >= option->get_items_expected_min();
            if (!option->get_positional() || !option->get_required() || enough || !words_count_) continue;
            std::string example = command_->get_footer();
            if (example.starts_with("Example: ")) example.replace(0, 9, "write, for instance: ");
            fault(fmt::format("{} is missing", name_of_missing(*option)), example);
        }
    }

    /// "NEW" of "OLD NEW", when one word is there.
    std::string name_of_missing(const CLI::Option& option) const {
        const std::string name = option.get_name();
        std::size_t begin = 0;
        for (int i = 0; i < words_ && begin < name.size(); ++i) begin = name.find(' ', begin) + 1;
        return name.substr(begin);
    }

    /// "sayso pack merge".
    std::string command_words() const {
        std::string words;
        for (const CLI::App* one = command_; one != nullptr; one = one->get_parent())
            words = words.empty() ? one->get_name() : one->get_name() + " " + words;
        return words;
    }

    CLI::App& app_;
    CLI::App* command_;
    const std::vector<std::string>& arguments_;
    std::vector<CommandFault> faults_;
    std::size_t at_ = 0;
    std::map<const CLI::Option*, int> given_;  // that take one value
    std::string first_word_;
    int words_ = 0;
    bool words_count_ = true, stopped_ = false, asks_for_help_ = false;
};

std::optional<double> number(const std::string& text) {
    double out = 0;
    const char* end = text.data() + text.size();
    const auto [read, error] = std::from_chars(text.data(), end, out);
    if (error != std::errc{} || read != end || !std::isfinite(out)) return std::nullopt;
    return out;
}

}  // namespace

std::vector<CommandFault> usage_faults(CLI::App& app, const std::vector<std::string>& arguments) {
    return ArgumentReader(app, arguments).read();
}

bool wants_json(const std::vector<std::string>& arguments) {
    const bool checks = std::find(arguments.begin(), arguments.end(), "check") != arguments.end();
    const auto is_format = [&](const std::string& word) {
        return word == "--format-errors" || (checks && word == "--format");
    };
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--format-errors=json" || (checks && arguments[i] == "--format=json"))
            return true;
        if (is_format(arguments[i]) && i + 1 < arguments.size() && arguments[i + 1] == "json") return true;
    }
    return false;
}

CLI::Validator one_of(std::vector<std::string> words) {
    std::string shown = fmt::format("{{{}}}", fmt::join(words, ","));
    return {[words = std::move(words)](std::string& value) {
                const bool known = std::find(words.begin(), words.end(), value) != words.end();
                return known ? std::string() : suggestion(value, words);
            },
            std::move(shown),
            {}};
}

CLI::Validator number_from_to(double least, double most) {
    const std::string range = fmt::format("from {} to {}", least, most);
    return {[=](std::string& value) {
                const auto read = number(value);
                const bool fits = read && *read >= least && *read <= most;
                return fits ? std::string() : "write a number " + range;
            },
            range,
            {}};
}

CLI::Validator whole_number_from_to(std::size_t least, std::size_t most) {
    const std::string range = fmt::format("from {} to {}", least, most);
    return {[=](std::string& value) {
                std::size_t read = 0;
                const char* end = value.data() + value.size();
                const auto [stopped, error] = std::from_chars(value.data(), end, read);
                const bool fits = error == std::errc{} && stopped == end && read >= least && read <= most;
                return fits ? std::string() : "write a whole number " + range;
            },
            range,
            {}};
}

}  // namespace sayso::cli
