#include "pack/index_page.h"

#include <algorithm>
#include <kainjow/mustache.hpp>

#include <fmt/format.h>

#include "env/limits.h"
#include "text/locale.h"

namespace sayso::pack {
namespace {

namespace mustache = kainjow::mustache;
using Data = mustache::data;

/// The pages' own words are English.
constexpr const char* page_lang = "en-GB";

std::string counted(std::size_t count, std::string_view noun) {
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string size_words(std::uint64_t bytes) {
    if (bytes < 1'000'000) return fmt::format("{} kB", std::max<std::uint64_t>(1, (bytes + 500) / 1000));
    return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

Data flag(bool is) {
    return Data(is ? Data::type::bool_true : Data::type::bool_false);
}

std::string ending_of(const std::string& path) {
    std::string ending = path.substr(path.rfind('.') + 1);
    for (char& c : ending) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    return ending;
}

/// "Leaflet, large print, children, in Welsh": what tells it from its neighbours, in a list of links too.
std::string name_of_document(const DocumentEntry& document, const std::string& base_lang) {
    std::string name = document.kind_name;
    if (document.edition == "large-print") name += ", large print";
    if (document.path.find("-" + document.strand) != std::string::npos && !document.strand.empty())
        name += ", " + document.strand;
    if (document.lang != base_lang) name += ", in " + text::language_name(document.lang, page_lang);
    return name;
}

/// ", page 3" of the picture "family-leaflet-3.png" of the document "family-leaflet"; nothing of a whole one.
std::string page_of(const DocumentEntry& document, const FileEntry& file) {
    const std::string rest = file.path.substr(std::min(document.path.size(), file.path.size()));
    const std::string number = rest.substr(0, rest.rfind('.'));
    return number.size() > 1 && number.front() == '-' ? ", page " + number.substr(1) : std::string();
}

Data file_data(const DocumentEntry& document, const FileEntry& file, const std::string& base_lang) {
    Data data;
    data.set("href", name_of(file.path));
    const std::string page = page_of(document, file);
    data.set("name", name_of_document(document, base_lang) + page);
    std::string facts = ending_of(file.path);
    if (document.lang != base_lang) data.set("other_lang", document.lang);
    if (file.pages > 0 && page.empty()) facts += ", " + counted(file.pages, "page");
    data.set("facts", fmt::format("({}, {})", facts, size_words(file.bytes)));
    return data;
}

Data document_data(const DocumentEntry& document, const std::string& base_lang) {
    Data files{Data::type::list}, data;
    for (const FileEntry& file : document.files) {
        if (file.path == thumbnail_path(document.path)) {
            data.set("picture", "pictures/" + name_of(file.path));
        } else {
            files << file_data(document, file, base_lang);
        }
    }
    data.set("files", files);
    if (!document.print.empty()) data.set("print", document.print);
    return data;
}

}  // namespace

std::string site_of(const DocumentEntry& document) {
    return folder_of(document.path);
}

std::vector<SiteDocuments> by_site(const Manifest& manifest) {
    std::vector<SiteDocuments> sites;
    for (const DocumentEntry& document : manifest.documents) {
        std::string folder = site_of(document);
        if (sites.empty() || sites.back().folder != folder) {
            sites.push_back({std::move(folder), {&document, 1}});
        } else {
            sites.back().documents = {sites.back().documents.data(), sites.back().documents.size() + 1};
        }
    }
    return sites;
}

account::BuildReport report_of(const Manifest& manifest) {
    account::BuildReport out{manifest.made_by, manifest.title, manifest.fictional, *manifest.evidence, {}};
    for (const DocumentEntry& each : manifest.documents)
        out.documents.push_back({each.path, each.title, each.account});
    return out;
}

std::optional<IndexPages> IndexPages::load(const Env& env, const std::string& data_folder,
                                           Diagnostics& diagnostics) {
    IndexPages pages;
    auto report = account::ReportPage::load(env, data_folder, diagnostics);
    if (!report) return std::nullopt;
    pages.report_ = std::move(*report);
    const std::pair<const char*, std::string*> files[] = {{"site.mustache", &pages.site_template_},
                                                          {"index.mustache", &pages.front_template_},
                                                          {"style.css", &pages.style_}};
    for (const auto& [name, text] : files) {
        const std::string path = join_path(data_folder, std::string("templates/pack/") + name);
        auto read = env.read(path, limits::text_file_bytes);
        if (auto* bytes = std::get_if<std::string>(&read)) {
            *text = std::move(*bytes);
        } else {
            diagnostics.error("cannot-read", {},
                              fmt::format("cannot read \"{}\": {}", path, std::get<IoError>(read).reason),
                              "install sayso again");
            return std::nullopt;
        }
    }
    for (const std::string* text : {&pages.site_template_, &pages.front_template_}) {
        const mustache::mustache parsed(*text);
        if (parsed.is_valid()) continue;
        diagnostics.error("bad-template", {}, "a page of templates/pack: " + parsed.error_message(),
                          "install sayso again");
        return std::nullopt;
    }
    return pages;
}

std::string IndexPages::site(const Manifest& manifest, const SiteDocuments& site) const {
    Data readers{Data::type::list}, page;
    std::int64_t newest = 0;
    std::vector<std::string> seen;
    for (const DocumentEntry& first : site.documents) {
        newest = std::max(newest, first.made);
        if (std::find(seen.begin(), seen.end(), first.audience) != seen.end()) continue;
        seen.push_back(first.audience);
        Data reader, documents{Data::type::list};
        reader.set("id", first.audience);
        reader.set("heading", first.audience_name);
        for (const DocumentEntry& document : site.documents) {
            if (document.audience == first.audience) documents << document_data(document, manifest.lang);
        }
        reader.set("documents", documents);
        readers << reader;
    }
    page.set("lang", page_lang);
    page.set("style", style_);
    page.set("site", site.documents.front().site_name);
    page.set("service", manifest.title);
    page.set("count", counted(site.documents.size(), "document"));
    page.set("readers", readers);
    page.set("fictional", flag(manifest.fictional));
    page.set("made_by", manifest.made_by);
    page.set("date", text::format_date(newest, page_lang));
    return mustache::mustache(site_template_).render(page);
}

std::string IndexPages::front(const Manifest& manifest) const {
    Data page, sites{Data::type::list}, failed{Data::type::list};
    const std::vector<SiteDocuments> folders = by_site(manifest);
    for (const auto& [folder, documents] : folders) {
        Data site;
        site.set("href", folder + "/index.html");
        site.set("name", documents.front().site_name);
        site.set("facts", fmt::format("({})", counted(documents.size(), "document")));
        for (const FileEntry& archive : manifest.archives) {
            if (archive.path != folder + ".zip") continue;
            site.set("archive", archive.path);
            site.set("archive_facts", fmt::format("(ZIP, {})", size_words(archive.bytes)));
        }
        sites << site;
    }
    for (const FailedEntry& one : manifest.failed) {
        Data item;
        item.set("path", one.path);
        item.set("why", one.why);
        failed << item;
    }
    page.set("lang", page_lang);
    page.set("style", style_);
    page.set("service", manifest.title);
    page.set("count", counted(manifest.documents.size(), "document"));
    page.set("places", counted(folders.size(), "place"));
    page.set("sites", sites);
    page.set("has_failed", flag(!manifest.failed.empty()));
    page.set("failed", failed);
    page.set("fictional", flag(manifest.fictional));
    page.set("has_report", flag(manifest.evidence.has_value()));
    page.set("made_by", manifest.made_by);
    return mustache::mustache(front_template_).render(page);
}

}  // namespace sayso::pack
