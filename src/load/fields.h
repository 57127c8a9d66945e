// One table of fields per type, built from pointers to members. From a table come: reading the type from a
// Value with every fault named, its JSON Schema and its entry in the reference page.
//
// A type takes part by a function found beside it: `const load::Fields<T>& fields_of(const T*)`.
#pragma once

#include <concepts>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "load/choice.h"
#include "load/reading.h"

namespace sayso::load {

template <class T>
class Fields;

/// How a type is read and described. This one is for types with a table of fields.
template <class T>
struct Reader {
    static const Fields<T>& table() { return fields_of(static_cast<const T*>(nullptr)); }
    static const RecordShape& record() { return table().shape(); }
    static Shape shape() { return {Shape::Kind::record, nullptr, &Reader::record}; }
    static void read(const Value& value, T& out, const Reading& reading) {
        table().read(value, out, reading);
    }
};

template <Shape::Kind kind, auto function>
struct ScalarReader {
    static Shape shape() { return {kind, nullptr, nullptr}; }
    static void read(const Value& value, auto& out, const Reading& reading) { function(value, out, reading); }
};

template <>
struct Reader<std::string> : ScalarReader<Shape::Kind::text, &read_text> {};
template <>
struct Reader<int> : ScalarReader<Shape::Kind::integer, &read_integer> {};
template <>
struct Reader<double> : ScalarReader<Shape::Kind::number, &read_number> {};
template <>
struct Reader<bool> : ScalarReader<Shape::Kind::boolean, &read_boolean> {};
template <>
struct Reader<Length> : ScalarReader<Shape::Kind::length, &read_length> {};
template <>
struct Reader<Edges> : ScalarReader<Shape::Kind::edges, &read_edges> {};
template <>
struct Reader<Color> : ScalarReader<Shape::Kind::color, &read_color> {};

/// A word that is none of the choice's was reported by the field's rule, and leaves what is there.
template <ClosedChoice E>
struct Reader<E> {
    static Shape shape() { return {Shape::Kind::text, nullptr, nullptr}; }
    static void read(const Value& value, E& out, const Reading& reading) {
        std::string word;
        read_text(value, word, reading);
        out = choice_of<E>(word).value_or(out);
    }
};

template <class T>
struct Reader<std::optional<T>> {
    static Shape shape() { return Reader<T>::shape(); }
    static void read(const Value& value, std::optional<T>& out, const Reading& reading) {
        Reader<T>::read(value, out.emplace(), reading);
    }
};

template <class T>
struct Reader<std::vector<T>> {
    static Shape shape() {
        return {Shape::Kind::list, std::make_shared<const Shape>(Reader<T>::shape()), nullptr};
    }
    static void read(const Value& value, std::vector<T>& out, const Reading& reading) {
        if (!check_list(value, reading)) return;
        if (Reader<T>::shape().kind == Shape::Kind::record) check_unique_ids(value, reading);
        const Reading item = reading.item();
        for (const Value& each : value.items) Reader<T>::read(each, out.emplace_back(), item);
    }
};

template <class T>
struct Reader<std::map<std::string, T>> {
    static Shape shape() {
        return {Shape::Kind::map, std::make_shared<const Shape>(Reader<T>::shape()), nullptr};
    }
    static void read(const Value& value, std::map<std::string, T>& out, const Reading& reading) {
        if (!check_map(value, reading)) return;
        for (const Entry& entry : value.entries)
            Reader<T>::read(entry.value, out[entry.key], reading.key(entry.key));
    }
};

/// One key of a type: what it is called, what it means, where it goes.
template <class T>
struct Field {
    template <class Member>
    Field(std::string key, Member T::*member, std::string doc, Rule rule = {})
        : shape{std::move(key), std::move(doc), Reader<Member>::shape(),
                std::move(rule) | one_of(words_of_choice<Member>())},
          read([member](const Value& value, T& out, const Reading& reading) {
              Reader<Member>::read(value, out.*member, reading);
          }) {}

    FieldShape shape;
    std::function<void(const Value&, T&, const Reading&)> read;
};

template <class T>
class Fields {
  public:
    /// `shorthand` is the key that a plain text in the place of the record stands for.
    Fields(std::string name, std::string doc, std::vector<Field<T>> fields, std::string shorthand = {})
        : fields_(std::move(fields)) {
        shape_.name = std::move(name);
        shape_.doc = std::move(doc);
        shape_.shorthand = std::move(shorthand);
        for (const Field<T>& field : fields_) shape_.fields.push_back(field.shape);
    }

    const RecordShape& shape() const { return shape_; }

    void read(const Value& value, T& out, const Reading& reading) const {
        set_place(out, value.span);
        if (!check_record(shape_, value, reading)) return;
        for (const Field<T>& field : fields_) {
            const bool is_short = value.kind == Value::Kind::scalar;
            if (is_short && field.shape.key != shape_.shorthand) continue;
            const Value* found = is_short ? &value : value.find(field.shape.key);
            if (found == nullptr || found->kind == Value::Kind::null) continue;
            const Reading here = reading.key(field.shape.key);
            check_rule(field.shape, *found, here);
            field.read(*found, out, here);
        }
    }

  private:
    static void set_place(T& out, Span span) {
        if constexpr (requires {
                          { out.place } -> std::same_as<Span&>;
                      }) {
            out.place = span;
        } else if constexpr (requires {
                                 { out.span } -> std::same_as<Span&>;
                             }) {
            out.span = span;
        }
    }

    std::vector<Field<T>> fields_;
    RecordShape shape_;
};

}  // namespace sayso::load
