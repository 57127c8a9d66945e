#include "support/pdf_content.h"

#include <algorithm>
#include <array>
#include <qpdf/JSON.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <set>

#include <fmt/format.h>

namespace sayso::test {
namespace {

/// ISO 32000-1, 8.3.4: [x y 1] · [a b 0; c d 0; e f 1].
struct Matrix {
    double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
    Matrix operator*(const Matrix& m) const {
        return {a * m.a + b * m.c, a * m.b + b * m.d,       c * m.a + d * m.c,
                c * m.b + d * m.d, e * m.a + f * m.c + m.e, e * m.b + f * m.d + m.f};
    }
};

struct Marked {
    std::string tag;
    int number = -1;
    bool artifact = false;
    bool in_text = false;  // opened inside BT … ET
};

class ContentReader : public QPDFObjectHandle::ParserCallbacks {
  public:
    ContentReader(QPDFObjectHandle resources, PdfPage& page, FontReaders& fonts)
        : resources_(resources), page_(page), fonts_(fonts) {}

    void handleObject(QPDFObjectHandle object) override {
        if (!object.isOperator()) {
            operands_.push_back(object);
            return;
        }
        run(object.getOperatorValue());
        operands_.clear();
    }
    void handleEOF() override {
        if (!marked_.empty()) fault("a marked-content sequence is never closed");
        if (!saved_.empty()) fault("q without Q");
        if (in_text_) fault("BT without ET");
    }

  private:
    struct State {
        Matrix to_page;
        std::shared_ptr<FontReader> font;
        double size = 0;
    };

    void fault(std::string words) {
        if (std::find(page_.faults.begin(), page_.faults.end(), words) == page_.faults.end())
            page_.faults.push_back(std::move(words));
    }
    double number(std::size_t i) {
        return i < operands_.size() && operands_[i].isNumber() ? operands_[i].getNumericValue() : 0;
    }

    void run(const std::string& op) {
        static const std::set<std::string> painting{"S",  "s", "f",  "F",  "f*", "B",
                                                    "B*", "b", "b*", "sh", "Do", "EI"};
        if (op == "BDC" || op == "BMC")
            begin_marked(op == "BDC");
        else if (op == "EMC")
            end_marked();
        else if (op == "q")
            saved_.push_back(state_);
        else if (op == "Q")
            restore();
        else if (op == "cm")
            state_.to_page =
                Matrix{number(0), number(1), number(2), number(3), number(4), number(5)} * state_.to_page;
        else if (painting.count(op) > 0)
            draw();
        else
            text_operator(op);
    }
    void text_operator(const std::string& op) {
        if (op == "BT")
            begin_text();
        else if (op == "ET")
            end_text();
        else if (op == "Tf")
            set_font();
        else if (op == "Td")
            line_ = text_ = Matrix{1, 0, 0, 1, number(0), number(1)} * line_;
        else if (op == "Tm")
            line_ = text_ = Matrix{number(0), number(1), number(2), number(3), number(4), number(5)};
        else if (op == "Tj")
            show(operands_.at(0));
        else if (op == "TJ")
            show_array(operands_.at(0));
        else if (op == "'" || op == "\"" || op == "T*" || op == "TD" || op == "Tz" || op == "Tc" ||
                 op == "Tw")
            fault(fmt::format("operator {}, which this reader does not know", op));
    }

    void begin_text() {
        if (in_text_) fault("BT inside BT");
        in_text_ = true;
        line_ = text_ = Matrix{};
    }
    void end_text() {
        if (!in_text_) fault("ET without BT");
        in_text_ = false;
        if (!marked_.empty() && marked_.back().in_text) fault("a marked-content sequence reaches over ET");
    }
    void restore() {
        if (saved_.empty()) return fault("Q without q");
        state_ = saved_.back();
        saved_.pop_back();
    }

    void begin_marked(bool has_properties) {
        Marked mark{operands_.at(0).getName().substr(1), -1, false, in_text_};
        QPDFObjectHandle properties = has_properties ? operands_.at(1) : QPDFObjectHandle::newNull();
        if (properties.isDictionary() && properties.getKey("/MCID").isInteger())
            mark.number = properties.getKey("/MCID").getIntValueAsInt();
        mark.artifact = mark.tag == "Artifact" && mark.number < 0;  // a numbered one stands in the structure
        const bool tagged_around =
            std::any_of(marked_.begin(), marked_.end(), [](const Marked& m) { return m.number >= 0; });
        const bool artifact_around =
            std::any_of(marked_.begin(), marked_.end(), [](const Marked& m) { return m.artifact; });
        if (mark.artifact && tagged_around) fault("an artifact inside tagged content");
        if (mark.number >= 0 && artifact_around) fault("tagged content inside an artifact");
        if (mark.number >= 0 && tagged_around) fault("tagged content inside tagged content");
        if (mark.number >= 0) {
            if (page_.marks.count(mark.number) > 0) fault(fmt::format("MCID {} is used twice", mark.number));
            page_.marks[mark.number].tag = mark.tag;
        }
        if (mark.artifact) add_artifact(properties);
        marked_.push_back(mark);
    }
    void add_artifact(QPDFObjectHandle properties) {
        std::string type = "(no type)";
        if (properties.isDictionary() && properties.getKey("/Type").isName())
            type = properties.getKey("/Type").getName().substr(1);
        else
            fault("an artifact without a type");
        if (type == "Background" && !properties.getKey("/BBox").isRectangle())
            fault("a background artifact without its box");
        page_.artifacts.push_back(type);
    }
    void end_marked() {
        if (marked_.empty()) return fault("EMC without BDC");
        if (marked_.back().in_text != in_text_) fault("a marked-content sequence crosses a text object");
        marked_.pop_back();
    }

    /// Notes that something is painted. Returns the numbered sequence that it belongs to.
    PdfMark* draw() {
        for (auto mark = marked_.rbegin(); mark != marked_.rend(); ++mark) {
            if (mark->artifact) return nullptr;
            if (mark->number < 0) continue;
            PdfMark& found = page_.marks[mark->number];
            found.draws = true;
            return &found;
        }
        fault("content is neither tagged nor an artifact");
        return nullptr;
    }

    void set_font() {
        const std::string name = operands_.at(0).getName();
        QPDFObjectHandle font = resources_.getKey("/Font").getKey(name);
        if (!font.isDictionary()) return fault(fmt::format("no font {}", name));
        auto& reader = fonts_[font.getObjectID()];
        if (!reader) reader = std::make_shared<FontReader>(font);
        state_.font = reader;
        state_.size = number(1);
    }
    void show_array(QPDFObjectHandle array) {
        for (QPDFObjectHandle item : array.getArrayAsVector()) {
            if (item.isString())
                show(item);
            else
                advance(-item.getNumericValue());
        }
    }
    void advance(double thousandths) {
        text_ = Matrix{1, 0, 0, 1, thousandths / 1000 * state_.size, 0} * text_;
    }
    void show(QPDFObjectHandle string) {
        if (!in_text_) fault("text shown outside BT and ET");
        if (!state_.font) return fault("text shown without a font");
        const std::string codes = string.getStringValue();
        if (codes.size() % 2 != 0) fault("a string of half codes");
        PdfMark* const mark = draw();
        check_inside();
        for (std::size_t i = 0; i + 1 < codes.size(); i += 2) {
            const unsigned code =
                static_cast<unsigned char>(codes[i]) * 256u + static_cast<unsigned char>(codes[i + 1]);
            const std::string text = state_.font->text(code);
            if (mark) mark->text += text;
            if (text != " ") check_inside();
            advance(state_.font->width(code));
        }
    }
    void check_inside() {
        constexpr double slack = 1;
        const Matrix at = text_ * state_.to_page;
        if (at.e < -slack || at.f < -slack || at.e > page_.width + slack || at.f > page_.height + slack)
            fault(fmt::format("text leaves the page, at {:.1f} {:.1f}", at.e, at.f));
    }

    QPDFObjectHandle resources_;
    PdfPage& page_;
    FontReaders& fonts_;
    std::vector<QPDFObjectHandle> operands_;
    std::vector<Marked> marked_;
    State state_;
    std::vector<State> saved_;
    bool in_text_ = false;
    Matrix line_, text_;
};

}  // namespace

void read_content(QPDFObjectHandle page_object, PdfPage& page, FontReaders& fonts) {
    QPDFPageObjectHelper helper(page_object);
    ContentReader reader(helper.getAttribute("/Resources", false), page, fonts);
    helper.parseContents(&reader);
}

}  // namespace sayso::test
