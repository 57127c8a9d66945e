#include "pdf/pages/picture_book.h"

#include "base/number.h"
#include "pdf/pages/picture_data.h"

namespace sayso::pdf {

std::uint32_t PictureBook::number(const std::shared_ptr<const frame::Image>& image) {
    const auto [place, is_new] =
        numbers_.try_emplace(image.get(), static_cast<std::uint32_t>(images_.size()));
    if (is_new) images_.push_back(image);
    return place->second;
}

std::string PictureBook::write(Sink& sink) {
    std::string resources;
    for (std::size_t i = 0; i < images_.size(); ++i) {
        const frame::Image& image = *images_[i];
        const std::shared_ptr<const PictureData> data = cache_.picture(images_[i]);
        const Ref ref = sink.reserve();
        std::string entries = picture_entries(image);
        if (data->alpha) {
            const Ref mask = sink.reserve();
            sink.stream(mask, alpha_entries(image), data->alpha);
            entries += "/SMask ";
            append_ref(entries, mask);
        }
        sink.stream(ref, std::move(entries), data->samples);
        resources += "/I";
        append_integer(resources, static_cast<std::int64_t>(i));
        resources += ' ';
        append_ref(resources, ref);
    }
    return resources;
}

}  // namespace sayso::pdf
