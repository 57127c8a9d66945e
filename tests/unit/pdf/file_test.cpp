// Properties of whole files: the same bytes however they are made, words that survive, metadata that agrees.
#include <thread>

#include "pages.h"
#include "pdf/srgb_profile.h"
#include "support/pdf_check.h"
#include "support/pdf_reader.h"

namespace sayso::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

/// A document with one of everything, over several pages.
class File : public Pages {
  protected:
    void fill(const std::string& opening = "Being with a person, on their terms") {
        heading(root, "Time together", 1);
        const NodeId section = add(root, doc::Section{});
        paragraph(section, opening);
        for (int i = 0; i < 4; ++i) {
            heading(section, "Part " + std::to_string(i), 2);
            const NodeId list =
                add(section, doc::List{i % 2 == 0 ? doc::List::Marker::bullet : doc::List::Marker::number});
            for (const char* text : {"Listen", "Wait", "Join in: office, affluent"}) item(list, text);
            const NodeId p = paragraph(section, "Write to ");
            link(p, "us", "https://example.org");
            words(p, " first.");
            figure(section, "A square and a circle");
        }
        const NodeId table = add(section, doc::Table{{1, 1}, 1});
        for (int i = 0; i < 6; ++i) {
            const NodeId row = add(table, doc::TableRow{});
            cell(row, "Row " + std::to_string(i));
            cell(row, "Value " + std::to_string(i * 7));
        }
        document[paragraph(section, "لا وقت مثل هذا الوقت")].lang = "ar";
        document[paragraph(section, "किसी व्यक्ति के लिए")].lang = "hi";
        set_all();
    }
};

TEST_F(File, KeepsToEveryRule) {
    fill();
    EXPECT_THAT(pdf_ua_faults(write()), IsEmpty());
    EXPECT_THAT(codes(), IsEmpty());
    EXPECT_GT(pages.size(), 3u);
}

TEST_F(File, SaysWhereItIsCut) {
    fill();
    EXPECT_THAT(write(), testing::Not(HasSubstr("TrimBox")));
    options.trim = pdf::Trim{pt(30), pt(10)};
    const std::string bytes = write();
    EXPECT_THAT(bytes, HasSubstr("/MediaBox[0 0 300 200]/BleedBox[20 20 280 180]/TrimBox[30 30 270 170]"));
    EXPECT_THAT(pdf_ua_faults(bytes), IsEmpty());
}

/// Labels of list items are drawn and are no words of the tree: "• " and "1. " are taken out.
std::string without_labels(const std::string& words) {
    std::string out;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const bool bullet = words.compare(at, 4, "• ") == 0;
        const bool after_space = at > 0 && words[at - 1] == ' ';
        const bool number =
            after_space && std::isdigit(words[at]) != 0 && words.compare(at + 1, 2, ". ") == 0;
        if (bullet)
            at += 3;
        else if (number)
            at += 2;
        else
            out += words[at];
    }
    return out;
}

TEST_F(File, SaysTheDocumentsWordsInTreeOrder) {
    fill();
    EXPECT_EQ(without_labels(plain(text_in_tree_order(read_pdf(write())))), plain(document.text_of(root)));
}

TEST_F(File, IsTheSameTwice) {
    fill();
    EXPECT_EQ(write(), write());
}

TEST_F(File, IsTheSameWithAWarmAndAColdCache) {
    fill();
    pdf::Cache cold(fonts());
    const std::string first = write(cold);
    pdf::Cache used(fonts());
    std::swap(document.title, options.producer);
    write(used);
    std::swap(document.title, options.producer);
    EXPECT_EQ(write(used), first);
}

TEST_F(File, IsTheSameOnEveryThread) {
    fill();
    const std::string expected = write();
    std::vector<std::string> results(8);
    std::vector<std::thread> threads;
    for (std::string& result : results) {
        threads.emplace_back([this, &result] {
            pdf::Cache own(fonts());
            Diagnostics faults;
            for (int i = 0; i < 3; ++i) result = pdf::write(document, pages, options, own, faults);
        });
    }
    for (std::thread& thread : threads) thread.join();
    for (const std::string& result : results) EXPECT_TRUE(result == expected);
}

TEST_F(File, OtherWordsGiveAnotherIdentifier) {
    fill();
    const std::string bytes = write();
    const std::size_t first = bytes.find('<', bytes.rfind("/ID")), second = bytes.find('<', first + 1);
    const std::string id = bytes.substr(first, 34);
    EXPECT_TRUE(id.ends_with(">")) << id;
    EXPECT_EQ(bytes.substr(second, 34), id);  // both halves
    document.title += "!";
    EXPECT_EQ(write().find(id), std::string::npos);
}

TEST_F(File, MetadataStandTwiceAndAgree) {
    fill();
    document.title = "Fish & chips <for> “you”\n";
    document.author = "Willow House";
    document.subject = "A briefing";
    document.keywords = "time, together";
    document.lang = "cy-GB";
    const std::string bytes = write();
    EXPECT_THAT(pdf_ua_faults(bytes), IsEmpty());  // which compares XMP and Info
    const PdfFile file = read_pdf(bytes);
    EXPECT_EQ(file.info.at("Title"), "Fish & chips <for> “you” ");
    EXPECT_EQ(file.info.at("Author"), "Willow House");
    EXPECT_EQ(file.info.at("Subject"), "A briefing");
    EXPECT_EQ(file.info.at("Keywords"), "time, together");
    EXPECT_EQ(file.info.at("Producer"), "sayso test");
    EXPECT_EQ(file.info.at("CreationDate"), "D:20260101000000Z");
    EXPECT_THAT(file.xmp, HasSubstr("<xmp:CreateDate>2026-01-01T00:00:00Z</xmp:CreateDate>"));
    EXPECT_THAT(file.xmp, HasSubstr("<rdf:li>cy-GB</rdf:li>"));
    EXPECT_EQ(file.lang, "cy-GB");
}

TEST_F(File, DatesBeyondFourDigitsAreClamped) {
    fill();
    options.created = std::numeric_limits<std::int64_t>::max();
    EXPECT_EQ(read_pdf(write()).info.at("CreationDate"), "D:99991231235959Z");
    options.created = -1;
    EXPECT_EQ(read_pdf(write()).info.at("CreationDate"), "D:19691231235959Z");
}

TEST_F(File, SurvivesWordsTooLongForOneString) {
    std::string text;
    for (int i = 0; i < 4000; ++i) text += "وقت ";
    paper = {pt(4000), pt(14'000)};
    pages.clear();
    new_page();
    document[paragraph(root, text)].lang = "ar";
    set_all();
    EXPECT_THAT(pdf_ua_faults(write()), IsEmpty());
}

TEST(SrgbProfile, IsSmallAndAdaptedToTheConnectionSpace) {
    const std::string profile = pdf::srgb_profile();
    EXPECT_LT(profile.size(), 700u);
    const auto fixed = [&](std::size_t at) {
        std::int32_t value = 0;
        for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(profile[at + i]);
        return value / 65536.0;
    };
    const auto tag = [&](std::string_view name) {
        const std::size_t record = profile.find(name, 128);
        std::size_t offset = 0;
        for (std::size_t i = 4; i < 8; ++i)
            offset = offset << 8 | static_cast<unsigned char>(profile[record + i]);
        EXPECT_EQ(offset % 4, 0u);
        return offset;
    };
    // White is the sum of the colorants, and is D50.
    const double d50[] = {0.9642, 1.0, 0.8249};
    for (std::size_t i = 0; i < 3; ++i) {
        double sum = 0;
        for (const char* name : {"rXYZ", "gXYZ", "bXYZ"}) sum += fixed(tag(name) + 8 + 4 * i);
        EXPECT_NEAR(sum, d50[i], 0.0003);
    }
    // The curve meets itself where its straight part ends.
    const std::size_t curve = tag("gTRC") + 12;
    const double g = fixed(curve), a = fixed(curve + 4), b = fixed(curve + 8), c = fixed(curve + 12),
                 d = fixed(curve + 16);
    EXPECT_NEAR(std::pow(a * d + b, g), c * d, 1e-4);
    EXPECT_NEAR(std::pow(a + b, g), 1, 1e-4);
}

}  // namespace
}  // namespace sayso::test
