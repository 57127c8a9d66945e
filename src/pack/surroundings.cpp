#include "pack/surroundings.h"

#include <algorithm>
#include <mutex>

#include "pack/archive.h"
#include "session/parallel.h"

namespace sayso::pack {
namespace {

class Surrounder {
  public:
    Surrounder(Store& store, const IndexPages& pages, const Archives& archives, Manifest& manifest)
        : store_(store), pages_(pages), archives_(archives), manifest_(manifest), sites_(by_site(manifest)) {}

    std::optional<WriteFault> run(std::size_t threads) {
        manifest_.pages.assign(sites_.size(), {});
        manifest_.archives.assign(archives_.wanted ? sites_.size() : 0, {});
        for_all(sites_.size(), threads, [this](std::size_t i, std::size_t) { site(i); });
        manifest_.pages.push_back(page("index.html", pages_.front(manifest_)));
        if (manifest_.evidence) {
            manifest_.pages.push_back(page(account::json_name, account::to_json(report_of(manifest_))));
            manifest_.pages.push_back(page(account::page_name, pages_.report(manifest_)));
        }
        return std::move(fault_);
    }

  private:
    void site(std::size_t i) {
        const std::string text = pages_.site(manifest_, sites_[i]);
        manifest_.pages[i] = page(sites_[i].folder + "/index.html", text);
        if (archives_.wanted) manifest_.archives[i] = archive(sites_[i], text);
    }

    FileEntry page(const std::string& path, const std::string& bytes) {
        if (store_.read(path) != bytes) write(path, bytes);
        return {path, sha256(bytes), bytes.size(), 0};
    }

    FileEntry archive(const SiteDocuments& site, const std::string& text) {
        const std::string path = site.folder + ".zip";
        const auto earlier = std::find_if(archives_.earlier.begin(), archives_.earlier.end(),
                                          [&](const FileEntry& file) { return file.path == path; });
        if (!archives_.changed.contains(site.folder) && earlier != archives_.earlier.end() &&
            store_.is_intact(*earlier))
            return *earlier;
        std::vector<ArchiveMember> members;
        std::int64_t newest = 0;
        for (const DocumentEntry& document : site.documents) {
            newest = std::max(newest, document.made);
            for (const FileEntry& file : document.files)
                members.push_back({file.path, store_.read(file.path).value_or(""), document.made});
        }
        members.push_back({site.folder + "/index.html", text, newest});
        const std::string bytes = zipped(std::move(members));
        write(path, bytes);
        return {path, sha256(bytes), bytes.size(), 0};
    }

    std::string zipped(std::vector<ArchiveMember> members) {
        const std::lock_guard lock(zip_mutex_);
        return zip(std::move(members));
    }

    void write(const std::string& path, const std::string& bytes) {
        const auto fault = store_.write(path, bytes);
        if (!fault) return;
        const std::lock_guard lock(mutex_);
        if (!fault_) fault_ = WriteFault{path, *fault};
    }

    Store& store_;
    const IndexPages& pages_;
    const Archives& archives_;
    Manifest& manifest_;
    std::vector<SiteDocuments> sites_;
    std::mutex mutex_, zip_mutex_;
    std::optional<WriteFault> fault_;
};

}  // namespace

std::optional<WriteFault> surround(Store& store, const IndexPages& pages, const Archives& archives,
                                   std::size_t threads, Manifest& manifest) {
    return Surrounder(store, pages, archives, manifest).run(threads);
}

}  // namespace sayso::pack
