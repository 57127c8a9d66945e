#include "pack/gone.h"

#include <set>

#include "pack/index_page.h"

namespace sayso::pack {

std::vector<std::string> remove_gone(Store& store, const Earlier& earlier, const Manifest& manifest, bool zip,
                                     bool whole) {
    std::set<std::string> files, documents, sites;
    for (const DocumentEntry& document : manifest.documents) {
        documents.insert(document.path);
        sites.insert(site_of(document));
        for (const FileEntry& file : document.files) files.insert(file.path);
    }
    std::vector<std::string> gone;
    for (const auto& [path, document] : earlier.documents) {
        for (const FileEntry& file : document.files) {
            if (!files.contains(file.path)) store.remove(file.path);
        }
        if (documents.contains(path)) continue;
        store.remove(words_path(path));
        gone.push_back(path);
        const std::string site = site_of(document);
        if (sites.contains(site) || !whole) continue;
        for (const std::string& left :
             {site + "/index.html", folder_of(thumbnail_path(path)), site, ".sayso/words/" + site})
            store.remove(left);
    }
    for (const FileEntry& page : earlier.pages) {
        const bool report = page.path == account::json_name || page.path == account::page_name;
        if (report && whole && !manifest.evidence) store.remove(page.path);
    }
    for (const FileEntry& archive : earlier.archives) {
        if (!zip || !sites.contains(archive.path.substr(0, archive.path.size() - 4)))
            store.remove(archive.path);
    }
    return gone;
}

}  // namespace sayso::pack
