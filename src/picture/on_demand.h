// Libraries that few documents need, loaded when one does: with librsvg and libheif linked in, every start of
// the program would take 12 ms longer.
#pragma once

namespace sayso::picture {

/// A shared library; once loaded, it stays.
class OnDemand {
  public:
    explicit OnDemand(const char* soname);
    /// Whether the library and all that was asked of it is there.
    explicit operator bool() const { return found_; }

    /// Sets `function` to the library's function of that name, or to one of the libraries that it needs.
    template <class Function>
    void find(Function*& function, const char* name) {
        function = reinterpret_cast<Function*>(symbol(name));
    }

  private:
    void* symbol(const char* name);

    void* handle_;
    bool found_;
};

}  // namespace sayso::picture
