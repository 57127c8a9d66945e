// The sink made of libharu 2.3.0's object layer: its cross-reference table numbers the objects and writes the
// file, while every body is written by us through the dictionary's callbacks. The library's own dictionaries,
// fonts, images and PDF/A code are not used: they cannot make a tagged PDF/A file, and the object layer can.
// This is the only file of sayso that includes its headers.
#include <array>
#include <deque>
#include <stdexcept>
#include <string>
#include <string_view>

#include <hpdf.h>
#include <hpdf_objects.h>
#include <hpdf_streams.h>

#include "base/number.h"
#include "pdf/objects/content_hash.h"
#include "pdf/objects/sink.h"

namespace sayso::pdf {
namespace {

/// The entries of one object, and its stream when it has one.
struct Body {
    std::string entries;
    Bytes data;
    HPDF_Dict dict = nullptr;
    HPDF_Stream* writer = nullptr;  // the file being written; set by the sink for its whole life
};

HPDF_STATUS put(HPDF_Stream out, std::string_view bytes) {
    return HPDF_Stream_Write(out, reinterpret_cast<const HPDF_BYTE*>(bytes.data()),
                             static_cast<HPDF_UINT>(bytes.size()));
}

HPDF_STATUS append_to_file(HPDF_Stream out, const HPDF_BYTE* bytes, HPDF_UINT count) {
    static_cast<std::string*>(out->attr)->append(reinterpret_cast<const char*>(bytes), count);
    return HPDF_OK;
}

/// Called between "<<" and ">>".
HPDF_STATUS write_entries(HPDF_Dict dict, HPDF_Stream out) {
    return put(out, static_cast<const Body*>(dict->attr)->entries);
}

/// Called after ">>". libharu's own streams would copy the data into blocks and add an object for the length;
/// so the stream, too, is written here.
HPDF_STATUS write_stream(HPDF_Dict dict) {
    const Body& body = *static_cast<const Body*>(dict->attr);
    if (!body.data) return HPDF_OK;
    put(*body.writer, "\nstream\r\n");
    put(*body.writer, *body.data);
    return put(*body.writer, "\nendstream");  // ISO 19005-2, 6.1.7.1: an end of line before it
}

}  // namespace

/// Owns libharu's memory manager and cross-reference table, and the bodies that they point to.
struct Sink::Impl {
    HPDF_Error_Rec error{};
    HPDF_MMgr memory = nullptr;
    HPDF_Xref xref = nullptr;
    HPDF_Stream writer = nullptr;
    std::deque<Body> bodies;  // by object number less one; a deque keeps their addresses
    std::string file;

    Impl() {
        HPDF_Error_Init(&error, nullptr);
        memory = HPDF_MMgr_New(&error, 0, nullptr, nullptr);  // pool 0: its pool is not aligned
        if (memory) xref = HPDF_Xref_New(memory, 0);
        if (xref) writer = HPDF_CallbackWriter_New(memory, append_to_file, &file);
        check(writer);
    }
    ~Impl() {
        if (writer) HPDF_Stream_Free(writer);
        if (xref) HPDF_Xref_Free(xref);
        if (memory) HPDF_MMgr_Free(memory);
    }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    /// libharu's low-level calls keep the first error; only lack of memory or a bug of ours can set it.
    void check(const void* made) const {
        if (!made || error.error_no != 0) throw std::runtime_error("libharu could not make an object");
    }
    Body& body(Ref ref) { return bodies.at(ref.number - 1); }
    void identify();
    std::size_t size() const;
};

Sink::Sink() : impl_(std::make_unique<Impl>()) {}
Sink::~Sink() = default;

Ref Sink::reserve() {
    HPDF_Dict dict = HPDF_Dict_New(impl_->memory);
    impl_->check(dict);
    Body& body = impl_->bodies.emplace_back();
    body.dict = dict;
    body.writer = &impl_->writer;
    dict->attr = &body;
    dict->write_fn = write_entries;
    dict->after_write_fn = write_stream;
    HPDF_Xref_Add(impl_->xref, dict);
    impl_->check(dict);
    return Ref{dict->header.obj_id & 0xFFFFFF};
}

void Sink::object(Ref ref, std::string entries) {
    impl_->body(ref).entries = std::move(entries);
}

void Sink::stream(Ref ref, std::string entries, Bytes data) {
    entries += "/Length ";
    append_integer(entries, static_cast<std::int64_t>(data->size()));
    Body& body = impl_->body(ref);
    body.entries = std::move(entries);
    body.data = std::move(data);
}

void Sink::Impl::identify() {
    ContentHash hash;
    for (const Body& each : bodies) {
        hash.add(each.entries);
        if (each.data) hash.add(*each.data);
    }
    auto digest = hash.digest();
    HPDF_Array id = HPDF_Array_New(memory);
    check(id);
    HPDF_Dict_Add(xref->trailer, "ID", id);
    for (int i = 0; i < 2;
         ++i)  // ISO 32000-1, 14.4: both halves are the same in a file that was never changed
        HPDF_Array_Add(id, HPDF_Binary_New(memory, digest.data(), static_cast<HPDF_UINT>(digest.size())));
}

std::size_t Sink::Impl::size() const {
    std::size_t bytes = 4096;
    for (const Body& each : bodies) bytes += each.entries.size() + (each.data ? each.data->size() : 0) + 96;
    return bytes;
}

std::string Sink::finish(std::string_view version, Ref root, Ref info) {
    Impl& sink = *impl_;
    sink.file.reserve(sink.size());
    HPDF_Dict_Add(sink.xref->trailer, "Root", sink.body(root).dict);
    if (info) HPDF_Dict_Add(sink.xref->trailer, "Info", sink.body(info).dict);
    sink.identify();
    put(sink.writer, "%PDF-");
    put(sink.writer, version);
    put(sink.writer, "\n%\xE2\xE3\xCF\xD3\n");  // four bytes over 127: "treat me as binary"
    HPDF_Xref_WriteToStream(sink.xref, sink.writer, nullptr);
    sink.check(sink.writer);
    return std::move(sink.file);
}

}  // namespace sayso::pdf
