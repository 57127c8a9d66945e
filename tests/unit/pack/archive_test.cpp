#include "pack/archive.h"

#include <memory>

#include <gtest/gtest.h>
#include <zip.h>

namespace sayso::pack {
namespace {

std::vector<ArchiveMember> members() {
    return {{"mill/b.pdf", std::string(5000, 'b'), 1'767'225'600},
            {"mill/a.pdf", "aaa", 1'767'225'600},
            {"mill/index.html", std::string(5000, 'i'), 0}};
}

TEST(Archive, SameBytesWhateverTheOrder) {
    auto turned = members();
    std::swap(turned[0], turned[2]);
    EXPECT_EQ(zip(members()), zip(turned));
    EXPECT_FALSE(zip(members()).empty());
}

TEST(Archive, HoldsWhatWasPutIn) {
    std::string bytes = zip(members());
    zip_error_t error;
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    const std::unique_ptr<zip_t, decltype(&zip_discard)> archive(
        zip_open_from_source(source, ZIP_CHECKCONS, &error), &zip_discard);
    ASSERT_NE(archive, nullptr);
    ASSERT_EQ(zip_get_num_entries(archive.get(), 0), 3);
    EXPECT_STREQ(zip_get_name(archive.get(), 0, 0), "mill/a.pdf");
    for (const ArchiveMember& member : members()) {
        zip_stat_t stat;
        ASSERT_EQ(zip_stat(archive.get(), member.path.c_str(), 0, &stat), 0) << member.path;
        std::string back(stat.size, '\0');
        const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(
            zip_fopen(archive.get(), member.path.c_str(), 0), &zip_fclose);
        EXPECT_EQ(zip_fread(file.get(), back.data(), back.size()), static_cast<zip_int64_t>(back.size()));
        EXPECT_EQ(back, member.bytes);
        EXPECT_EQ(stat.comp_method, member.path.ends_with(".pdf") ? ZIP_CM_STORE : ZIP_CM_DEFLATE);
    }
}

}  // namespace
}  // namespace sayso::pack
