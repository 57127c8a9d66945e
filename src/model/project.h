// A service's project: who it is, its sites, and what it changes of the shipped content. File: sayso.yaml.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/theme.h"
#include "model/words.h"

namespace sayso::model {

/// The folder, in a pack, of documents that are for no site.
inline constexpr const char* whole_service = "whole-service";

struct Contact {
    Words name, role;
    std::optional<Words> phone, email, web;
};

struct Picture {
    Words file;  // relative to the project
    Words alt;   // empty only when decorative
    bool decorative = false;
};

struct Site {
    Words id, name;
    std::optional<Words> place;
    std::vector<Words> strands;
    std::vector<Words> groups;  // what a pack file may call several sites by
    std::optional<Contact> contact, second_contact;
    std::optional<Words> address, opening_hours;
    std::string row;           // of the table of sites, as "row 7"; empty for a site of sayso.yaml
    std::string strands_cell;  // of that table, as "cell D7 (strands)"
};

/// A row of the table of sites that cannot be used. It fails alone: whoever wants this site says why.
struct FaultySite {
    std::string id;             // as far as it could be read
    std::string row;            // "row 7"
    std::vector<Words> groups;  // likewise
    Diagnostics faults;
};

/// What a service says of itself, in one language.
struct ServiceWords {
    std::optional<Words> about, opening_hours;
};

/// lang/LANG/sayso.yaml: sayso.yaml in another language, as far as it is words.
struct SpokenProject {
    ServiceWords service;
};

struct Service {
    Words name;
    std::optional<Words> about;  // one sentence of who the service is
    std::vector<Words> strands;
    std::optional<Picture> logo;
    std::optional<Contact> contact, second_contact;
    std::optional<Words> address, opening_hours;
    std::vector<Site> sites;          // those of the table too, once it has been read
    std::optional<Words> sites_file;  // a CSV table, one row a site
    std::vector<FaultySite> faulty_sites;
    std::map<std::string, ServiceWords> spoken;  // by language
    bool fictional = false;                      // sample data: every page says so
};

/// The service's own colours: the first for what is ours, the second for fills. They are laid upon the theme.
struct Brand {
    std::vector<ThemeColor> colors;
};

struct Project {
    std::string folder;  // where sayso.yaml lies; empty when there is no project
    Words approach;      // the id of a shipped one, or a folder in the project
    std::optional<Service> service;
    std::vector<Words> overlays;  // files laid upon the approach, in order
    Words theme;
    std::optional<Brand> brand;
    Words lang;
    std::vector<Words> frameworks;  // ids of inspection frameworks, such as cqc-2024
};

}  // namespace sayso::model
