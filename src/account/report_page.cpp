#include <algorithm>
#include <kainjow/mustache.hpp>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "account/build_report.h"
#include "disclosure/problem.h"
#include "env/limits.h"

namespace sayso::account {
namespace {

namespace mustache = kainjow::mustache;
using Data = mustache::data;
using Paths = std::vector<std::string>;

std::string many(std::size_t count, std::string_view noun) {
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

Data flag(bool is) {
    return Data(is ? Data::type::bool_true : Data::type::bool_false);
}

Data record(std::initializer_list<std::pair<const char*, std::string>> fields) {
    Data out;
    for (const auto& [name, text] : fields) out.set(name, text);
    return out;
}

void set_list(Data& page, const std::string& name, const Data& list) {
    page.set("has_" + name, flag(!list.is_empty_list()));
    page.set(name, list);
}

Data list_of(const Paths& paths) {
    Data out{Data::type::list};
    for (const std::string& path : paths) out << record({{"path", path}});
    return out;
}

void set_documents(Data& item, const Paths& paths) {
    item.set("documents_count", many(paths.size(), "document"));
    item.set("documents", list_of(paths));
}

std::string joined(const Source& source) {
    std::string out;
    const std::pair<const char*, const std::string*> parts[] = {
        {"", &source.source},      {"", &source.measured},
        {"by ", &source.by},       {"strength: ", &source.strength},
        {"until ", &source.until}, {"", &source.where}};
    for (const auto& [lead, text] : parts)
        if (!text->empty()) out += (out.empty() ? "(" : "; ") + (lead + *text);
    return out.empty() ? out : out + ")";
}

class PageWriter {
  public:
    explicit PageWriter(const BuildReport& report) : report_(report), state_(report.state) {}

    Data data() {
        std::size_t with = 0;
        for (const DocumentAccount& each : report_.documents) with += !each.account.printed.empty();
        Data page = record({{"lang", "en-GB"},  // the page's own words are English
                            {"service", report_.title},
                            {"count", many(report_.documents.size(), "document")},
                            {"with", std::to_string(with)},
                            {"made_by", report_.made_by},
                            {"hidden_words", hidden_words()}});
        page.set("fictional", flag(report_.fictional));
        set_list(page, "soon", soon());
        set_list(page, "left_out", left_out());
        set_list(page, "refused", refused());
        set_list(page, "hidden", hidden());
        set_list(page, "sources", sources());
        page.set("documents", documents());
        return page;
    }

  private:
    Data soon() const {
        Data out{Data::type::list};
        for (const Expiring& each : state_.expiring)
            out << record({{"what", each.what}, {"id", each.id}, {"on", each.on}});
        return out;
    }

    Data left_out() const {
        Data out{Data::type::list};
        for (const LeftOut& each : state_.left_out)
            out << record({{"what", each.what},
                           {"id", each.id},
                           {"why", each.why},
                           {"where", each.where.empty() ? "" : "(" + each.where + ")"}});
        return out;
    }

    Data refused() const {
        std::map<evidence::Refused, Paths> documents;
        for (const DocumentAccount& document : report_.documents)
            for (const evidence::Refused& each : document.account.refused)
                documents[each].push_back(document.path);
        Data out{Data::type::list};
        for (const auto& [each, paths] : documents) {
            Data item = record({{"what", each.what}, {"id", each.id}, {"why", each.why}});
            set_documents(item, paths);
            out << item;
        }
        return out;
    }

    std::string hidden_words() const {
        if (state_.numbers == 0) return "There are no counts of people.";
        if (state_.hidden.empty()) return "All of them are shown: none is small.";
        const disclosure::Effort bound;
        return fmt::format(
            "Each could be any whole number from 1 to {}, by everything that is printed{}. Looked for in "
            "whole "
            "numbers, within {} rounds of hiding more and {} questions to the solver.",
            state_.hide_up_to,
            state_.proven ? ": this is proven" : "; where it could not be proven, the indicator is left out",
            bound.rounds, bound.questions);
    }

    Data hidden() const {
        std::map<std::pair<std::string, std::string>, std::string> periods;
        for (const HiddenCount& each : state_.hidden) {
            std::string& list = periods[{each.id, each.site}];
            list += (list.empty() ? "" : ", ") + each.period;
        }
        Data out{Data::type::list};
        for (const auto& [place, list] : periods)
            out << record({{"id", place.first},
                           {"place", place.second.empty() ? "the whole service" : place.second},
                           {"periods", list}});
        return out;
    }

    Data sources() const {
        Data out{Data::type::list};
        for (const Source& source : state_.sources) {
            Paths paths;
            for (const DocumentAccount& document : report_.documents) {
                const auto& printed = document.account.printed;
                if (std::any_of(printed.begin(), printed.end(),
                                [&](const evidence::Printed& each) { return is_of(each, source); }))
                    paths.push_back(document.path);
            }
            Data item = record({{"what", source.what},
                                {"id", source.id},
                                {"label", source.label},
                                {"facts", joined(source)}});
            item.set("used", flag(!paths.empty()));
            set_documents(item, paths);
            out << item;
        }
        return out;
    }

    static Data said(const evidence::Account& account) {
        Data out{Data::type::list};
        for (const evidence::Printed& each : telling(account))
            out << record({{"what", each.what}, {"id", each.id}, {"text", each.text}});
        return out;
    }

    Data documents() const {
        Data out{Data::type::list};
        for (const DocumentAccount& each : report_.documents) {
            if (each.account.printed.empty()) continue;
            Data item = record({{"path", each.path}, {"title", each.title}});
            item.set("said", said(each.account));
            out << item;
        }
        return out;
    }

    const BuildReport& report_;
    const State& state_;
};

}  // namespace

std::optional<ReportPage> ReportPage::load(const Env& env, const std::string& data_folder,
                                           Diagnostics& diagnostics) {
    ReportPage out;
    const std::pair<const char*, std::string*> files[] = {{"report.mustache", &out.template_},
                                                          {"style.css", &out.style_}};
    for (const auto& [name, text] : files) {
        const std::string path = join_path(data_folder, std::string("templates/pack/") + name);
        auto read = env.read(path, limits::text_file_bytes);
        if (const auto* fault = std::get_if<IoError>(&read)) {
            diagnostics.error("cannot-read", {}, fmt::format("cannot read \"{}\": {}", path, fault->reason),
                              "install sayso again");
            return std::nullopt;
        }
        *text = std::move(std::get<std::string>(read));
    }
    const mustache::mustache parsed(out.template_);
    if (parsed.is_valid()) return out;
    diagnostics.error("bad-template", {}, "a page of templates/pack: " + parsed.error_message(),
                      "install sayso again");
    return std::nullopt;
}

std::string ReportPage::page(const BuildReport& report) const {
    Data page = PageWriter(report).data();
    page.set("style", style_);
    return mustache::mustache(template_).render(page);
}

}  // namespace sayso::account
