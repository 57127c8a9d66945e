#include "support/pdf_reader.h"

#include <algorithm>
#include <qpdf/JSON.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFNumberTreeObjectHelper.hh>
#include <qpdf/QPDFOutlineDocumentHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <set>

#include <fmt/format.h>

#include "support/pdf_content.h"

namespace sayso::test {
namespace {

std::string text_of(QPDFObjectHandle object) {
    return object.isString() ? object.getUTF8Value() : std::string{};
}
std::string name_of(QPDFObjectHandle object) {
    return object.isName() ? object.getName().substr(1) : std::string{};
}
int int_of(QPDFObjectHandle object, int otherwise) {
    return object.isInteger() ? object.getIntValueAsInt() : otherwise;
}

std::string stream_of(QPDFObjectHandle object) {
    if (!object.isStream()) return {};
    const auto data = object.getStreamData(qpdf_dl_all);
    return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
}

class Reader {
  public:
    explicit Reader(std::string_view bytes) {
        pdf_.setSuppressWarnings(true);
        pdf_.processMemoryFile("test.pdf", bytes.data(), bytes.size());
    }

    PdfFile read() {
        read_catalog();
        read_pages();
        read_structure();
        read_parent_tree();
        for (QPDFOutlineObjectHelper& item : QPDFOutlineDocumentHelper(pdf_).getTopLevelOutlines())
            read_bookmark(item, 1);
        read_every_stream();
        for (const auto& [object, font] : fonts_) file_.fonts.push_back({font->name(), font->faults()});
        for (const QPDFExc& warning : pdf_.getWarnings()) file_.faults.push_back(warning.what());
        return std::move(file_);
    }

  private:
    void read_catalog() {
        QPDFObjectHandle root = pdf_.getRoot(), trailer = pdf_.getTrailer();
        file_.version = pdf_.getPDFVersion();
        file_.encrypted = pdf_.isEncrypted();
        file_.has_id = trailer.getKey("/ID").isArray();
        file_.lang = text_of(root.getKey("/Lang"));
        if (QPDFObjectHandle marks = root.getKey("/MarkInfo"); marks.isDictionary())
            file_.marked = marks.getKey("/Marked").isBool() && marks.getKey("/Marked").getBoolValue();
        if (QPDFObjectHandle preferences = root.getKey("/ViewerPreferences"); preferences.isDictionary()) {
            QPDFObjectHandle shows = preferences.getKey("/DisplayDocTitle");
            file_.shows_title = shows.isBool() && shows.getBoolValue();
        }
        file_.xmp = stream_of(root.getKey("/Metadata"));
        if (root.hasKey("/PageLabels")) file_.page_labels = root.getKey("/PageLabels").unparseResolved();
        file_.has_info = trailer.hasKey("/Info");
        if (QPDFObjectHandle info = trailer.getKey("/Info"); info.isDictionary())
            for (const std::string& key : info.getKeys())
                file_.info[key.substr(1)] = text_of(info.getKey(key));
        if (QPDFObjectHandle intents = root.getKey("/OutputIntents");
            intents.isArray() && intents.getArrayNItems() > 0) {
            file_.output_subtype = name_of(intents.getArrayItem(0).getKey("/S"));
            file_.output_profile = stream_of(intents.getArrayItem(0).getKey("/DestOutputProfile"));
        }
        for (const char* key : {"/AA", "/OpenAction", "/AcroForm", "/Requirements", "/OCProperties", "/AF",
                                "/Names", "/PieceInfo", "/Version", "/Dests"})
            if (root.hasKey(key)) file_.faults.push_back(fmt::format("the catalog has {}", key));
    }

    void read_pages() {
        const auto pages = QPDFPageDocumentHelper(pdf_).getAllPages();
        for (std::size_t i = 0; i < pages.size(); ++i)
            page_number_[pages[i].getObjectHandle().getObjectID()] = static_cast<int>(i);
        for (const QPDFPageObjectHelper& helper : pages) {
            QPDFObjectHandle object = helper.getObjectHandle();
            PdfPage& page = file_.pages.emplace_back();
            const auto box = object.getKey("/MediaBox").getArrayAsRectangle();
            page.width = box.urx - box.llx;
            page.height = box.ury - box.lly;
            page.content = stream_of(object.getKey("/Contents"));
            page.tabs = name_of(object.getKey("/Tabs"));
            page.struct_parents = int_of(object.getKey("/StructParents"), -1);
            if (object.getKey("/Annots").isArray())
                for (QPDFObjectHandle annotation : object.getKey("/Annots").getArrayAsVector())
                    page.annotations.push_back(read_annotation(annotation));
            read_content(object, page, fonts_);
        }
    }

    int page_of_destination(QPDFObjectHandle destination) {
        if (!destination.isArray() || destination.getArrayNItems() == 0) return -1;
        const auto found = page_number_.find(destination.getArrayItem(0).getObjectID());
        return found == page_number_.end() ? -1 : found->second;
    }

    /// ISO 32000-2, 12.3.2.3: as a destination, with an element in the page's place.
    static int element_of_destination(QPDFObjectHandle destination) {
        if (!destination.isArray() || destination.getArrayNItems() < 2) return -1;
        QPDFObjectHandle element = destination.getArrayItem(0);
        const bool is_element = element.isDictionary() && element.hasKey("/S") && element.hasKey("/P");
        return is_element && destination.getArrayItem(1).isName() ? element.getObjectID() : -1;
    }

    PdfAnnotation read_annotation(QPDFObjectHandle object) {
        PdfAnnotation annotation;
        annotation.object = object.getObjectID();
        annotation.subtype = name_of(object.getKey("/Subtype"));
        annotation.contents = text_of(object.getKey("/Contents"));
        if (QPDFObjectHandle action = object.getKey("/A"); action.isDictionary()) {
            annotation.uri = text_of(action.getKey("/URI"));
            annotation.action = name_of(action.getKey("/S"));
            annotation.target_page = page_of_destination(action.getKey("/D"));
            annotation.target_element = element_of_destination(action.getKey("/SD"));
        }
        if (object.hasKey("/Dest")) annotation.target_page = page_of_destination(object.getKey("/Dest"));
        const auto box = object.getKey("/Rect").getArrayAsRectangle();
        annotation.left = box.llx, annotation.bottom = box.lly, annotation.right = box.urx,
        annotation.top = box.ury;
        annotation.struct_parent = int_of(object.getKey("/StructParent"), -1);
        annotation.flags = int_of(object.getKey("/F"), 0);
        return annotation;
    }

    void read_bookmark(QPDFOutlineObjectHelper& item, int level) {
        QPDFObjectHandle action = item.getObjectHandle().getKey("/A");
        const int element = action.isDictionary() ? element_of_destination(action.getKey("/SD")) : -1;
        file_.bookmarks.push_back({item.getTitle(), level, page_of_destination(item.getDest()), element});
        for (QPDFOutlineObjectHelper& kid : item.getKids()) read_bookmark(kid, level + 1);
    }

    void read_structure() {
        root_ = pdf_.getRoot().getKey("/StructTreeRoot");
        if (!root_.isDictionary()) {
            file_.faults.push_back("there is no structure tree");
            return;
        }
        read_namespaces();
        QPDFObjectHandle kids = root_.getKey("/K");
        if (kids.isArray())
            for (QPDFObjectHandle kid : kids.getArrayAsVector()) read_element(kid, -1, root_.getObjectID());
        else
            read_element(kids, -1, root_.getObjectID());
    }

    void read_namespaces() {
        if (QPDFObjectHandle roles = root_.getKey("/RoleMap"); roles.isDictionary())
            for (const std::string& type : roles.getKeys())
                file_.role_map[type.substr(1)] = name_of(roles.getKey(type));
        QPDFObjectHandle all = root_.getKey("/Namespaces");
        if (!all.isArray()) return;
        for (QPDFObjectHandle each : all.getArrayAsVector()) {
            spaces_[each.getObjectID()] = text_of(each.getKey("/NS"));
            file_.namespaces.push_back(text_of(each.getKey("/NS")));
            file_.maps_across_namespaces = file_.maps_across_namespaces || each.hasKey("/RoleMapNS");
        }
    }

    std::string mapped(std::string type) {
        for (int i = 0; i < 8 && file_.role_map.count(type) > 0; ++i) type = file_.role_map.at(type);
        return type;
    }

    int read_element(QPDFObjectHandle object, int parent, int parent_object) {
        if (!object.isDictionary() || !seen_.insert(object.getObjectID()).second) {
            file_.faults.push_back("a structure element is missing, or stands at two places");
            return -1;
        }
        const int index = static_cast<int>(file_.elements.size());
        PdfElement& element = file_.elements.emplace_back();
        element.object = object.getObjectID();
        element.parent = parent;
        element.type = name_of(object.getKey("/S"));
        if (!object.hasKey("/NS")) element.type = mapped(element.type);
        if (object.hasKey("/NS")) {
            const auto space = spaces_.find(object.getKey("/NS").getObjectID());
            element.space = space == spaces_.end() ? "(not declared)" : space->second;
        }
        if (object.getKey("/Ref").isArray())
            for (QPDFObjectHandle other : object.getKey("/Ref").getArrayAsVector())
                element.mentions.push_back(other.getObjectID());
        element.lang = text_of(object.getKey("/Lang"));
        element.alt = text_of(object.getKey("/Alt"));
        element.actual_text = text_of(object.getKey("/ActualText"));
        element.id = text_of(object.getKey("/ID"));
        element.parent_agrees = object.getKey("/P").getObjectID() == parent_object;
        read_attributes(object.getKey("/A"), element);
        const int page = page_number(object.getKey("/Pg"), -1);
        QPDFObjectHandle kids = object.getKey("/K");
        if (kids.isArray())
            for (QPDFObjectHandle kid : kids.getArrayAsVector()) read_kid(kid, index, page);
        else if (!kids.isNull())
            read_kid(kids, index, page);
        return index;
    }

    void read_attributes(QPDFObjectHandle attributes, PdfElement& element) {
        if (attributes.isArray())
            for (QPDFObjectHandle each : attributes.getArrayAsVector()) read_attributes(each, element);
        if (!attributes.isDictionary()) return;
        const std::string owner = name_of(attributes.getKey("/O"));
        for (const std::string& key : attributes.getKeys())
            if (key != "/O")
                element.attributes[owner + "." + key.substr(1)] = attributes.getKey(key).unparseResolved();
    }

    int page_number(QPDFObjectHandle page, int otherwise) {
        if (!page.isDictionary()) return otherwise;
        const auto found = page_number_.find(page.getObjectID());
        return found == page_number_.end() ? -1 : found->second;
    }

    void read_kid(QPDFObjectHandle kid, int index, int page) {
        const auto add = [&](PdfKid made) {
            file_.elements[static_cast<std::size_t>(index)].kids.push_back(made);
        };
        if (kid.isInteger()) return add({PdfKid::Kind::mark, kid.getIntValueAsInt(), page});
        const std::string type = name_of(kid.getKey("/Type"));
        if (type == "MCR")
            return add(
                {PdfKid::Kind::mark, int_of(kid.getKey("/MCID"), -1), page_number(kid.getKey("/Pg"), page)});
        if (type == "OBJR")
            return add({PdfKid::Kind::annotation, kid.getKey("/Obj").getObjectID(),
                        page_number(kid.getKey("/Pg"), page)});
        const int object = file_.elements[static_cast<std::size_t>(index)].object;
        const std::size_t place = file_.elements[static_cast<std::size_t>(index)].kids.size();
        add({PdfKid::Kind::element, -1, -1});
        const int made = read_element(kid, index, object);
        file_.elements[static_cast<std::size_t>(index)].kids[place].index = made;
    }

    void read_parent_tree() {
        if (!root_.isDictionary()) return;
        QPDFObjectHandle tree = root_.getKey("/ParentTree");
        if (!tree.isDictionary()) return file_.faults.push_back("there is no ParentTree");
        for (const auto& [key, value] : QPDFNumberTreeObjectHelper(tree, pdf_)) {
            QPDFObjectHandle parents = value;
            std::vector<int>& objects = file_.parent_tree[static_cast<int>(key)];
            if (!parents.isArray()) {
                objects.push_back(parents.getObjectID());
                continue;
            }
            for (QPDFObjectHandle parent : parents.getArrayAsVector())
                objects.push_back(parent.isDictionary() ? parent.getObjectID() : -1);
        }
    }

    /// Every stream can be decoded, every string is within the limit of PDF/A (ISO 19005-2, 6.1.13).
    void read_every_stream() {
        for (QPDFObjectHandle object : pdf_.getAllObjects()) {
            look_for_long_strings(object.isStream() ? object.getDict() : object);
            look_for_old_keys(object.isStream() ? object.getDict() : object);
            if (!object.isStream()) continue;
            if (object.getDict().hasKey("/F")) file_.faults.push_back("a stream in another file");
            object.getStreamData(qpdf_dl_all);
            if (object.getDict().getKey("/Subtype").isNameAndEquals("/Image")) read_picture(object);
        }
    }
    void read_picture(QPDFObjectHandle object) {
        const bool is_jpeg = object.getDict().getKey("/Filter").isNameAndEquals("/DCTDecode");
        const auto data = is_jpeg ? object.getRawStreamData() : object.getStreamData(qpdf_dl_generalized);
        file_.pictures.push_back({name_of(object.getDict().getKey("/ColorSpace")),
                                  {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()},
                                  object.getDict().hasKey("/SMask")});
    }
    void look_for_old_keys(QPDFObjectHandle object) {
        if (!object.isDictionary()) return;
        for (const char* key : {"/ProcSet", "/CIDSet", "/CharSet"})
            if (object.hasKey(key)) file_.old_keys.emplace_back(key);
    }
    void look_for_long_strings(QPDFObjectHandle object) {
        if (object.isString() && object.getStringValue().size() > 32'767)
            file_.faults.push_back("a string is too long");
        if (object.isArray())
            for (QPDFObjectHandle item : object.getArrayAsVector())
                if (!item.isIndirect()) look_for_long_strings(item);
        if (object.isDictionary())
            for (const std::string& key : object.getKeys())
                if (!object.getKey(key).isIndirect()) look_for_long_strings(object.getKey(key));
    }

    QPDF pdf_;
    PdfFile file_;
    QPDFObjectHandle root_;
    std::map<int, int> page_number_;
    FontReaders fonts_;
    std::set<int> seen_;
    std::map<int, std::string> spaces_;  // by the object of a namespace
};

}  // namespace

PdfFile read_pdf(std::string_view bytes) {
    try {
        return Reader(bytes).read();
    } catch (const std::exception& fault) {
        PdfFile file;
        file.faults.push_back(fmt::format("the file cannot be read: {}", fault.what()));
        return file;
    }
}

}  // namespace sayso::test
