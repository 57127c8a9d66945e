// What a window of the workbench can ask for, once its call has been let in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "load/value.h"

namespace sayso::serve {

/// One document, by the ids of what it is made from; empty ones stand for the project's own.
struct Look {
    std::string audience, kind, edition, lang, site;
};

struct Enter {};   // with the address's token: gets the cookie
struct AskWho {};  // the page to sign in on
struct SignIn {
    std::string name, password;
};
struct SignOut {};
/// What only the server answers, which knows who is inside.
using AtTheDoor = std::variant<Enter, AskWho, SignIn, SignOut>;

struct ReadAsset {
    std::string path;  // beneath the program's data folder
};
struct ReadState {};
struct ShowPages {
    Look look;
};
struct Download {
    Look look;
    std::string format;
};
struct CheckAll {};
struct ReadForm {
    std::string name;  // "project", "evidence", "pack"; "photo:garden-bench": how that photo looks
};
struct ReadWords {
    std::string audience;
};
struct ReadText {
    std::string file;
};
/// One value of a file of the project: the one that the form showed becomes another.
struct Edit {
    std::string file;                       // from the project's folder
    std::vector<std::string> path;          // keys, and ids of items
    std::optional<load::Value> was, value;  // none: nothing stands there
    std::string run;  // of letters typed in one go, which are taken back as one; or none
};
/// A whole file of text as the window showed it, and as it is to be.
struct SaveText {
    std::string file, was, text;
};
struct Undo {};
struct Redo {};
struct Upload {
    std::string what;  // "logo", "sites", "picture", "evidence"
    std::string name;  // of the file, as it was chosen
    std::string bytes;
};
/// Waits for a change after `seen`.
struct Watch {
    std::uint64_t seen = 0;
};
struct NewProject {
    std::string name;  // of the service; empty: the example, to look around
};
struct OpenProject {
    std::string folder;  // one of those offered
};
struct MakePack {};
struct StopPack {};
struct ReadPack {};
struct DownloadPack {};
struct OpenEditor {
    std::string file;
    std::uint32_t line = 1;
};

using Command = std::variant<AtTheDoor, ReadAsset, ReadState, ShowPages, Download, CheckAll, ReadForm,
                             ReadWords, ReadText, Edit, SaveText, Undo, Redo, Upload, Watch, NewProject,
                             OpenProject, MakePack, StopPack, ReadPack, DownloadPack, OpenEditor>;

}  // namespace sayso::serve
