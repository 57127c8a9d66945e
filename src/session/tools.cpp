#include "session/session_impl.h"

namespace sayso {

void Tools::belong_to(const std::shared_ptr<const text::FontLibrary>& fonts) {
    if (fonts_ == fonts) return;
    idle_.clear();
    drawings_ = std::make_shared<Drawings>();
    fonts_ = fonts;
}

std::unique_ptr<Worker> Tools::take(const std::shared_ptr<const text::FontLibrary>& fonts) {
    const std::lock_guard lock(mutex_);
    belong_to(fonts);
    if (idle_.empty()) return std::make_unique<Worker>(*fonts);
    std::unique_ptr<Worker> worker = std::move(idle_.back());
    idle_.pop_back();
    worker->compose_cache = {};  // of another snapshot
    return worker;
}

void Tools::give_back(std::unique_ptr<Worker> worker) {
    const std::lock_guard lock(mutex_);
    if (fonts_ && &worker->fonts == fonts_.get()) idle_.push_back(std::move(worker));
}

std::shared_ptr<Drawings> Tools::drawings(const std::shared_ptr<const text::FontLibrary>& fonts) {
    constexpr std::size_t most_known = 400;
    const std::lock_guard lock(mutex_);
    belong_to(fonts);
    if (drawings_->size() > most_known) drawings_ = std::make_shared<Drawings>();
    return drawings_;
}

}  // namespace sayso
