// What people type wrong: each told in the program's own words, with what to type instead, and exit code 2.
#include <algorithm>
#include <cstdlib>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "suite/cli/program.h"

namespace sayso::suite {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

struct Slip {
    std::vector<std::string> typed;
    std::string told, hint;
};

void PrintTo(const Slip& slip, std::ostream* out) {
    *out << "sayso";
    for (const std::string& word : slip.typed) *out << ' ' << word;
}

class Usage : public testing::TestWithParam<Slip> {};

TEST_P(Usage, IsToldWithAHint) {
    const Finished run = run_sayso(GetParam().typed);
    EXPECT_EQ(run.status, 2);
    EXPECT_EQ(run.out, "");
    EXPECT_EQ(run.err, "sayso: error: " + GetParam().told + "\n  hint: " + GetParam().hint + "\n1 error\n");
}

const std::string dpi_hint = "write a number from 20 to 600";
const std::string jobs_hint = "write a whole number from 1 to 256";

INSTANTIATE_TEST_SUITE_P(
    Slips, Usage,
    testing::Values(
        Slip{{}, "no command is named", "write: sayso build, for instance; see `sayso --help`"},
        Slip{{"biuld"}, "there is no command \"biuld\"", "did you mean \"build\"?"},
        Slip{{"help"}, "there is no command \"help\"", "write: sayso --help, or sayso COMMAND --help"},
        Slip{{"build", "--audiance=family"}, "there is no option \"--audiance\"", "did you mean --audience?"},
        Slip{{"build", "--colour=red"},
             "there is no option \"--colour\"",
             "see `sayso build --help` for those there are"},
        Slip{{"build", "--audiance", "family", "my-service"},
             "there is no option \"--audiance\"",
             "did you mean --audience?"},
        Slip{{"build", "-x"}, "there is no option \"-x\"", "see `sayso build --help` for those there are"},
        Slip{{"--colour", "build"},
             "there is no option \"--colour\"",
             "see `sayso --help` for those there are"},
        Slip{{"build", "--strand"},
             "\"--strand\" has no value",
             "write it behind --strand: Narrow to one strand, such as children or adults, or both"},
        Slip{{"build", "--strand", "--strict"},
             "\"--strand\" has no value",
             "write it behind --strand: Narrow to one strand, such as children or adults, or both"},
        Slip{
            {"build", "-o", ""}, "\"-o\" has an empty value", "write it behind -o: Folder to write to (out)"},
        Slip{{"build", "--strict=yes"}, "\"--strict\" takes no value", "write --strict alone"},
        Slip{{"build", ""},
             "an argument is empty",
             "name it, or leave it out; an unset variable of the shell?"},
        Slip{{"build", "a", "b"}, "\"b\" is one argument too many", "see `sayso build --help`"},
        Slip{{"build", "--format", "pdff"}, "\"--format\" cannot be \"pdff\"", "did you mean \"pdf\"?"},
        Slip{{"build", "--format", "pdf,xlsx"},
             "\"--format\" cannot be \"xlsx\"",
             "one of: pdf, png, html, epub, docx, pptx"},
        Slip{{"build", "--dpi", "nan"}, "\"--dpi\" cannot be \"nan\"", dpi_hint},
        Slip{{"build", "--dpi", "inf"}, "\"--dpi\" cannot be \"inf\"", dpi_hint},
        Slip{{"build", "--dpi", "-1"}, "\"--dpi\" cannot be \"-1\"", dpi_hint},
        Slip{{"build", "--dpi", "0"}, "\"--dpi\" cannot be \"0\"", dpi_hint},
        Slip{{"diagram", "--dpi=1e9"}, "\"--dpi\" cannot be \"1e9\"", dpi_hint},
        Slip{{"diagram", "--dpi", "many"}, "\"--dpi\" cannot be \"many\"", dpi_hint},
        Slip{{"diagram", "--size", "A5"},
             "there is no size \"A5\"",
             "one of: a4, a3, a4-portrait, a3-portrait, slide"},
        Slip{{"build", "--lang", "EN-GB"}, "there is no language \"EN-GB\"", "did you mean \"en-GB\"?"},
        Slip{{"init"},
             "DIR is missing",
             "write, for instance: sayso init my-service && sayso build my-service"},
        Slip{{"list"}, "WHAT is missing", "write, for instance: sayso list outcomes"},
        Slip{{"build", "-o", "a", "--out", "b"}, "\"--out\" is given twice", "give it once"},
        Slip{{"build", "--site", "north"},
             "this project has no sites",
             "leave --site out, or list the sites under `service: sites:` in sayso.yaml"},
        Slip{{"pack", "mrge", "p1"},
             "there is no command \"sayso pack mrge\"",
             "did you mean \"sayso pack merge\"?"},
        Slip{{"pack", "dif", "a", "b"},
             "there is no command \"sayso pack dif\"",
             "did you mean \"sayso pack diff\"?"},
        Slip{{"pack", "mine", "yours"}, "\"yours\" is one argument too many", "see `sayso pack --help`"},
        Slip{{"pack", "diff", "a", "b", "c"},
             "\"c\" is one argument too many",
             "see `sayso pack diff --help`"},
        Slip{{"pack", "diff", "a"},
             "NEW is missing",
             "write, for instance: sayso pack diff pack-spring pack-summer"},
        Slip{{"pack", "diff"},
             "OLD NEW is missing",
             "write, for instance: sayso pack diff pack-spring pack-summer"},
        Slip{{"pack", "merge", "--strict", "a"},
             "there is no option \"--strict\"",
             "see `sayso pack merge --help` for those there are"},
        Slip{{"pack", "--jobs", "0"}, "\"--jobs\" cannot be \"0\"", jobs_hint},
        Slip{{"pack", "--jobs", "1.5"}, "\"--jobs\" cannot be \"1.5\"", jobs_hint},
        Slip{{"pack", "-j", "9999"}, "\"-j\" cannot be \"9999\"", jobs_hint},
        Slip{{"pack", "--shard", "5/4"},
             "\"--shard\" cannot be \"5/4\"",
             "write which of how many, such as 2/4"},
        Slip{{"list", "outcome"}, "cannot list \"outcome\"", "did you mean \"outcomes\"?"},
        Slip{{"schema", "projct"}, "no schema is called \"projct\"", "did you mean \"project\"?"}));

TEST(CommandLine, EveryFaultIsToldInOneRun) {
    const Finished run = run_sayso({"build", "--kidn", "--dpi", "0", "--format", "doc"});
    EXPECT_EQ(run.status, 2);
    EXPECT_THAT(run.err, HasSubstr("\"--kidn\""));
    EXPECT_THAT(run.err, HasSubstr("\"0\""));
    EXPECT_THAT(run.err, HasSubstr("\"doc\""));
    EXPECT_THAT(run.err, HasSubstr("3 errors"));
}

TEST(CommandLine, AsJsonEachIsOneObjectALine) {
    const std::vector<std::vector<std::string>> wrong = {
        {"build", "--format-errors=json", "--kidn"},
        {"--format-errors", "json", "build", "--dpi", "0"},
        {"build", "--format-errors", "json", "a", "b"},
        {"list", "outcome", "--format-errors=json"},
        {"schema", "x", "--format-errors=json"},
        {"check", "--format=json", "--nonsense"},
        {"--format-errors=json"},
    };
    for (const auto& typed : wrong) {
        const Finished run = run_sayso(typed);
        EXPECT_EQ(run.status, 2) << run.err;
        EXPECT_THAT(run.err, StartsWith("{\"code\":\"wrong-usage\""));
        EXPECT_EQ(std::count(run.err.begin(), run.err.end(), '\n'), 1) << run.err;
    }
}

TEST(CommandLine, ResultsThatCannotBeWrittenAreToldAsAnyFault) {
    const Folder folder;
    const auto told = [&](const std::string& more) {
        const std::string command =
            "SAYSO_HOME=" SAYSO_SOURCE_DIR " " SAYSO_PROGRAM " list outcomes " + more + " > /dev/full 2> ";
        EXPECT_NE(std::system((command + folder.path("err")).c_str()), 0);
        return folder.read("err");
    };
    EXPECT_EQ(told(""),
              "sayso: error: cannot write the results to standard output\n"
              "  hint: make room where they are to go\n");
    EXPECT_THAT(told("--format-errors=json"), StartsWith("{\"code\":\"cannot-write\""));
}

TEST(CommandLine, CommonOptionsStandBeforeOrBehindTheCommand) {
    for (const std::vector<std::string>& typed : {std::vector<std::string>{"-q", "list", "outcomes"},
                                                  {"list", "-q", "outcomes"},
                                                  {"--format-errors", "json", "list", "outcomes"},
                                                  {"list", "outcomes", "--format-errors=json"}}) {
        const Finished run = run_sayso(typed);
        EXPECT_EQ(run.status, 0) << run.err;
        EXPECT_THAT(run.out, HasSubstr("overall\t"));
    }
}

TEST(CommandLine, AListTakesOneWordSoThatTheProjectIsNotTakenForAnAudience) {
    const Finished run = run_sayso({"check", "--audience", "family", "no-such-project"});
    EXPECT_THAT(run.err, HasSubstr("there is no project at \"no-such-project\""));
}

TEST(CommandLine, HelpIsGivenWhateverElseIsWrong) {
    const Finished run = run_sayso({"build", "--nonsense", "--help"});
    EXPECT_EQ(run.status, 0);
    EXPECT_THAT(run.out, HasSubstr("--audience"));
}

TEST(Check, SaysThatThereIsNothingToMend) {
    const std::vector<std::string> typed{"check", "--kind", "one-page", "--audience", "management"};
    EXPECT_EQ(run_sayso(typed).err, "no faults found\n");
    std::vector<std::string> quiet = typed;
    quiet.emplace_back("-q");
    EXPECT_EQ(run_sayso(quiet).err, "");
}

TEST(Check, FindingsAsJsonAreItsResultAndPrintedOnce) {
    const Folder folder;
    folder.write("sayso.yaml", "service: {nmae: Mill House}\n");
    const auto lines = [](const std::string& text) { return std::count(text.begin(), text.end(), '\n'); };
    const Finished plain = run_sayso({"check", folder.path(), "--format-errors", "json"});
    EXPECT_EQ(plain.status, 1);
    EXPECT_EQ(plain.out, "");
    EXPECT_GT(lines(plain.err), 0);
    for (const std::vector<std::string>& more : {std::vector<std::string>{}, {"--format-errors", "json"}}) {
        std::vector<std::string> typed{"check", folder.path(), "--format", "json"};
        typed.insert(typed.end(), more.begin(), more.end());
        const Finished run = run_sayso(typed);
        EXPECT_EQ(run.status, 1);
        EXPECT_EQ(run.out, plain.err);
        EXPECT_EQ(run.err, "");
    }
}

}  // namespace
}  // namespace sayso::suite
