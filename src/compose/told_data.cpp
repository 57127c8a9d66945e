#include "compose/told_data.h"

#include <string>

#include <fmt/format.h>

namespace sayso::compose {

using model::Words;

Data words_list(const std::vector<Words>& items) {
    List out;
    for (const Words& item : items) out.push_back(markdown(item));
    return out;
}

Data easy_read(const model::Audience& audience) {
    List sections;
    for (const model::EasyReadSection& section : audience.easy_read) {
        List rows;
        for (const model::EasyReadRow& row : section.rows) {
            rows.push_back(Record{
                fmt::format("easy-read row \"{}\"", row.id.text),
                row.id.span,
                {{"id", plain(row.id)}, {"picture", plain(row.picture)}, {"lines", words_list(row.lines)}}});
        }
        sections.push_back(
            Record{fmt::format("easy-read section \"{}\"", section.id.text),
                   section.id.span,
                   {{"id", plain(section.id)}, {"title", markdown(section.title)}, {"rows", rows}}});
    }
    return sections;
}

Data deck(const model::Audience& audience) {
    List slides;
    const Words* section = nullptr;  // of the slide before; the first without one begins its own
    for (const model::DeckSlide& slide : audience.deck) {
        if (slide.section || section == nullptr) section = slide.section ? &*slide.section : &slide.title;
        slides.push_back(Record{fmt::format("deck slide \"{}\"", slide.id.text),
                                slide.id.span,
                                {{"id", plain(slide.id)},
                                 {"layout", plain(slide.layout)},
                                 {"title", markdown(slide.title)},
                                 {"section", markdown(*section)},
                                 {"lines", words_list(slide.lines)},
                                 {"picture", slide.picture ? plain(*slide.picture) : Data{}},
                                 {"notes", markdown(slide.notes)},
                                 {"seconds", plain(std::to_string(slide.seconds))}}});
    }
    return slides;
}

}  // namespace sayso::compose
