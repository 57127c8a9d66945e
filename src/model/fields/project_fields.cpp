// Keys of sayso.yaml.
#include "model/fields.h"

namespace sayso::model {

using load::kebab;
using load::required;
using load::verbatim;

const Fields<Contact>& fields_of(const Contact*) {
    static const Fields<Contact> table("contact", "A real person to ring or write to.",
                                       {{"name", &Contact::name, "Who answers.", required},
                                        {"role", &Contact::role, "What they do."},
                                        {"phone", &Contact::phone, "In quotes, so that it stays as written."},
                                        {"email", &Contact::email, "Their address."},
                                        {"web", &Contact::web, "A page."}});
    return table;
}

const Fields<Picture>& fields_of(const Picture*) {
    static const Fields<Picture> table(
        "picture", "A picture file of the project, with what it shows in words.",
        {{"file", &Picture::file, "The file, from the project's folder.", required},
         {"alt", &Picture::alt, "What it shows, for those who do not see it.",
          load::by_default("of a logo, the service's name")},
         {"decorative", &Picture::decorative, "True when it says nothing; then it needs no alt.",
          load::by_default("false")}},
        "file");
    return table;
}

const Fields<Site>& fields_of(const Site*) {
    static const Fields<Site> table(
        "site", "One place of the service.",
        {{"id", &Site::id, "Short name.", required | kebab},
         {"name", &Site::name, "The place's name.", required},
         {"place", &Site::place, "Where it is."},
         {"strands", &Site::strands, "Its strands; the service's if absent.", kebab},
         {"groups", &Site::groups, "Groups it belongs to, which a pack may name.", kebab},
         {"contact", &Site::contact, "Whom to ask there; the service's contact if absent."},
         {"second-contact", &Site::second_contact, "Whom to ask there when the first is away."},
         {"address", &Site::address, "Its postal address, a line for each part; the service's if absent.",
          verbatim},
         {"opening-hours", &Site::opening_hours, "When somebody is there; the service's if absent."}});
    return table;
}

const Fields<Service>& fields_of(const Service*) {
    static const Fields<Service> table(
        "service", "The service that the documents speak for.",
        {{"name", &Service::name, "The service's name.", required},
         {"fictional", &Service::fictional, "True for sample data; every page says so.",
          load::by_default("false")},
         {"about", &Service::about, "One sentence of who the service is."},
         {"strands", &Service::strands, "The strands it works in; every one if absent.", kebab},
         {"logo", &Service::logo, "Its logo."},
         {"contact", &Service::contact, "Whom to ask."},
         {"second-contact", &Service::second_contact, "Whom to ask when the first is away."},
         {"address", &Service::address, "Its postal address, a line for each part.", verbatim},
         {"opening-hours", &Service::opening_hours, "When somebody is there, in a few words."},
         {"sites", &Service::sites, "Its places."},
         {"sites-file", &Service::sites_file,
          "More places, in a CSV table: a row a site, with the columns of a site's keys."}});
    return table;
}

const Fields<ServiceWords>& fields_of(const ServiceWords*) {
    static const Fields<ServiceWords> table(
        "service in another language", "What the service says of itself.",
        {{"about", &ServiceWords::about, "One sentence of who the service is."},
         {"opening-hours", &ServiceWords::opening_hours, "When somebody is there, in a few words."}});
    return table;
}

const Fields<SpokenProject>& fields_of(const SpokenProject*) {
    static const Fields<SpokenProject> table("project in another language",
                                             "The words of sayso.yaml in another language.",
                                             {{"service", &SpokenProject::service, "The service's."}});
    return table;
}

const Fields<Brand>& fields_of(const Brand*) {
    static const Fields<Brand> table(
        "brand", "The service's own colours, laid upon the theme; its logo stands under service.",
        {{"colors", &Brand::colors,
          "One or two, as \"#RRGGBB\": the first for headings and the masthead, the second for fills. Each "
          "becomes as dark or light as words on it must have it.",
          required}});
    return table;
}

const Fields<Project>& fields_of(const Project*) {
    static const Fields<Project> table(
        "project", "A service's project: who it is, and what it changes of the shipped content.",
        {{"approach", &Project::approach, "Id of a shipped approach, or a folder of the project.",
          load::by_default("the shipped one")},
         {"theme", &Project::theme, "Id of a theme.", load::by_default("sayso")},
         {"brand", &Project::brand, "The service's own colours in place of the theme's."},
         {"lang", &Project::lang, "The language to write in, such as en-GB.",
          load::by_default("the approach's")},
         {"overlays", &Project::overlays, "Files of the project laid upon the approach, in order."},
         {"frameworks", &Project::frameworks, "Ids of inspection frameworks, such as cqc-2024.", kebab},
         {"service", &Project::service, "The service that the documents speak for."}});
    return table;
}

}  // namespace sayso::model
