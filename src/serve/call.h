// What comes in at the workbench's door and what goes out, without sockets.
#pragma once

#include <map>
#include <string>

namespace sayso::serve {

struct Call {
    std::string method;                          // "GET"
    std::string target;                          // path and query, as sent
    std::map<std::string, std::string> headers;  // names in lower case; of several, the first
    std::string body;
    std::string from{};  // the numeric address of whoever called
};

/// Why a call is not answered: a status of 4xx and one sentence for people.
struct Refusal {
    int status = 400;
    std::string sentence;
};

struct Answer {
    int status = 200;
    std::string type = "application/json";
    std::string body;
    std::map<std::string, std::string> headers{};
};

}  // namespace sayso::serve
