#include "picture/on_demand.h"

#include <dlfcn.h>

namespace sayso::picture {

OnDemand::OnDemand(const char* soname)
    : handle_(dlopen(soname, RTLD_LAZY | RTLD_LOCAL)), found_(handle_ != nullptr) {}

void* OnDemand::symbol(const char* name) {
    void* out = handle_ != nullptr ? dlsym(handle_, name) : nullptr;
    found_ = found_ && out != nullptr;
    return out;
}

}  // namespace sayso::picture
